internal import ObservationStore
internal import TerminalUI

nonisolated extension ObservationColumn {
    /// Heading and width; the heading of a column that the rows are sorted by has an arrow.
    func specification(in sort: [SortKey]) -> TableColumn<ObservationColumn> {
        var specification = specification
        guard let key = sort.first(where: { Self.column(of: $0.column) == self }) else {
            return specification
        }
        // Every column but this one has room for two cells more than its heading.
        if self == .geoprivacy { specification.title = "Geopriv." }
        specification.title += key.descending ? " ▼" : " ▲"
        return specification
    }

    /// The column that shows what rows are sorted by; nil for what the table does not show.
    private static func column(of column: SortColumn) -> ObservationColumn? {
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
