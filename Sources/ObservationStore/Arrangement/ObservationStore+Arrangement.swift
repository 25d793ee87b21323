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
        try read(cancellation) { database in
            let search = HeadSearch(arrangement: arrangement, limit: max(limit, 0), database: database)
            if let ids = try search.ids() { return ids }
            return try Self.ids(of: arrangement, limit: max(limit, 0), in: database)
        }
    }

    /// The ids of all rows in order, four bytes each.
    ///
    /// - Throws: ``StoreError/cancelled``; what the file does not allow.
    package func order(
        of arrangement: Arrangement,
        cancellation: Cancellation? = nil
    ) throws(StoreError) -> [Int32] {
        try read(cancellation) { database in
            try Self.ids(of: arrangement, limit: nil, in: database)
        }
    }

    /// The ids in order, or the first of them.
    private static func ids(
        of arrangement: Arrangement,
        limit: Int?,
        in database: Database
    ) throws -> [Int32] {
        let question = try ArrangementSQL(arrangement, order: .asked, in: database)
        if arrangement.sort.isEmpty, let ids = try question.hits(limit: limit ?? .max, in: database) {
            return ids
        }
        return try question.ids(limit: limit, in: database)
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
            let question = try ArrangementSQL(arrangement, and: words, order: .asked, in: database)
            return try question.ids(limit: nil, in: database)
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
            let question = try ArrangementSQL(arrangement, order: .any, in: database)
            var count = 0
            let isCounted = try question.forEachHit(in: database) { _ in
                count += 1
                return true
            }
            if isCounted { return count }
            return try database.first(question.sql("count(*)"), question.values) { Int($0.integer(0)) } ?? 0
        }
    }
}

extension ArrangementSQL {
    /// The ids in order.
    func ids(limit: Int?, in database: Database) throws -> [Int32] {
        let end = limit.map { " LIMIT \($0)" } ?? ""
        let statement = try database.raw(sql(id) + order + end)
        defer { statement.reset() }
        statement.bind(values)
        var ids: [Int32] = []
        if let limit { ids.reserveCapacity(min(limit, 10_000)) }
        while try statement.step() { ids.append(Int32(truncatingIfNeeded: statement.integer(0))) }
        return ids
    }

    /// With words of which some are private: as many ids as asked for, falling.
    ///
    /// - Returns: nil when more than words is asked for, or public ones alone.
    fileprivate func hits(limit: Int, in database: Database) throws -> [Int32]? {
        var ids: [Int32] = []
        let isAnswered = try forEachHit(in: database) { id in
            guard ids.count < limit else { return false }
            ids.append(Int32(truncatingIfNeeded: id))
            return true
        }
        return isAnswered ? ids : nil
    }

    /// Gives the body each row until it says that it has enough.
    ///
    /// - Returns: false when more than words is asked for, or public ones alone.
    fileprivate func forEachHit(in database: Database, _ body: (Int64) -> Bool) throws -> Bool {
        guard var hits = try wordHits(in: database) else { return false }
        defer { hits.close() }
        try hits.start()
        while let id = try hits.next(), body(id) {}
        return true
    }
}
