/// A table whose rows are saved; the other ones are made of these.
enum SalvagedTable: String, CaseIterable {
    // What others refer to comes first.
    case viewer
    case list
    case address
    case sequence = "sqlite_sequence"
    case observation
    case description
    case sight
    case member
    case change

    /// What a column holds. A key is no part of the row.
    enum Kind {
        case key, number, optionalNumber, optionalReal, text, optionalText, any
    }

    /// The columns in the order of the file.
    var columns: [(name: String, kind: Kind)] {
        switch self {
        case .viewer: [("number", .key), ("kind", .number), ("account", .number), ("noticed_at", .number)]
        case .list:
            [
                ("number", .key), ("viewer", .number), ("query", .text), ("opened_at", .number),
                ("total", .optionalNumber), ("is_complete", .number), ("lowest", .optionalNumber),
                ("completed_at", .optionalNumber), ("changed_since", .optionalNumber),
                ("fetched_at", .optionalNumber), ("row_count", .number),
            ]
        case .address: [("number", .key), ("beginning", .text), ("noticed_at", .number)]
        case .sequence: [("name", .text), ("seq", .number)]
        case .observation: PublicRow.columns.map { ($0, Self.kind(ofObservations: $0)) }
        case .description: [("id", .key), ("words", .text)]
        case .sight: SightRow.columns.map { ($0, Self.kind(ofSights: $0)) }
        case .member: [("key", .key)]
        case .change:
            [
                ("number", .key), ("observation", .number), ("viewer", .number), ("at", .number),
                ("kind", .number), ("before", .any), ("before_longitude", .optionalReal), ("after", .any),
                ("after_longitude", .optionalReal),
            ]
        }
    }

    private static func kind(ofObservations column: String) -> Kind {
        switch column {
        case "id": .key
        case "obscuration", "fetched_at": .number
        case "deleted_at", "taxon", "observer": .optionalNumber
        case "latitude", "longitude", "accuracy": .optionalReal
        case "name_key", "common_name", "taxon_name", "login", "place_key", "place", "observer_name":
            .optionalText
        default: .any
        }
    }

    private static func kind(ofSights column: String) -> Kind {
        switch column {
        case "key": .key
        case "state", "fetched_at": .number
        case "trusted", "until": .optionalNumber
        case "place_key", "place": .optionalText
        default: .optionalReal
        }
    }

    /// Whether a row can be one of this table. No two tables of a store have rows of one shape.
    func fits(_ row: SalvagedRow, kinds: [Kind]) -> Bool {
        guard row.cells.count == kinds.count else { return false }
        return zip(row.cells, kinds).allSatisfy { cell, kind in
            switch (kind, cell) {
            case (.any, _), (.number, .number), (.text, .words): true
            case (.key, .missing), (.optionalNumber, .missing), (.optionalReal, .missing),
                (.optionalText, .missing):
                true
            case (.optionalNumber, .number), (.optionalReal, .number), (.optionalReal, .real),
                (.optionalText, .words):
                true
            default: false
            }
        } && isPossible(row)
    }

    /// Whether its numbers are ones that this program writes.
    private func isPossible(_ row: SalvagedRow) -> Bool {
        let ids = 1...Int64(Int32.max)
        return switch self {
        case .observation: ids ~= row.key && 0...2 ~= (row.cells[1].number ?? -1)
        case .description: ids ~= row.key
        case .sight:
            row.key > 0 && ids ~= row.key & (SightKeys.idLimit - 1) && 0...4 ~= (row.cells[1].number ?? -1)
        case .member: row.key > SightKeys.idLimit && ids ~= row.key & (SightKeys.idLimit - 1)
        case .viewer, .list, .address, .change: row.key > 0
        case .sequence: true
        }
    }

    /// The column by which one version of a row is told from another: when it was fetched.
    var freshness: Int? {
        switch self {
        case .observation: 18
        case .sight: 2
        default: nil
        }
    }
}
