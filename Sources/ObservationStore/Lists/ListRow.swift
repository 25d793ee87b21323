internal import FoundationEssentials
internal import GRDB

/// Reads and writes the rows of lists.
enum ListRow {
    static let selection = """
        SELECT l.number, l.query, v.kind, v.account, l.opened_at, l.row_count, l.total, l.is_complete, l.lowest, \
        l.completed_at, l.changed_since, l.fetched_at FROM list l JOIN viewer v ON v.number = l.viewer
        """

    /// All lists, the one that was last asked for first.
    static func all(in database: Database) throws -> [HeldList] {
        let latestFirst = "ORDER BY coalesce(l.fetched_at, l.opened_at) DESC, l.number DESC"
        return try database.all("\(selection) \(latestFirst)", [], read).compactMap(\.self)
    }

    static func find(_ query: String, _ viewer: Int64, in database: Database) throws -> HeldList? {
        try database.first(
            "\(selection) WHERE l.viewer = ?1 AND l.query = ?2",
            [.number(viewer), .words(query)],
            read
        ) ?? nil
    }

    /// Nil for a viewer of a kind that this program does not know: nobody may see whose list it is.
    static func read(_ row: RawStatement) -> HeldList? {
        guard let viewer = ViewerKey(kind: row.integer(2), user: row.integer(3)) else { return nil }
        return HeldList(
            id: ListID(number: row.integer(0)),
            query: row.text(1) ?? "",
            viewer: viewer,
            openedAt: row.integer(4).date,
            count: Int(row.integer(5)),
            progress: ListProgress(
                total: row.optionalInteger(6).map { Int($0) },
                isComplete: row.integer(7) != 0,
                lowestFetched: row.optionalInteger(8).map { Int($0) },
                completedAt: row.optionalInteger(9)?.date,
                changedSince: row.optionalInteger(10)?.date,
                fetchedAt: row.optionalInteger(11)?.date
            )
        )
    }

    /// Refuses a list that is no longer there.
    static func check(_ list: ListID, in database: Database) throws {
        let number = try database.first("SELECT 1 FROM list WHERE number = ?1", [.number(list.number)]) {
            $0.integer(0)
        }
        guard number != nil else { throw StoreError.noSuchList }
    }

    static func write(_ progress: ListProgress, of list: ListID, in database: Database) throws {
        try check(list, in: database)
        try database.run(
            """
            UPDATE list SET total = ?2, is_complete = ?3, lowest = ?4, completed_at = ?5, changed_since = ?6, \
            fetched_at = ?7 WHERE number = ?1
            """,
            [
                .number(list.number),
                Cell(progress.total.map { Int64($0) }),
                .number(progress.isComplete ? 1 : 0),
                Cell(progress.lowestFetched.map { Int64($0) }),
                Cell(progress.completedAt.map { Int64(seconds: $0) }),
                Cell(progress.changedSince.map { Int64(seconds: $0) }),
                Cell(progress.fetchedAt.map { Int64(seconds: $0) }),
            ]
        )
    }
}
