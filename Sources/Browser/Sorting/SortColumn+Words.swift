package import ObservationStore

nonisolated extension SortColumn {
    /// What people call it; two columns of the table may have one heading, these names differ.
    package var title: String {
        switch self {
        case .id: "Id"
        case .taxon: "Taxon"
        case .scientificName: "Scientific name"
        case .observer: "Observer"
        case .observedOn: "Observed"
        case .createdAt: "Added"
        case .geoprivacy: "Geoprivacy"
        case .taxonGeoprivacy: "Taxon geoprivacy"
        case .access: "Access"
        case .quality: "Quality"
        case .publicPoint: "Public point"
        case .publicAccuracy: "Public accuracy"
        case .publicPlace: "Public place"
        case .truePoint: "True point"
        case .trueAccuracy: "True accuracy"
        case .truePlace: "True place"
        case .apart: "Apart"
        }
    }

    /// Which way it is sorted first: what is newest, most hidden or best known is looked for most.
    package var beginsDescending: Bool {
        switch self {
        case .id, .observedOn, .createdAt, .geoprivacy, .taxonGeoprivacy, .access, .quality, .apart: true
        case .taxon, .scientificName, .observer, .publicPoint, .publicAccuracy, .publicPlace, .truePoint,
            .trueAccuracy, .truePlace:
            false
        }
    }

    /// A direction in the words of what the column holds: `newest first`.
    package func direction(descending: Bool) -> String {
        switch self {
        case .id, .observedOn, .createdAt: descending ? "newest first" : "oldest first"
        case .taxon, .scientificName, .observer, .publicPlace, .truePlace: descending ? "Z to A" : "A to Z"
        case .geoprivacy, .taxonGeoprivacy: descending ? "most hidden first" : "open first"
        case .access: descending ? "withheld first" : "open first"
        case .quality: descending ? "research grade first" : "casual first"
        case .publicPoint, .truePoint: descending ? "north to south" : "south to north"
        case .publicAccuracy, .trueAccuracy: descending ? "least accurate first" : "most accurate first"
        case .apart: descending ? "farthest apart first" : "nearest first"
        }
    }
}
