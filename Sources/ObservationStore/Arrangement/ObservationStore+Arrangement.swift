internal import GRDB

// Orders
extension ObservationStore {
    /// The ids of the first rows in order, without the others being sorted.
    ///
    /// - Throws: ``StoreError/cancelled``; what the file does not allow.
    package func head(
        of arrangement: Arrangement,
        limit: Int,
        cancellation: Cancellation? = nil
    ) throws(StoreError) -> [Int32] {
        try ids(of: arrangement, limit: limit, cancellation: cancellation)
    }

    /// The ids of all rows in order, four bytes each.
    ///
    /// - Throws: ``StoreError/cancelled``; what the file does not allow.
    package func order(
        of arrangement: Arrangement,
        cancellation: Cancellation? = nil
    ) throws(StoreError) -> [Int32] {
        try ids(of: arrangement, limit: nil, cancellation: cancellation)
    }

    /// The ids of the rows with these words besides the arrangement's own, rising: for jumping among them.
    ///
    /// - Returns: nothing when there is no word to look for.
    /// - Throws: ``StoreError/cancelled``; what the file does not allow.
    package func matches(
        _ words: String,
        in arrangement: Arrangement,
        cancellation: Cancellation? = nil
    ) throws(StoreError) -> [Int32] {
        var arrangement = arrangement
        arrangement.sort = [SortKey(column: .id)]
        return try read(cancellation) { database in
            let keys = try SightKeys(of: arrangement.viewer, in: database)
            guard try WordSearch([words], keys: keys, in: database) != nil else { return [] }
            let question = try ArrangementSQL(arrangement, and: words, isOrdered: true, in: database)
            return try Self.ids(question, limit: nil, in: database)
        }
    }

    /// How many rows there are.
    ///
    /// - Throws: ``StoreError/cancelled``; what the file does not allow.
    package func count(
        of arrangement: Arrangement,
        cancellation: Cancellation? = nil
    ) throws(StoreError) -> Int {
        try read(cancellation) { database in
            let question = try ArrangementSQL(arrangement, isOrdered: false, in: database)
            return try database.first(question.sql("count(*)"), question.values) { Int($0.integer(0)) } ?? 0
        }
    }

    private func ids(
        of arrangement: Arrangement,
        limit: Int?,
        cancellation: Cancellation?
    ) throws(StoreError) -> [Int32] {
        try read(cancellation) { database in
            let question = try ArrangementSQL(arrangement, isOrdered: true, in: database)
            return try Self.ids(question, limit: limit, in: database)
        }
    }

    private static func ids(_ question: ArrangementSQL, limit: Int?, in database: Database) throws -> [Int32]
    {
        let end = limit.map { " LIMIT \(max($0, 0))" } ?? ""
        let statement = try database.raw(question.sql(question.id) + question.order + end)
        defer { statement.reset() }
        statement.bind(question.values)
        var ids: [Int32] = []
        if let limit { ids.reserveCapacity(min(max(limit, 0), 10_000)) }
        while try statement.step() { ids.append(Int32(truncatingIfNeeded: statement.integer(0))) }
        return ids
    }
}
