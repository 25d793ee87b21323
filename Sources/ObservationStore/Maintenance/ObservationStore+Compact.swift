internal import GRDB

// Compacting
extension ObservationStore {
    /// Gives free room of the file back to the disk, and puts what belongs together side by side.
    ///
    /// Nothing is dropped unless it is asked for; then only what can be fetched again: rows that no list holds, that
    /// the server still has, and of which no viewer was ever told a hidden truth. Their history stays.
    ///
    /// - Parameter droppingUnlisted: whether to drop such rows.
    /// - Throws: ``StoreError/noRoom(path:needed:free:)`` when the disk cannot hold the copy that is made on the way;
    ///   ``StoreError/cancelled`` before the copy begins. The store is then as it was, but for what was dropped.
    @discardableResult
    package func compact(
        droppingUnlisted: Bool = false,
        cancellation: Cancellation? = nil
    ) throws(StoreError) -> CompactReport {
        var report = CompactReport(
            bytesBefore: totalBytes,
            bytesAfter: 0,
            dropped: 0,
            isShortened: false
        )
        try checkRoom()
        if droppingUnlisted { report.dropped = try dropUnlisted(cancellation) }
        guard cancellation?.isCancelled != true else { throw .cancelled }
        try write { database in
            for table in WordIndex.Table.allCases { try WordIndex.optimize(table, database) }
        }
        guard cancellation?.isCancelled != true else { throw .cancelled }
        report.isShortened = try rewrite()
        report.bytesAfter = totalBytes
        return report
    }

    /// The file and its log.
    var totalBytes: Int { PrivateFile.size(path) + PrivateFile.size("\(path)-wal") }

    /// Writes the whole file anew without what was free in it, and empties the log.
    ///
    /// - Returns: whether nobody else kept the old pages.
    func rewrite() throws(StoreError) -> Bool {
        try writing { pool in
            try pool.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
        }
        return try emptyLog()
    }

    /// Refuses when the two copies that are made on the way do not fit: one where SQLite puts what is not kept, one in
    /// the log.
    func checkRoom() throws(StoreError) {
        let needed = try read { database in
            let pages =
                (try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0)
                - (try Int.fetchOne(database, sql: "PRAGMA freelist_count") ?? 0)
            return pages * (try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
        }
        let folder = PrivateFile.split(path).folder
        let scratch = DiskRoom.scratchFolder
        let isSame = DiskRoom.device(of: folder) == DiskRoom.device(of: scratch)
        for (place, bytes) in [(folder, isSame ? needed * 2 : needed), (scratch, needed)] {
            if let free = DiskRoom.free(at: place), free < bytes {
                throw .noRoom(path: place, needed: bytes, free: free)
            }
        }
    }

    private func dropUnlisted(_ cancellation: Cancellation?) throws(StoreError) -> Int {
        try write { database in
            let viewers = try database.all("SELECT number FROM viewer") { $0.integer(0) }
            let lists = try database.all("SELECT number FROM list") { $0.integer(0) }
            let words = try WordIndex(.observation, database)
            let member = try database.raw("SELECT 1 FROM member WHERE key = ?1")
            let truth = try database.raw(
                "SELECT latitude IS NOT NULL OR place IS NOT NULL FROM sight WHERE key = ?1"
            )
            let removals = try ["observation WHERE id", "description WHERE id"].map {
                try database.raw("DELETE FROM \($0) = ?1")
            }
            let noSight = try database.raw("DELETE FROM sight WHERE key = ?1")
            func answer(_ statement: RawStatement, _ key: Int64) throws -> Bool {
                statement.bind(1, key)
                defer { statement.reset() }
                return try statement.step() ? statement.integer(0) != 0 : false
            }
            func remove(_ statement: RawStatement, _ key: Int64) throws {
                statement.bind(1, key)
                try statement.run()
            }
            var dropped = 0
            // All ids first: rows must not be taken away under a statement that reads them.
            let ids = try database.all("SELECT id FROM observation WHERE deleted_at IS NULL") {
                $0.integer(0)
            }
            for id in ids {
                if cancellation?.isCancelled == true { throw StoreError.cancelled }
                if try lists.contains(where: { try answer(member, ListID(number: $0).base + id) }) {
                    continue
                }
                if try viewers.contains(where: { try answer(truth, SightKeys(viewer: $0).key(id)) }) {
                    continue
                }
                guard let row = try database.first(PublicRow.selection, [.number(id)], PublicRow.init) else {
                    continue
                }
                try words.forget(row.content.searchWords, under: id)
                for removal in removals { try remove(removal, id) }
                for viewer in viewers { try remove(noSight, SightKeys(viewer: viewer).key(id)) }
                dropped += 1
            }
            try database.run("UPDATE tally SET observations = observations - ?1", [.number(Int64(dropped))])
            return dropped
        }
    }
}
