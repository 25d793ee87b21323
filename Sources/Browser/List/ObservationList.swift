package import INaturalist

/// The rows fetched so far, each with the identity that it was answered to.
///
/// A change of identity keeps the rows and their order, so that the cursor stays on its observation. What a row
/// tells about the true point counts only for the identity it was answered to: for any other it is unknown until
/// the row has been asked for again.
package nonisolated struct ObservationList: Sendable {
    /// An observation, and for whom the server told it so.
    package struct Entry: Sendable, Hashable {
        /// As the server answered.
        package let observation: Observation
        /// The identity that asked.
        package let askedAs: Identity
        /// From the public to the true point. A geodesic costs more than drawing its row, so it is kept.
        package let displacement: Displacement?

        package init(observation: Observation, askedAs: Identity) {
            self.observation = observation
            self.askedAs = askedAs
            displacement = observation.displacement
        }
    }

    /// What is fetched.
    package private(set) var source: ListSource
    /// In the order of the list.
    package private(set) var entries: [Entry] = []
    /// How many there are on the server; nothing before the first answer.
    package private(set) var total: Int?
    /// Whether every row has been fetched.
    package private(set) var isComplete = false
    /// Ids that were asked for and not found.
    package private(set) var missing: [Int] = []
    /// Rows of answers that could not be read.
    package private(set) var unreadable = 0

    private var indexOfID: [Int: Int] = [:]

    package init(_ source: ListSource) {
        self.source = source
    }

    /// How many rows can be shown.
    package var count: Int { entries.count }

    /// Where that observation stands, if it was fetched.
    package func index(of id: Int) -> Int? { indexOfID[id] }

    /// The lowest id fetched, from which the next page goes on; ids fall along the list.
    package var lowestID: Int? { entries.last?.observation.id }

    /// Takes the next page of a list that is sorted by falling id.
    ///
    /// - Parameter limit: how many rows had been asked for: fewer mean that it was the last page.
    package mutating func append(_ page: ObservationPage, askedAs identity: Identity, limit: Int) {
        let before = entries.count
        for observation in page.observations where indexOfID[observation.id] == nil {
            indexOfID[observation.id] = entries.count
            entries.append(Entry(observation: observation, askedAs: identity))
        }
        // The server counts what follows the window's edge; what is already here comes before it.
        unreadable += page.unreadable
        if total == nil { total = page.total }
        // A page without a new row would be asked for again and again: the window cannot move on.
        if page.observations.count + page.unreadable < limit || entries.count == before {
            isComplete = true
            total = entries.count
        }
    }

    /// Takes all the rows of a list of ids at once.
    package mutating func take(_ batch: ObservationBatch, askedAs identity: Identity) {
        for observation in batch.observations where indexOfID[observation.id] == nil {
            indexOfID[observation.id] = entries.count
            entries.append(Entry(observation: observation, askedAs: identity))
        }
        missing = batch.missing
        total = entries.count
        isComplete = true
    }

    /// Puts rows in their places as another identity sees them. Ids that were asked for and did not come
    /// (deleted, or kept from this identity) keep what everyone may see and count as answered.
    package mutating func replace(ids: [Int], with batch: ObservationBatch, askedAs identity: Identity) {
        for id in ids {
            guard let index = indexOfID[id] else { continue }
            var observation = entries[index].observation
            observation.disclosure = .withheld
            entries[index] = Entry(observation: observation, askedAs: identity)
        }
        for observation in batch.observations {
            guard let index = indexOfID[observation.id] else { continue }
            entries[index] = Entry(observation: observation, askedAs: identity)
        }
    }

    /// Which of the rows around a window were answered to another identity, at most so many, the window's first.
    package func stale(for identity: Identity, in window: Range<Int>, limit: Int) -> [Int] {
        let visible = window.clamped(to: 0..<count)
        guard visible.contains(where: { entries[$0].askedAs != identity }) else { return [] }
        let reach = max(0, limit - visible.count)
        let before = max(0, visible.lowerBound - reach / 2)..<visible.lowerBound
        let after = visible.upperBound..<min(count, visible.upperBound + reach - before.count)
        return [visible, before, after].joined().lazy
            .map { entries[$0] }
            .filter { $0.askedAs != identity }
            .prefix(limit)
            .map(\.observation.id)
    }
}
