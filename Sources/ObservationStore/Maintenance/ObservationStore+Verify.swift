internal import GRDB

// Looking for damage
extension ObservationStore {
    /// Looks through the whole store. What is damaged is part of the answer and no error; nothing is changed.
    ///
    /// - Parameter progress: is told each step as it begins.
    /// - Throws: ``StoreError/cancelled`` between two steps or within a long one; that the file is gone or locked.
    package func verify(
        _ depth: Verification.Depth = .quick,
        cancellation: Cancellation? = nil,
        progress: ((Verification.Step) -> Void)? = nil
    ) throws(StoreError) -> Verification {
        var verification = Verification()
        var isThrough = false
        do throws(StoreError) {
            try lookThrough(&verification, depth, cancellation, progress, isThrough: &isThrough)
        } catch {
            // SQLite ends a transaction in which it met damage with the same error.
            guard isThrough, case .damaged = error, !verification.isSound else { throw error }
        }
        if depth == .full, !isReadOnly {
            progress?(.words)
            try verifyWords(&verification, cancellation)
        }
        return verification
    }

    private func lookThrough(
        _ verification: inout Verification,
        _ depth: Verification.Depth,
        _ cancellation: Cancellation?,
        _ progress: ((Verification.Step) -> Void)?,
        isThrough: inout Bool
    ) throws(StoreError) {
        try read(cancellation) { database in
            try Self.verifyPages(&verification, depth, cancellation, progress, in: database)
            progress?(.points)
            try Self.noting(&verification.problems, { .points(detail: $0) }) {
                try PointIndex.problem(in: database).map { [.points(detail: $0)] } ?? []
            }
            progress?(.counts)
            try Self.verifyCounts(&verification, in: database)
            isThrough = true
        }
    }

    /// SQLite looks at one table as a whole and cannot be stopped meanwhile.
    private static func verifyPages(
        _ verification: inout Verification,
        _ depth: Verification.Depth,
        _ cancellation: Cancellation?,
        _ progress: ((Verification.Step) -> Void)?,
        in database: Database
    ) throws {
        let check = depth == .full ? "integrity_check" : "quick_check"
        var tables: [String] = []
        try noting(&verification.problems, { .pages(table: "sqlite_schema", detail: $0) }) {
            tables = try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY rootpage"
            )
            return []
        }
        for (index, table) in tables.enumerated() {
            guard cancellation?.isCancelled != true else { throw StoreError.cancelled }
            progress?(.pages(table: index + 1, of: tables.count))
            try noting(&verification.problems, { .pages(table: table, detail: $0) }) {
                try String.fetchAll(database, sql: "PRAGMA \(check)('\(table)')").filter { $0 != "ok" }
                    .map { .pages(table: table, detail: oneLine($0)) }
            }
        }
        guard depth == .full, verification.isSound else { return }
        guard cancellation?.isCancelled != true else { throw StoreError.cancelled }
        progress?(.file)
        try noting(&verification.problems, { .pages(table: "file", detail: $0) }) {
            try String.fetchAll(database, sql: "PRAGMA quick_check").filter { $0 != "ok" }
                .map { .pages(table: "file", detail: oneLine($0)) }
        }
    }

    private static func verifyCounts(_ verification: inout Verification, in database: Database) throws {
        var observations = 0
        try noting(&verification.problems, { .pages(table: "observation", detail: $0) }) {
            observations = try database.number("SELECT count(*) FROM observation")
            let kept = try database.number("SELECT observations FROM tally WHERE number = 1")
            return kept == observations
                ? [] : [.count(of: "Observations", kept: kept, counted: observations)]
        }
        verification.observations = observations
        try noting(&verification.problems, { .pages(table: "list", detail: $0) }) {
            try database.all("SELECT number, row_count FROM list", []) {
                (list: ListID(number: $0.integer(0)), kept: Int($0.integer(1)))
            }.compactMap { list, kept in
                let counted = try database.number(
                    "SELECT count(*) FROM member WHERE key BETWEEN ?1 AND ?2",
                    [.number(list.first), .number(list.last)]
                )
                return kept == counted
                    ? nil : .count(of: "Rows of list \(list.number)", kept: kept, counted: counted)
            }
        }
        for (what, sql) in orphans {
            try noting(&verification.problems, { .pages(table: what, detail: $0) }) {
                let count = try database.number(sql)
                return count == 0 ? [] : [.orphans(what: what, count: count)]
            }
        }
        try noting(&verification.problems, { .points(detail: $0) }) {
            let (held, expected) = try PointIndex.count(in: database)
            return held == expected
                ? [] : [.count(of: "Indexed true points", kept: held, counted: expected)]
        }
    }

    /// Answers and descriptions may be without an observation: what was saved of a damaged file waits for the row.
    private static let orphans = [
        (
            "Rows of lists without an observation",
            "SELECT count(*) FROM member WHERE NOT EXISTS "
                + "(SELECT 1 FROM observation WHERE id = member.key & 4294967295)"
        ),
        (
            "Rows of lists without a list",
            "SELECT count(*) FROM member WHERE (key >> 32) NOT IN (SELECT number FROM list)"
        ),
        (
            "Answers without a viewer",
            "SELECT count(*) FROM sight WHERE (key >> 32) NOT IN (SELECT number FROM viewer)"
        ),
        (
            "Lists without a viewer",
            "SELECT count(*) FROM list WHERE viewer NOT IN (SELECT number FROM viewer)"
        ),
    ]

    /// Damage that a look meets is what is looked for.
    static func noting(
        _ problems: inout [Verification.Problem],
        _ problem: (String) -> Verification.Problem,
        _ look: () throws -> [Verification.Problem]
    ) throws {
        do {
            problems += try look()
        } catch let error as DatabaseError
            where [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR, .SQLITE_ERROR].contains(
                error.resultCode.primaryResultCode
            )
        {
            problems.append(problem(oneLine(error.message ?? error.resultCode.description)))
        }
    }

    /// SQLite says some things in several lines.
    private static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }
}
