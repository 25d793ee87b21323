internal import FoundationEssentials
internal import GRDB

// What is held
extension ObservationStore {
    /// What the store holds, as of one moment.
    ///
    /// - Throws: ``StoreError/cancelled``; what the file does not allow.
    package func status(cancellation: Cancellation? = nil) throws(StoreError) -> StoreStatus {
        try read(cancellation) { database in
            let pageSize = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
            let freePages = try Int.fetchOne(database, sql: "PRAGMA freelist_count") ?? 0
            var status = StoreStatus(
                path: path,
                isReadOnly: isReadOnly,
                fileBytes: PrivateFile.size(path),
                logBytes: PrivateFile.size("\(path)-wal"),
                freeBytes: pageSize * freePages,
                schemaVersion: try Schema.version(of: database),
                observations: try database.number("SELECT observations FROM tally WHERE number = 1"),
                deletedObservations: try database.number(
                    "SELECT count(*) FROM observation WHERE deleted_at IS NOT NULL"
                ),
                unlistedObservations: 0,
                viewers: [],
                lists: try ListRow.all(in: database),
                changes: try database.number("SELECT count(*) FROM change"),
                oldestFetch: nil,
                newestFetch: nil
            )
            status.unlistedObservations = try Self.unlisted(of: status.observations, in: database)
            try Self.fillViewers(&status, in: database)
            return status
        }
    }

    /// Members are counted once each, however many lists hold them.
    private static func unlisted(of observations: Int, in database: Database) throws -> Int {
        let lists = try database.all("SELECT number FROM list ORDER BY row_count DESC", []) { $0.integer(0) }
        // One list that holds everything needs no look at the members.
        guard let largest = lists.first else { return observations }
        let held = try database.number("SELECT row_count FROM list WHERE number = ?1", [.number(largest)])
        if held == observations { return 0 }
        let isMember = lists.map { "EXISTS (SELECT 1 FROM member WHERE key = \($0 << 32) + o.id)" }
        // A statement takes a thousand conditions at most; so many lists are counted by one look at all members.
        guard lists.count <= 100 else {
            let listed = "SELECT count(DISTINCT key & 4294967295) FROM member"
            return observations - (try database.number(listed))
        }
        return try database.number(
            "SELECT count(*) FROM observation o WHERE NOT (\(isMember.joined(separator: " OR ")))"
        )
    }

    private static func fillViewers(_ status: inout StoreStatus, in database: Database) throws {
        let viewers = try database.all("SELECT number, kind, account FROM viewer ORDER BY number") {
            (number: $0.integer(0), viewer: ViewerKey(kind: $0.integer(1), user: $0.integer(2)))
        }
        var fetches: [Int64] = []
        for (number, viewer) in viewers {
            let keys = SightKeys(viewer: number)
            var entry = ViewerStatus(
                viewer: viewer,
                sights: 0,
                disclosed: 0,
                former: 0,
                lists: try database.number("SELECT count(*) FROM list WHERE viewer = ?1", [.number(number)]),
                changes: try database.number(
                    "SELECT count(*) FROM change WHERE viewer = ?1",
                    [.number(number)]
                )
            )
            _ = try database.first(
                """
                SELECT count(*), total(state = 4), total(until IS NOT NULL), min(fetched_at), max(fetched_at) \
                FROM sight WHERE key BETWEEN ?1 AND ?2
                """,
                [.number(keys.first), .number(keys.last)]
            ) { row in
                entry.sights = Int(row.integer(0))
                entry.disclosed = Int(row.integer(1))
                entry.former = Int(row.integer(2))
                fetches += [row.optionalInteger(3), row.optionalInteger(4)].compactMap(\.self)
            }
            status.viewers.append(entry)
        }
        if fetches.isEmpty {
            // Rows stay when those who were told of them were forgotten.
            _ = try database.first("SELECT min(fetched_at), max(fetched_at) FROM observation") { row in
                fetches = [row.optionalInteger(0), row.optionalInteger(1)].compactMap(\.self)
            }
        }
        status.oldestFetch = fetches.min()?.date
        status.newestFetch = fetches.max()?.date
    }
}

extension Database {
    /// The one number that was asked for; 0 when there is no row.
    func number(_ sql: String, _ values: [Cell] = []) throws -> Int {
        try first(sql, values) { Int($0.integer(0)) } ?? 0
    }
}
