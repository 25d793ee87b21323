import FoundationEssentials

@testable import INaturalist

extension ObservationQuery {
    /// A query in which every field says something.
    static func full() throws -> ObservationQuery {
        var query = ObservationQuery()
        for field in QueryField.allCases { try query.set(field, to: words(for: field)) }
        return query
    }

    /// Words that a field takes, several where it takes several.
    static func words(for field: QueryField) -> [String] {
        switch field {
        case .observer: ["reed-warbler", "38/wren"]
        case .taxon: ["47217/Orchidaceae", "47170"]
        case .withoutTaxon: ["164412/Platanthera praeclara"]
        case .place: ["7001/Iowa, US", "12"]
        case .project: ["bog-watch", "9/A \"quoted\" project"]
        case .id: ["5", "2147483647"]
        case .obscuration: ["obscured", "private"]
        case .geoprivacy: ["open", "obscured"]
        case .taxonGeoprivacy: ["private"]
        case .quality: ["research", "casual"]
        case .observedFrom: ["2024-02-29"]
        case .observedTo: ["2024-03-01"]
        case .createdFrom: ["2025-01-01"]
        case .createdTo: ["2025-12-31"]
        case .iconicTaxon: ["Plantae", "unknown"]
        case .highestRank: ["genus"]
        case .lowestRank: ["variety"]
        case .captive: ["no"]
        case .photos: ["yes"]
        case .geo: ["no"]
        case .words: ["bog, wet “moss” and a:colon"]
        case .searchOn: ["description"]
        case .box: ["-38.5", "175", "-36", "-178.25"]
        case .updatedSince: ["2026-11-24T06:00:00Z"]
        case .order: ["-observed"]
        }
    }
}
