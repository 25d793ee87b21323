internal import GRDB

/// One of the filter's two indexes. It does not hold the words, so whoever takes a row out gives them again.
struct WordIndex {
    private let insertion: RawStatement
    private let removal: RawStatement

    enum Table: String {
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
