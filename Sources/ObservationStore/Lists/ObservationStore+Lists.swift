package import FoundationEssentials
internal import GRDB
package import INaturalist

// Lists
extension ObservationStore {
    /// The list of a query for a viewer, which is made when there is none.
    ///
    /// - Throws: what the file does not allow.
    package func openList(
        _ query: ObservationQuery,
        as viewer: ViewerKey,
        at date: Date
    ) throws(StoreError) -> HeldList {
        try openList(named: query.listName, as: viewer, at: date)
    }

    /// The list of a query for a viewer; nil when nothing of it was ever asked for.
    package func list(_ query: ObservationQuery, as viewer: ViewerKey) throws(StoreError) -> HeldList? {
        try list(named: query.listName, as: viewer)
    }

    /// The list with that name for a viewer, which is made when there is none: for what is no query of a server, as a
    /// file's path.
    package func openList(
        named name: String,
        as viewer: ViewerKey,
        at date: Date
    ) throws(StoreError) -> HeldList {
        if let list = try list(named: name, as: viewer) { return list }
        return try write { database in
            let moment = Int64(seconds: date)
            let keys = try SightKeys.making(viewer, at: moment, in: database)
            try database.run(
                "INSERT OR IGNORE INTO list (viewer, query, opened_at) VALUES (?1, ?2, ?3)",
                [.number(keys.viewer), .words(name), .number(moment)]
            )
            guard let list = try ListRow.find(name, keys.viewer, in: database) else {
                throw StoreError.noSuchList
            }
            return list
        }
    }

    /// The list with that name for a viewer; nil when there is none.
    package func list(named name: String, as viewer: ViewerKey) throws(StoreError) -> HeldList? {
        try read { database in
            let keys = try SightKeys(of: viewer, in: database)
            return try ListRow.find(name, keys.viewer, in: database)
        }
    }

    /// A list as it is now; nil when it was forgotten.
    package func list(_ id: ListID) throws(StoreError) -> HeldList? {
        try read { database in
            try database.first("\(ListRow.selection) WHERE l.number = ?1", [.number(id.number)], ListRow.read)
                ?? nil
        }
    }

    /// All lists, the one that was last asked for first.
    package func lists() throws(StoreError) -> [HeldList] {
        try read { try ListRow.all(in: $0) }
    }

    /// Notes how far a list was fetched, beside its rows.
    ///
    /// - Throws: ``StoreError/noSuchList`` when it was forgotten.
    package func update(_ progress: ListProgress, of list: ListID) throws(StoreError) {
        try write { try ListRow.write(progress, of: list, in: $0) }
    }
}
