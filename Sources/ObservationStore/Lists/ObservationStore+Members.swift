package import FoundationEssentials
internal import GRDB
package import INaturalist

// What a list holds, and what is taken out of it.
extension ObservationStore {
    /// The ids that a list holds, falling.
    ///
    /// - Parameter limit: how many at most; nil for all, of which each takes eight bytes.
    package func ids(of list: ListID, in window: IDWindow, limit: Int?) throws(StoreError) -> [Int] {
        guard let range = window.keys(of: list) else { return [] }
        return try read { database in
            try database.all(
                "SELECT key FROM member WHERE key BETWEEN ?1 AND ?2 ORDER BY key DESC LIMIT ?3",
                [
                    .number(range.lowerBound), .number(range.upperBound),
                    .number(limit.map { Int64($0) } ?? -1),
                ]
            ) { Int($0.integer(0) - list.base) }
        }
    }

    /// How many ids a list holds there.
    package func count(of list: ListID, in window: IDWindow) throws(StoreError) -> Int {
        guard let range = window.keys(of: list) else { return 0 }
        return try read { database in
            try database.first(
                "SELECT count(*) FROM member WHERE key BETWEEN ?1 AND ?2",
                [.number(range.lowerBound), .number(range.upperBound)]
            ) { Int($0.integer(0)) } ?? 0
        }
    }

    /// Takes ids out of a list, and marks what the server has no longer. Deleted observations stay, with all that was
    /// told of them; that they went is noted in the history.
    ///
    /// - Throws: ``StoreError/noSuchList``; what the file does not allow.
    package func remove(
        _ ids: [Int],
        from list: ListID,
        deleted: [Int],
        at date: Date,
        progress: ListProgress?
    ) throws(StoreError) {
        try write { database in
            try ListRow.check(list, in: database)
            let moment = Int64(seconds: date)
            let removal = try database.raw("DELETE FROM member WHERE key = ?1")
            var count = 0
            for id in ids where 1..<Int(SightKeys.idLimit) ~= id {
                removal.bind(1, list.base + Int64(id))
                try removal.run()
                count += removal.changes
            }
            try database.run(
                "UPDATE list SET row_count = row_count - ?2 WHERE number = ?1",
                [.number(list.number), .number(Int64(count))]
            )
            // Whoever was told of it later knows better.
            let mark = try database.raw(
                """
                UPDATE observation SET deleted_at = ?2 WHERE id = ?1 AND deleted_at IS NULL AND fetched_at <= ?2 \
                AND NOT EXISTS (SELECT 1 FROM viewer v JOIN sight s ON s.key = (v.number << 32) + observation.id \
                WHERE v.kind <> \(ViewerKey.file.kind) AND s.fetched_at > ?2)
                """
            )
            let notes = try ChangeNotes(database, at: moment)
            for id in deleted {
                mark.bind(1, Int64(id))
                mark.bind(2, moment)
                try mark.run()
                if mark.changes > 0 { try notes.note(.deletion, of: Int64(id), nil, .date(moment)) }
            }
            if let progress { try ListRow.write(progress, of: list, in: database) }
        }
    }
}

extension IDWindow {
    /// The keys of a list's members inside the window; nil when there can be none.
    fileprivate func keys(of list: ListID) -> ClosedRange<Int64>? {
        let limit = Int(SightKeys.idLimit)
        let (above, below): (Int, Int) =
            switch self {
            case .all: (0, limit)
            case .below(let below): (0, below)
            case .above(let above): (above, limit)
            case .between(let above, let below): (above, below)
            }
        let (first, last) = (max(above, 0) + 1, min(below, limit) - 1)
        // Written so that the ends of the numbers cannot overflow.
        return above < limit && below > 1 && first <= last
            ? list.base + Int64(first)...list.base + Int64(last) : nil
    }
}
