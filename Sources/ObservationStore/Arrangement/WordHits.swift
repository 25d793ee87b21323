internal import GRDB

/// The rows with words of which some are among a viewer's private ones, by falling ids, one after another: a letter is
/// in half of all rows, and no table of them all has to be made before the first is known.
struct WordHits {
    private var streams: [Stream]
    private let observation: RawStatement

    /// Only prepares, so that there is something to close when the first step fails.
    ///
    /// - Parameter patterns: one a word.
    init(_ patterns: [String], keys: SightKeys, in database: Database) throws {
        streams = try patterns.enumerated().map { try Stream($1, keys: keys, number: $0, in: database) }
        observation = try database.raw("SELECT 1 FROM observation WHERE id = ?1")
    }

    /// Begins the reading, which ``close()`` has to end even when this throws: a statement in the middle of its rows
    /// would go on seeing the file as it was.
    mutating func start() throws {
        for index in streams.indices { try streams[index].start() }
    }

    /// The next row with every word.
    mutating func next() throws -> Int64? {
        guard !streams.isEmpty else { return nil }
        while true {
            guard var candidate = streams[0].current else { return nil }
            var index = 1
            while index < streams.count {
                try streams[index].skip(above: candidate)
                guard let found = streams[index].current else { return nil }
                if found < candidate {
                    candidate = found
                    try streams[0].skip(above: candidate)
                    guard let first = streams[0].current else { return nil }
                    if first < candidate { candidate = first }
                    index = 1
                } else {
                    index += 1
                }
            }
            let isPublic = streams.contains(where: \.isPublic)
            for index in streams.indices { try streams[index].advance() }
            // What was told of an observation may be held without it, when a damaged file was saved.
            if isPublic { return candidate }
            if try isHeld(candidate) { return candidate }
        }
    }

    private func isHeld(_ id: Int64) throws -> Bool {
        observation.bind(1, id)
        defer { observation.reset() }
        return try observation.step()
    }

    /// Ends the reading.
    func close() {
        for stream in streams { stream.close() }
    }
}

extension WordHits {
    /// The rows with one word, public or private.
    private struct Stream {
        private let publicRows: RawStatement
        private let privateRows: RawStatement
        private let base: Int64
        private var publicID: Int64?
        private var privateID: Int64?

        /// - Parameter number: tells the statements of several words apart, which are read at the same time.
        init(_ pattern: String, keys: SightKeys, number: Int, in database: Database) throws {
            base = keys.base
            publicRows = try database.raw(
                "SELECT rowid FROM observation_words(?1) ORDER BY rowid DESC -- \(number)"
            )
            privateRows = try database.raw(
                """
                SELECT rowid FROM sight_words(?1) WHERE rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC -- \(number)
                """
            )
            publicRows.bind(1, pattern)
            privateRows.bind(1, pattern)
            privateRows.bind(2, keys.first)
            privateRows.bind(3, keys.last)
        }

        mutating func start() throws {
            try advancePublic()
            try advancePrivate()
        }

        var current: Int64? {
            guard let publicID else { return privateID }
            return max(publicID, privateID ?? publicID)
        }

        /// Whether the current row has the word among its public ones.
        var isPublic: Bool { publicID != nil && publicID == current }

        mutating func advance() throws {
            guard let current else { return }
            if publicID == current { try advancePublic() }
            if privateID == current { try advancePrivate() }
        }

        mutating func skip(above id: Int64) throws {
            while let publicID, publicID > id { try advancePublic() }
            while let privateID, privateID > id { try advancePrivate() }
        }

        func close() {
            publicRows.reset()
            privateRows.reset()
        }

        private mutating func advancePublic() throws {
            publicID = try publicRows.step() ? publicRows.integer(0) : nil
        }

        private mutating func advancePrivate() throws {
            privateID = try privateRows.step() ? privateRows.integer(0) - base : nil
        }
    }
}
