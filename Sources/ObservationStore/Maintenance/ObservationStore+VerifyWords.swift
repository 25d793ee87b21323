internal import GRDB

// The indexes of words do not hold the words, so they are compared with the rows through sums.
extension ObservationStore {
    func verifyWords(
        _ verification: inout Verification,
        _ cancellation: Cancellation?
    ) throws(StoreError) {
        var problems: [Verification.Problem] = []
        try writing { pool in
            // Only the writing connection may make the table that the index is looked at through; it is no part of the
            // file.
            try pool.writeWithoutTransaction { database in
                for index in WordIndex.Table.allCases {
                    try Self.noting(&problems, { .words(detail: $0) }) {
                        try WordIndex.check(index, database)
                        try database.execute(
                            sql: """
                                CREATE VIRTUAL TABLE IF NOT EXISTS temp.held_\(index.rawValue) \
                                USING fts5vocab(main, \(index.rawValue), instance)
                                """
                        )
                        var isSame = false
                        // Both are read as of one moment.
                        try database.inTransaction(.deferred) {
                            isSame =
                                try WordSum(indexed: index, cancellation, in: database)
                                == WordSum(rows: index, cancellation, in: database)
                            return .commit
                        }
                        return isSame
                            ? [] : [.words(detail: "\(index.rawValue) does not agree with the rows")]
                    }
                }
            }
        }
        verification.problems += problems
    }
}

/// A sum over all pairs of a word and a row, in which their order does not matter.
private struct WordSum: Equatable {
    private var sum: UInt64 = 0
    private var count = 0

    /// The pairs of the index.
    init(indexed index: WordIndex.Table, _ cancellation: Cancellation?, in database: Database) throws {
        let statement = try database.raw("SELECT term, doc FROM temp.held_\(index.rawValue)")
        defer { statement.reset() }
        while try statement.step() {
            if count % 4096 == 0, cancellation?.isCancelled == true { throw StoreError.cancelled }
            add(statement.text(0) ?? "", statement.integer(1))
        }
    }

    /// The pairs that the rows should give.
    init(rows index: WordIndex.Table, _ cancellation: Cancellation?, in database: Database) throws {
        let tokenizer = try database.makeTokenizer(
            FTS5TokenizerDescriptor(components: Schema.tokenizer.split(separator: " ").map(String.init))
        )
        try WordIndex.forEachText(of: index, in: database) { key, words in
            if key % 256 == 0, cancellation?.isCancelled == true { throw StoreError.cancelled }
            for word in Set(try tokenizer.tokenize(document: words).map(\.token)) { add(word, key) }
        }
    }

    private mutating func add(_ word: String, _ key: Int64) {
        // FNV-1a, and a stir so that sums of similar words do not meet.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bitPattern: key)
        for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash ^= hash >> 29
        hash &*= 0xBF58_476D_1CE4_E5B9
        sum &+= hash ^ hash >> 32
        count += 1
    }
}
