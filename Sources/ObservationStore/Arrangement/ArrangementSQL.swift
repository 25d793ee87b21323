internal import GRDB
internal import INaturalist

/// The question that an arrangement puts to the file: `f` are the words' hits, `m` the list's members, `o` the
/// observations, `s` what the viewer was told. Only tables that are needed are read, in the order in which one narrows
/// the next most cheaply.
struct ArrangementSQL {
    /// The id of a row.
    private(set) var id = "o.id"
    private var tables: [String] = []
    private var conditions: [String] = []
    private(set) var values: [Cell] = []
    private let search: WordSearch?
    /// Whether nothing but words narrows.
    private let isPlain: Bool

    /// What the viewer has of the place: 0 open, 1 granted, 2 withheld, as `Observation.access` has it.
    static let access = """
        CASE WHEN s.state = 4 THEN 1 WHEN o.obscuration = 0 THEN 0 WHEN s.state = 3 THEN 1 ELSE 2 END
        """

    static let isWithheld = "(o.obscuration > 0 AND (s.state IS NULL OR s.state < 3))"

    /// Which order the rows come in.
    enum Order {
        /// None.
        case any
        /// The arrangement's.
        case asked
        /// By what the file holds of the first column, whatever of it is shown to the viewer.
        case unmasked
        /// The arrangement's, without rows that hold more than this there, or less when the order falls.
        case bounded(Int64)
        /// The arrangement's, of these ids (as JSON) alone.
        case among(String)
        /// By falling ids, with what the viewer was told at hand.
        case idsWithSights
    }

    /// - Parameters:
    ///   - words: more words than the arrangement's own.
    ///   - facet: what is counted by; its own values do not narrow then, so that the others are seen, too.
    init(
        _ arrangement: Arrangement,
        and words: String = "",
        by facet: Facet? = nil,
        order asked: Order,
        in database: Database
    ) throws {
        let keys = try SightKeys(of: arrangement.viewer, in: database)
        let narrowing = arrangement.facets.filter { $0.key != facet && !$0.value.isEmpty }
        var columns: [SortColumn] = []
        var isUnmasked = false
        var needsSight = false
        switch asked {
        case .any: break
        case .asked, .bounded, .among: columns = arrangement.sort.map(\.column)
        case .unmasked: isUnmasked = true
        case .idsWithSights: needsSight = true
        }
        needsSight =
            needsSight || columns.contains(where: \.needsSight)
            || narrowing.keys.contains(where: \.needsSight)
            || facet?.needsSight == true
        let needsObservation =
            needsSight || isUnmasked || facet != nil || !narrowing.isEmpty || arrangement.box != nil
            || columns.contains { $0 != .id }
        let isWhole = try Self.isWhole(arrangement.list, in: database)
        let filter = FilterWords(arrangement.words)
        isPlain = isWhole && narrowing.isEmpty && arrangement.box == nil && filter.unwanted.isEmpty
        search = try WordSearch(filter.wanted + [words], keys: keys, in: database)
        if let search {
            tables.append("\(search.sql(binding: { bind($0) })) AS f")
            id = "f.\(search.column)"
            if let list = arrangement.list, !isWhole {
                tables.append("member m ON m.key = \(bind(.number(list.base))) + \(id)")
            }
            // What was told of an observation may be held without it, when a damaged file was saved.
            if needsObservation || search.isPrivate { joinObservation() }
        } else if let list = arrangement.list, !isWhole {
            tables.append("member m")
            let base = bind(.number(list.base))
            id = "m.key - \(base)"
            conditions.append("m.key BETWEEN \(base) + 1 AND \(bind(.number(list.last)))")
            if needsObservation { joinObservation() }
        } else {
            tables.append("observation o")
        }
        for word in filter.unwanted {
            guard let search = try WordSearch([word], keys: keys, in: database) else { continue }
            conditions.append(
                "\(id) NOT IN (SELECT \(search.column) FROM \(search.sql(binding: { bind($0) })))"
            )
        }
        for (facet, values) in narrowing.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            conditions.append(condition(facet, values))
        }
        if let box = arrangement.box {
            // Many points are sooner looked at one by one, as far as anybody wants to see them.
            let isGathered = if case .any = asked { true } else { try Self.isSmall(box, keys, in: database) }
            conditions.append(condition(box, keys, isGathered: isGathered))
            needsSight = needsSight || !isGathered
        }
        if needsSight { sight = "LEFT JOIN sight s ON s.key = \(bind(.number(keys.base))) + o.id" }
        let first = arrangement.sort.first
        switch asked {
        case .any: break
        case .asked: order = Self.order(arrangement.sort, id: driver)
        case .idsWithSights: order = Self.order([], id: driver)
        case .among(let ids):
            conditions.append("o.id IN (SELECT value FROM json_each(\(bind(.words(ids)))))")
            order = Self.order(arrangement.sort, id: driver)
        case .unmasked:
            guard let first, let column = first.column.unmasked else { break }
            order = " ORDER BY \(column.name)\(first.descending ? " DESC" : "") NULLS LAST"
        case .bounded(let bound):
            order = Self.order(arrangement.sort, id: driver)
            guard let first, let column = first.column.unmasked else { break }
            conditions.append("\(column.name) \(first.descending ? ">=" : "<=") \(bind(.number(bound)))")
        }
    }

    private var sight = ""
    private(set) var order = ""

    /// What the rows of the first table come in the order of.
    private var driver: String { id.hasPrefix("m.key") ? "m.key" : id }

    /// The question for those columns.
    func sql(_ selection: String) -> String {
        var sql = "SELECT \(selection) FROM \(tables.joined(separator: " CROSS JOIN ")) \(sight)"
        if !conditions.isEmpty { sql += " WHERE \(conditions.joined(separator: " AND "))" }
        return sql
    }

    /// The rows by falling ids without a table of them all, which is the shorter way when some words are private.
    ///
    /// - Returns: nil when more than words is asked for, or public ones alone.
    func wordHits(in database: Database) throws -> WordHits? {
        guard isPlain, let search, search.isPrivate else { return nil }
        return try search.hits(in: database)
    }

    /// A list that holds all that there is needs no look at its members. Members are observations, so equal numbers
    /// mean equal sets.
    static func isWhole(_ list: ListID?, in database: Database) throws -> Bool {
        guard let list else { return true }
        return try database.first(
            "SELECT l.row_count = t.observations FROM list l, tally t WHERE l.number = ?1",
            [.number(list.number)]
        ) { $0.integer(0) != 0 } ?? false
    }

    private mutating func bind(_ value: Cell) -> String {
        values.append(value)
        return "?\(values.count)"
    }

    private mutating func joinObservation() {
        tables.append("observation o ON o.id = \(id)")
        // The members' own order is that of the ids, and both are read in it.
    }

    private mutating func condition(_ facet: Facet, _ values: Set<FacetValue>) -> String {
        let expression = facet.expression
        let named = values.map(facet.cell).filter { $0 != .missing }
        let list = named.map { bind($0) }.joined(separator: ", ")
        let isNamed = named.isEmpty ? nil : "\(expression) IN (\(list))"
        let isMissing = values.contains(.missing) ? "\(expression) IS NULL" : nil
        return "(\([isNamed, isMissing].compactMap { $0 }.joined(separator: " OR ")))"
    }

    /// The points that were disclosed are found through their index; open ones are compared as they are read, because
    /// an index of all points would make each write four times as long.
    ///
    /// - Parameter isGathered: whether all ids inside are gathered first, open and disclosed ones apart, because no
    ///   condition on both could use the index; else each row is looked at in turn.
    private mutating func condition(_ box: CoordinateBox, _ keys: SightKeys, isGathered: Bool) -> String {
        let (south, north) = (bind(.real(box.south)), bind(.real(box.north)))
        let ranges = box.longitudes.map { (bind(.real($0.west)), bind(.real($0.east))) }
        func inside(_ table: String) -> String {
            let longitudes = ranges.map { "\(table).longitude BETWEEN \($0.0) AND \($0.1)" }
            return """
                \(table).latitude BETWEEN \(south) AND \(north) AND (\(longitudes.joined(separator: " OR ")))
                """
        }
        guard isGathered else {
            return """
                ((o.obscuration = 0 AND \(inside("o")) AND s.state IS NOT 4) \
                OR (s.state = 4 AND s.until IS NULL AND \(inside("s"))))
                """
        }
        let (base, first, last) = (
            bind(.number(keys.base)), bind(.number(keys.first)), bind(.number(keys.last))
        )
        // The index is a little generous; the exact point decides.
        let disclosed = ranges.map { range in
            PointIndex.keys(
                south: south,
                north: north,
                west: range.0,
                east: range.1,
                first: first,
                last: last
            )
        }
        return """
            o.id IN (SELECT x.id FROM observation x WHERE x.obscuration = 0 AND \(inside("x")) AND NOT EXISTS \
            (SELECT 1 FROM sight t WHERE t.key = \(base) + x.id AND t.state = 4) UNION ALL \
            SELECT y.key - \(base) FROM sight y WHERE y.key IN (\(disclosed.joined(separator: " UNION ALL "))) \
            AND \(inside("y")))
            """
    }

    /// Whether a few points at most were disclosed there.
    private static func isSmall(
        _ box: CoordinateBox,
        _ keys: SightKeys,
        in database: Database
    ) throws -> Bool {
        let limit: Int64 = 2_000
        var count: Int64 = 0
        let keysInside = PointIndex.keys(
            south: "?1",
            north: "?2",
            west: "?3",
            east: "?4",
            first: "?5",
            last: "?6"
        )
        for range in box.longitudes {
            count +=
                try database.first(
                    "SELECT count(*) FROM (\(keysInside) LIMIT ?7)",
                    [
                        .real(box.south), .real(box.north), .real(range.west), .real(range.east),
                        .number(keys.first), .number(keys.last), .number(limit),
                    ]
                ) { $0.integer(0) } ?? 0
        }
        return count < limit
    }

    private static func order(_ sort: [SortKey], id: String) -> String {
        var terms: [String] = []
        var isUnique = false
        for key in sort where !isUnique {
            if key.column == .id {
                terms.append("\(id)\(key.descending ? " DESC" : "")")
                isUnique = true
            } else {
                terms += key.column.expressions.map { "\($0)\(key.descending ? " DESC" : "") NULLS LAST" }
            }
        }
        if !isUnique { terms.append("\(id) DESC") }
        return " ORDER BY \(terms.joined(separator: ", "))"
    }
}
