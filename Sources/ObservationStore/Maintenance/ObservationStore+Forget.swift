internal import GRDB

// Forgetting
extension ObservationStore {
    /// Forgets: all of it or nothing, and nothing that another viewer was told. The bytes are overwritten.
    ///
    /// A list that is not there, or a viewer who never asked, is no error: nothing is left to do.
    ///
    /// - Throws: ``StoreError/readOnly(path:)``; what the file does not allow.
    @discardableResult
    package func forget(_ what: Forgetting) throws(StoreError) -> ForgetReport {
        var report = try writing { pool in
            try pool.writeWithoutTransaction { database in
                // Else SQLite leaves the bytes of freed pages where they are.
                try database.execute(sql: "PRAGMA secure_delete = ON")
                defer { try? database.execute(sql: "PRAGMA secure_delete = FAST") }
                var report = ForgetReport()
                try database.inTransaction(.immediate) {
                    report = try Self.forget(what, in: database)
                    return .commit
                }
                return report
            }
        }
        report.isErased = try erase(what)
        return report
    }

    private func erase(_ what: Forgetting) throws(StoreError) -> Bool {
        if case .list = what {
            // A query's words were overwritten where they stood; only the log may still have them.
            return try emptyLog()
        }
        do {
            // What was replaced or moved before may lie in pages that are free since.
            try checkRoom()
            return try rewrite()
        } catch {
            switch error {
            case .noRoom, .full, .busy: return false
            default: throw error
            }
        }
    }

    private static func forget(_ what: Forgetting, in database: Database) throws -> ForgetReport {
        switch what {
        case .list(let list):
            try forget([list], in: database)
        case .viewer(let viewer):
            try forget(try SightKeys(of: viewer, in: database), in: database)
        case .everything:
            try forgetEverything(in: database)
        }
    }

    private static func forget(_ lists: [ListID], in database: Database) throws -> ForgetReport {
        var report = ForgetReport()
        let members = try database.raw("DELETE FROM member WHERE key BETWEEN ?1 AND ?2")
        let removal = try database.raw("DELETE FROM list WHERE number = ?1")
        for list in lists {
            members.bind(1, list.first)
            members.bind(2, list.last)
            try members.run()
            removal.bind(1, list.number)
            try removal.run()
            report.lists += removal.changes
        }
        return report
    }

    private static func forget(_ keys: SightKeys, in database: Database) throws -> ForgetReport {
        // Whoever never asked has the number 0, which is everybody's in the history.
        guard keys.viewer > 0 else { return ForgetReport() }
        let lists = try database.all("SELECT number FROM list WHERE viewer = ?1", [.number(keys.viewer)]) {
            ListID(number: $0.integer(0))
        }
        var report = try forget(lists, in: database)
        let range: [Cell] = [.number(keys.first), .number(keys.last)]
        let words = try WordIndex(.sight, database)
        let points = try PointIndex(database)
        let truths = try database.all(
            "SELECT key, place FROM sight WHERE key BETWEEN ?1 AND ?2 AND (latitude IS NOT NULL OR place IS NOT NULL)",
            range
        ) { (key: $0.integer(0), place: $0.text(1)) }
        for truth in truths {
            if let place = truth.place { try words.forget(place, under: truth.key) }
            try points.forget(truth.key)
        }
        // The words' index only marks what is taken out, until its parts are merged.
        if truths.contains(where: { $0.place != nil }) { try WordIndex.optimize(.sight, database) }
        report.sights = try database.removing("sight WHERE key BETWEEN ?1 AND ?2", range)
        report.changes = try database.removing("change WHERE viewer = ?1", [.number(keys.viewer)])
        _ = try database.removing("viewer WHERE number = ?1", [.number(keys.viewer)])
        return report
    }

    private static func forgetEverything(in database: Database) throws -> ForgetReport {
        var report = ForgetReport()
        for table in WordIndex.Table.allCases { try WordIndex.empty(table, database) }
        try PointIndex.empty(database)
        // “1” so that each row is taken out and counted.
        for table in ["member", "description", "address", "viewer"] {
            _ = try database.removing("\(table) WHERE 1")
        }
        report.lists = try database.removing("list WHERE 1")
        report.sights = try database.removing("sight WHERE 1")
        report.changes = try database.removing("change WHERE 1")
        report.observations = try database.removing("observation WHERE 1")
        try database.run("UPDATE tally SET observations = 0")
        return report
    }
}

extension Database {
    /// Takes rows out.
    ///
    /// - Returns: how many there were.
    fileprivate func removing(_ rows: String, _ values: [Cell] = []) throws -> Int {
        let statement = try raw("DELETE FROM \(rows)")
        statement.bind(values)
        try statement.run()
        return statement.changes
    }
}
