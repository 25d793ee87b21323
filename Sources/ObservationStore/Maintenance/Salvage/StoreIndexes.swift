internal import GRDB

/// Makes what follows from the rows: the indexes, and the numbers that are kept beside them.
enum StoreIndexes {
    /// Fills a store whose rows were put in as they were found.
    ///
    /// - Parameter isPartial: whether rows may be missing; the lists then have to be fetched anew.
    static func rebuild(
        in database: Database,
        isPartial: Bool,
        at moment: Int64,
        sequences: [String: Int64],
        report: inout SalvageReport
    ) throws {
        try nameLostViewers(in: database, at: moment, report: &report)
        let kept = try database.number("SELECT total(row_count) FROM list")
        // A row of a list is its observation's id alone, so without either there is nothing to keep.
        try database.run(
            """
            DELETE FROM member WHERE (key >> 32) NOT IN (SELECT number FROM list) \
            OR NOT EXISTS (SELECT 1 FROM observation WHERE id = key & 4294967295)
            """
        )
        try count(in: database, isPartial: isPartial, kept: kept, report: &report)
        for (name, number) in sequences where ["list", "viewer"].contains(name) {
            let values: [Cell] = [.words(name), .number(number)]
            try database.run("UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1", values)
            try database.run(
                """
                INSERT INTO sqlite_sequence (name, seq) SELECT ?1, ?2 \
                WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)
                """,
                values
            )
        }
        for index in WordIndex.Table.allCases {
            let words = try WordIndex(index, database)
            try WordIndex.forEachText(of: index, in: database) { try words.add($1, under: $0) }
        }
        try PointIndex.rebuild(in: database)
    }

    /// What somebody was told whose number alone is left stays that one's: it gets a kind that no viewer has.
    private static func nameLostViewers(
        in database: Database,
        at moment: Int64,
        report: inout SalvageReport
    ) throws {
        let numbers = try database.all(
            """
            SELECT DISTINCT number FROM (SELECT viewer AS number FROM list UNION SELECT viewer FROM change \
            UNION SELECT key >> 32 FROM sight) WHERE number > 0 AND number NOT IN (SELECT number FROM viewer)
            """
        ) { $0.integer(0) }
        for number in numbers {
            try database.run(
                "INSERT INTO viewer (number, kind, account, noticed_at) VALUES (?1, \(lostKind), ?1, ?2)",
                [.number(number), .number(moment)]
            )
        }
        report.unknownViewers = try database.number("SELECT count(*) FROM viewer WHERE kind = \(lostKind)")
    }

    private static let lostKind = -1

    private static func count(
        in database: Database,
        isPartial: Bool,
        kept: Int,
        report: inout SalvageReport
    ) throws {
        try database.run(
            """
            UPDATE list SET row_count = (SELECT count(*) FROM member \
            WHERE key BETWEEN (list.number << 32) + 1 AND (list.number << 32) + 4294967295)
            """
        )
        try database.run("UPDATE tally SET observations = (SELECT count(*) FROM observation)")
        report.observations.count = try database.number("SELECT observations FROM tally")
        report.sights.count = try database.number("SELECT count(*) FROM sight")
        report.lists.count = try database.number("SELECT count(*) FROM list")
        report.changes.count = try database.number("SELECT count(*) FROM change")
        report.descriptions.count = try database.number("SELECT count(*) FROM description")
        report.members.count = try database.number("SELECT count(*) FROM member")
        report.members.expected = max(kept, report.members.count)
        let isShort =
            isPartial || report.members.count < kept
            || report.observations.expected.map { $0 > report.observations.count } ?? true
        guard isShort else { return }
        // The next sync then fetches what is missing.
        try database.run(
            "UPDATE list SET is_complete = 0, lowest = NULL, completed_at = NULL, changed_since = NULL"
        )
        report.incompleteLists = report.lists.count
    }
}
