package import FoundationEssentials
internal import GRDB
package import INaturalist

// Rows
extension ObservationStore {
    /// Keeps observations as one viewer was told them, all or none.
    ///
    /// What others were told does not change; a true point is never replaced by “withheld”, and nothing by an older
    /// answer. What becomes different is noted in the history.
    ///
    /// - Parameters:
    ///   - list: the list whose answer they are part of; nil for none.
    ///   - date: when they were fetched.
    ///   - progress: how far the list is fetched with them; nil to leave that as it is.
    /// - Throws: ``StoreError/noSuchList`` when the list was forgotten; what the file does not allow.
    @discardableResult
    package func write(
        _ observations: [Observation],
        of list: ListID?,
        as viewer: ViewerKey,
        at date: Date,
        progress: ListProgress?
    ) throws(StoreError) -> WriteReport {
        try write { database in
            if let list { try ListRow.check(list, in: database) }
            var writer = try RowWriter(database, viewer: viewer, list: list, at: date)
            // Pages come with falling ids. The words' index writes out what it has gathered whenever an id is lower
            // than the one before, and rows that come rising leave no page of the file half empty.
            let rising = observations.indices.sorted { left, right in
                (observations[left].id, left) < (observations[right].id, right)
            }
            for index in rising { try writer.write(observations[index]) }
            if let list, let progress { try ListRow.write(progress, of: list, in: database) }
            return try writer.finish(in: database).inOrder(of: observations)
        }
    }

    /// The rows with these ids, in the order asked; ids that are not held are left out.
    package func rows(_ ids: [Int], as viewer: ViewerKey) throws(StoreError) -> [HeldObservation] {
        try read { database in
            let keys = try SightKeys(of: viewer, in: database)
            let addresses = try AddressBook(database)
            let selection = try database.raw(PublicRow.selection)
            let sights = try database.raw(SightRow.selection)
            defer {
                selection.reset()
                sights.reset()
            }
            return try ids.compactMap { id in
                guard 1...Int(Int32.max) ~= id else { return nil }
                selection.reset()
                selection.bind(1, Int64(id))
                guard try selection.step() else { return nil }
                sights.reset()
                sights.bind(1, keys.key(Int64(id)))
                let sight = try sights.step() ? SightRow(sights) : nil
                return HeldObservation(PublicRow(selection), sight, addresses: addresses)
            }
        }
    }
}

extension WriteReport {
    /// The same with its ids in the order in which they were given.
    fileprivate func inOrder(of observations: [Observation]) -> WriteReport {
        var report = self
        if new.count == observations.count {
            report.new = observations.map(\.id)
        } else if !new.isEmpty {
            var ids = Set(new)
            report.new = observations.compactMap { ids.remove($0.id) }
        }
        if !refused.isEmpty {
            let ids = Set(refused)
            report.refused = observations.map(\.id).filter(ids.contains)
        }
        return report
    }
}

extension HeldObservation {
    init(_ row: PublicRow, _ sight: SightRow?, addresses: AddressBook) {
        let former = sight.flatMap { sight in
            sight.until.flatMap { until in sight.face.map { FormerTruth(face: $0, until: until.date) } }
        }
        self.init(
            observation: row.observation(sight, addresses: addresses),
            isAnswered: sight?.isAnswer(isOpen: row.content.obscuration == 0) ?? false,
            fetchedAt: (sight?.fetchedAt ?? row.fetchedAt).date,
            former: former,
            deletedAt: row.deletedAt?.date
        )
    }
}
