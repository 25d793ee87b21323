internal import GRDB

/// The rows in which every word that was typed begins some word.
///
/// A viewer's private words for places are in an index of their own, under the viewer's keys; a row is found when each
/// word is in the public words or in this viewer's private ones.
struct WordSearch {
    private let tokens: [String]
    private let keys: SightKeys
    /// Whether any of the words is in this viewer's private ones.
    let isPrivate: Bool

    /// What the id is called in the answer.
    var column: String { isPrivate ? "id" : "rowid" }

    /// Nil when nothing was typed that could be looked for.
    init?(_ texts: [String], keys: SightKeys, in database: Database) throws {
        let tokenizer = try database.makeTokenizer(
            FTS5TokenizerDescriptor(components: Schema.tokenizer.split(separator: " ").map(String.init))
        )
        // Cut as the index cuts, because it cannot look for two words side by side.
        var tokens: [String] = []
        for text in texts {
            for token in try tokenizer.tokenize(query: text) where !tokens.contains(token.token) {
                tokens.append(token.token)
            }
        }
        guard !tokens.isEmpty else { return nil }
        self.tokens = tokens
        self.keys = keys
        isPrivate = try tokens.contains { token in
            try database.first(
                "SELECT 1 FROM sight_words(?1) WHERE rowid BETWEEN ?2 AND ?3 LIMIT 1",
                [.words(Self.pattern(token)), .number(keys.first), .number(keys.last)]
            ) { $0.integer(0) } != nil
        }
    }

    /// The ids, as a table.
    func sql(binding: (Cell) -> String) -> String {
        guard isPrivate else {
            return
                "observation_words(\(binding(.words(tokens.map(Self.pattern).joined(separator: " AND ")))))"
        }
        let (base, first, last) = (
            binding(.number(keys.base)), binding(.number(keys.first)), binding(.number(keys.last))
        )
        let sets = tokens.map { token in
            let pattern = binding(.words(Self.pattern(token)))
            return """
                SELECT id FROM (SELECT rowid AS id FROM observation_words(\(pattern)) UNION \
                SELECT rowid - \(base) FROM sight_words(\(pattern)) WHERE rowid BETWEEN \(first) AND \(last))
                """
        }
        return "(\(sets.joined(separator: " INTERSECT ")))"
    }

    /// The rows one after another, when some words are private.
    func hits(in database: Database) throws -> WordHits {
        try WordHits(tokens.map(Self.pattern), keys: keys, in: database)
    }

    private static func pattern(_ token: String) -> String {
        "\"\(token.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\"*"
    }
}
