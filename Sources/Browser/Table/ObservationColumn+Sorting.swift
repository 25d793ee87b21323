internal import ObservationStore
package import TerminalUI

extension ObservationColumn {
    /// Heading and width; the heading of a column that the rows are sorted by has an arrow.
    nonisolated func specification(in sort: [SortKey]) -> TableColumn<ObservationColumn> {
        guard let key = sort.first(where: { Self.column(of: $0.column) == self }) else {
            return specification
        }
        let specification = specification
        let arrow = key.descending ? " ▼" : " ▲"
        // Every column but this one has room for its heading and two cells more.
        let title = self == .geoprivacy ? "Geopriv." : specification.title
        return TableColumn(
            id: self,
            title: title + arrow,
            minimum: specification.minimum,
            ideal: specification.ideal,
            growth: specification.growth,
            priority: specification.priority,
            alignment: specification.alignment
        )
    }

    /// The column that shows what rows are sorted by; nil for what the table does not show.
    private nonisolated static func column(of column: SortColumn) -> ObservationColumn? {
        switch column {
        case .taxon: .taxon
        case .observer: .observer
        case .observedOn: .observedOn
        case .geoprivacy: .geoprivacy
        case .publicPoint: .publicPoint
        case .publicAccuracy: .publicAccuracy
        case .publicPlace: .publicPlace
        case .truePoint: .truePoint
        case .trueAccuracy: .trueAccuracy
        case .truePlace: .truePlace
        case .apart: .apart
        case .id, .scientificName, .createdAt, .taxonGeoprivacy, .access, .quality: nil
        }
    }
}
