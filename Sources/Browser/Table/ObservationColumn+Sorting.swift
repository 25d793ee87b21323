package import ObservationStore
internal import TerminalUI

nonisolated extension ObservationColumn {
    /// Heading and width; the heading of a column that the rows are sorted by has an arrow, and the place of its key
    /// where there are several.
    func specification(in sort: [SortKey], _ notation: Notation) -> TableColumn<ObservationColumn> {
        var specification = specification(notation)
        guard let place = sort.firstIndex(where: { $0.column == sortColumn }) else { return specification }
        // Every column but these has room for two cells more than its heading.
        if self == .geoprivacy { specification.title = "Geopriv." }
        if self == .taxonGeoprivacy { specification.title = "By tax." }
        specification.title += sort[place].descending ? " ▼" : " ▲"
        if sort.count > 1, self != .geoprivacy { specification.title += "\(place + 1)" }
        return specification
    }

    /// What rows are sorted by to be in the order of this column.
    package var sortColumn: SortColumn {
        switch self {
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
        case .id: .id
        case .scientificName: .scientificName
        case .createdAt: .createdAt
        case .taxonGeoprivacy: .taxonGeoprivacy
        case .access: .access
        case .quality: .quality
        }
    }
}
