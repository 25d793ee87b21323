internal import GRDB

/// One of the filter's two indexes. It does not hold the words, so whoever takes a row out gives them again.
struct WordIndex {
    private let insertion: RawStatement
    private let removal: RawStatement

    enum Table: String, CaseIterable {
        /// Public words, under the observation's id.
        case observation = "observation_words"
        /// Private words for the place, under the sight's key, so that one viewer never finds another's.
        case sight = "sight_words"
    }

    init(_ table: Table, _ database: Database) throws {
        insertion = try database.raw("INSERT INTO \(table.rawValue) (rowid, words) VALUES (?1, ?2)")
        removal = try database.raw(
            "INSERT INTO \(table.rawValue) (\(table.rawValue), rowid, words) VALUES ('delete', ?1, ?2)"
        )
    }

    func add(_ words: String, under key: Int64) throws { try run(insertion, words, key) }

    func forget(_ words: String, under key: Int64) throws { try run(removal, words, key) }

    private func run(_ statement: RawStatement, _ words: String, _ key: Int64) throws {
        statement.bind(1, key)
        statement.bind(2, words)
        try statement.run()
    }
}

// The index as a whole
extension WordIndex {
    /// Merges its parts into one: faster to look through, and without what was taken out.
    static func optimize(_ table: Table, _ database: Database) throws {
        try database.run("INSERT INTO \(table.rawValue) (\(table.rawValue)) VALUES ('optimize')")
    }

    /// Takes everything out.
    static func empty(_ table: Table, _ database: Database) throws {
        try database.run("INSERT INTO \(table.rawValue) (\(table.rawValue)) VALUES ('delete-all')")
    }

    /// Whether its own parts agree with each other.
    ///
    /// - Throws: a `DatabaseError` when they do not.
    static func check(_ table: Table, _ database: Database) throws {
        try database.run(
            "INSERT INTO \(table.rawValue) (\(table.rawValue), rank) VALUES ('integrity-check', 0)"
        )
    }

    /// All that it should hold, by rising keys.
    static func forEachText(
        of table: Table,
        in database: Database,
        _ body: (_ key: Int64, _ words: String) throws -> Void
    ) throws {
        let statement: RawStatement
        switch table {
        case .observation: statement = try database.raw("\(PublicRow.all) ORDER BY o.id")
        case .sight:
            statement = try database.raw("SELECT key, place FROM sight WHERE place IS NOT NULL ORDER BY key")
        }
        defer { statement.reset() }
        while try statement.step() {
            switch table {
            case .observation:
                let row = PublicRow(statement)
                try body(row.id, row.content.searchWords)
            case .sight:
                try body(statement.integer(0), statement.text(1) ?? "")
            }
        }
    }
}
