internal import GRDB

/// Short ways to the first rows. In an order that depends on what the viewer was told the straight way looks up each
/// observation's sight, which takes most of the time that a sort takes.
struct HeadSearch {
    let arrangement: Arrangement
    let limit: Int
    let database: Database

    /// The ids of the first rows; nil where there is no short way.
    func ids() throws -> [Int32]? {
        guard let key = arrangement.sort.first, 1...10_000 ~= limit else { return nil }
        switch key.column {
        case .observedOn, .createdAt: return try byDate(key)
        case .access where arrangement.sort.count == 1: return try byAccess(key)
        case .truePoint, .trueAccuracy, .truePlace, .apart:
            guard arrangement.sort.count == 1 else { return nil }
            return try byTruth(key)
        default: return nil
        }
    }

    /// By a date that is shown to some as a month: what is shown is never far from what is held, so rows that are far
    /// from the last of the first rows need no second look.
    private func byDate(_ key: SortKey) throws -> [Int32]? {
        guard let column = key.column.unmasked else { return nil }
        let plain = try ArrangementSQL(arrangement, order: .unmasked, in: database)
        let last = try database.first(
            plain.sql(column.name) + plain.order + " LIMIT 1 OFFSET \(limit - 1)",
            plain.values
        ) { $0.cell(0) }
        // Words that are no date come after all dates.
        guard case .number(let number)? = last else { return nil }
        let bound = key.descending ? number - column.slack : number + column.slack
        return try ArrangementSQL(arrangement, order: .bounded(bound), in: database)
            .ids(limit: limit, in: database)
    }

    /// By three values: read by falling ids until there are enough with the first of them.
    private func byAccess(_ key: SortKey) throws -> [Int32] {
        let question = try ArrangementSQL(arrangement, order: .idsWithSights, in: database)
        let statement = try database.raw(
            question.sql("\(question.id), \(ArrangementSQL.access)") + question.order
        )
        defer { statement.reset() }
        statement.bind(question.values)
        var found: [[Int32]] = [[], [], []]
        let first = key.descending ? 2 : 0
        while found[first].count < limit, try statement.step() {
            let access = Int(statement.integer(1))
            guard found[access].count < limit else { continue }
            found[access].append(Int32(truncatingIfNeeded: statement.integer(0)))
        }
        return Array((key.descending ? found.reversed() : found).joined().prefix(limit))
    }

    /// By what was disclosed, or what is open: the first of either, then the first of both.
    private func byTruth(_ key: SortKey) throws -> [Int32]? {
        guard
            arrangement.box == nil, arrangement.facets.allSatisfy(\.value.isEmpty),
            try ArrangementSQL.isWhole(arrangement.list, in: database)
        else { return nil }
        let keys = try SightKeys(of: arrangement.viewer, in: database)
        let words = FilterWords(arrangement.words)
        guard try WordSearch(words.wanted + words.unwanted, keys: keys, in: database) == nil else {
            return nil
        }
        let direction = "\(key.descending ? " DESC" : "") NULLS LAST"
        let (condition, values) = key.column.disclosed
        let terms = values.map { "\($0)\(direction)" }.joined(separator: ", ")
        var candidates = try database.all(
            """
            SELECT s.key - ?1 FROM sight s WHERE s.key BETWEEN ?2 AND ?3 AND \(condition) \
            AND \(values[0]) IS NOT NULL ORDER BY \(terms), s.key DESC LIMIT \(limit)
            """,
            [.number(keys.base), .number(keys.first), .number(keys.last)]
        ) { $0.integer(0) }
        if let open = key.column.open {
            let terms = open.map { "\($0)\(direction)" }.joined(separator: ", ")
            let ids = try database.all(
                """
                SELECT o.id FROM observation o WHERE o.obscuration = 0 AND \(open[0]) IS NOT NULL \
                ORDER BY \(terms), o.id DESC LIMIT \(limit)
                """
            ) { $0.integer(0) }
            // One that was disclosed and is open by now has another value than its own, and may keep others out.
            for id in ids where try isDisclosed(keys.key(id)) { return nil }
            candidates += ids
        }
        let among = "[\(candidates.map(String.init).joined(separator: ","))]"
        let ids = try ArrangementSQL(arrangement, order: .among(among), in: database)
            .ids(limit: limit, in: database)
        return ids.count == limit ? ids : nil
    }

    private func isDisclosed(_ key: Int64) throws -> Bool {
        try database.first("SELECT state = 4 FROM sight WHERE key = ?1", [.number(key)]) {
            $0.integer(0) != 0
        } ?? false
    }
}

extension SortColumn {
    /// Which sights have a value, and where it is.
    fileprivate var disclosed: (condition: String, values: [String]) {
        switch self {
        case .truePoint: ("s.state = 4", ["s.latitude", "s.longitude"])
        case .trueAccuracy: ("s.state = 4", ["s.accuracy"])
        case .truePlace: ("s.until IS NULL", ["coalesce(s.place_key, s.place) COLLATE NOCASE"])
        default: ("s.until IS NULL", ["s.apart"])
        }
    }

    /// The value of an open observation; nil when only what was disclosed has one.
    fileprivate var open: [String]? {
        switch self {
        case .truePoint: ["o.latitude", "o.longitude"]
        case .trueAccuracy: ["o.accuracy"]
        default: nil
        }
    }
}
