package import FoundationEssentials
package import INaturalist
package import ObservationStore

/// The rows of one list as the browser has them: the ids in their order, and the observations near the cursor.
///
/// The store holds the rows; here stand four bytes for each, and the few hundred observations that can be seen soon.
/// What a row tells about the true point counts only for the identity that it was looked up for: for any other it is
/// unknown until it has been looked up again.
package nonisolated struct ObservationList: Sendable {
    /// An observation, and for whom the server told it so.
    package struct Entry: Sendable, Hashable {
        /// As it was answered.
        package let observation: Observation
        /// Whom it was looked up for.
        package let lookedUpAs: Identity
        /// Whether that identity was ever answered; else only what everybody sees is known.
        package let isAnswered: Bool
        /// When that was; nothing for what came this moment.
        package let fetchedAt: Date?
        /// A true face that was once told and is no longer granted.
        package let former: FormerTruth?
        /// When it was noticed that the server has it no longer.
        package let deletedAt: Date?
        /// From the public to the true point. A geodesic costs more than drawing its row, so it is kept.
        package let displacement: Displacement?

        /// As the server has just answered that identity.
        package init(observation: Observation, askedAs identity: Identity) {
            self.observation = observation
            lookedUpAs = identity
            isAnswered = true
            fetchedAt = nil
            former = nil
            deletedAt = nil
            displacement = observation.displacement
        }

        /// As the store holds it for that identity.
        package init(_ held: HeldObservation, as identity: Identity) {
            observation = held.observation
            lookedUpAs = identity
            isAnswered = held.isAnswered
            fetchedAt = held.fetchedAt
            former = held.former
            deletedAt = held.deletedAt
            displacement = held.isAnswered ? held.observation.displacement : nil
        }

        /// Whether it says what this identity may see.
        package func answers(_ identity: Identity) -> Bool { isAnswered && lookedUpAs == identity }

        /// Where it truly is, when this identity may see that: what another was told is not for it.
        func trueLocation(for identity: Identity) -> Location? {
            answers(identity) ? observation.trueLocation : nil
        }
    }

    /// What is fetched.
    package private(set) var source: ListSource
    /// What of it the order shows, and how.
    package private(set) var narrowing = Narrowing()
    /// The list as the store has it; nothing before it was looked up, and when none of it was ever fetched.
    package private(set) var held: HeldList?
    /// Whether the store has been asked.
    package private(set) var isLookedUp = false
    /// The ids of the rows in order, as far as that is known.
    package private(set) var order: [Int32] = []
    /// Whether the order of all rows is known, not only of the first.
    package private(set) var isOrdered = false
    /// Ids that were asked for and not found.
    package private(set) var missing: [Int] = []

    private var knownCount: Int?
    /// Answers that are older than this are asked for again where they are seen, once.
    package var isFreshSince: Date? { didSet { askedAgain = [:] } }
    /// Ids that the server was asked for since then, whatever the store says of their age: what could not be had keeps
    /// its old date there.
    private var askedAgain: [Identity: Set<Int>] = [:]
    private var entries: [Int: Entry] = [:]
    /// Ids of the order that the store does not have any more.
    private var absent: Set<Int> = []

    package init(_ source: ListSource) {
        self.source = source
    }

    // MARK: - Rows

    /// How many rows there are to show.
    package var count: Int { isOrdered ? order.count : max(order.count, knownCount ?? 0) }

    /// Whether that is the whole truth: while rows are being sorted or filtered only the first are known.
    package var isCounted: Bool { isOrdered || knownCount != nil }

    /// How many there are on the server; nothing before the first answer.
    package var total: Int? { held?.progress.total }

    /// Whether every row has been fetched.
    package var isComplete: Bool { held?.progress.isComplete ?? false }

    /// The observation in that row, when it is at hand.
    package func entry(at row: Int) -> Entry? {
        order.indices.contains(row) ? entries[Int(order[row])] : nil
    }

    /// The observation with that id, when it is at hand.
    package func entry(id: Int) -> Entry? { entries[id] }

    /// The ids of some rows, as far as they are known.
    package func ids(in rows: Range<Int>) -> [Int] { order[rows.clamped(to: order.indices)].map { Int($0) } }

    /// The id in that row, when it is known.
    package func id(at row: Int) -> Int? { order.indices.contains(row) ? Int(order[row]) : nil }

    /// Where that observation stands, when it is in the order.
    package func row(of id: Int) -> Int? {
        guard let id = Int32(exactly: id) else { return nil }
        if narrowing.sort.isEmpty {
            // Falling ids.
            var range = order.indices
            while !range.isEmpty {
                let middle = range.lowerBound + range.count / 2
                if order[middle] == id { return middle }
                range = order[middle] > id ? middle + 1..<range.upperBound : range.lowerBound..<middle
            }
            return nil
        }
        return order.firstIndex(of: id)
    }

    /// Whether all of some rows can be shown.
    package func hasEntries(in rows: Range<Int>) -> Bool {
        rows.allSatisfy { row in
            guard order.indices.contains(row) else { return false }
            return entries[Int(order[row])] != nil || absent.contains(Int(order[row]))
        }
    }

    /// All observations at hand, in no order.
    package var entriesAtHand: some Collection<Entry> { entries.values }

    // MARK: - What the store says

    /// Takes an order, with the observations of the rows that will be seen first.
    package mutating func take(_ arranged: ArrangedRows, as identity: Identity) {
        held = arranged.list
        narrowing = arranged.narrowing
        isLookedUp = true
        order = arranged.ids
        isOrdered = arranged.isWhole
        knownCount = arranged.isWhole ? arranged.ids.count : arranged.count
        missing = arranged.missing
        if !arranged.isRefresh { entries = [:] }
        absent = []
        take(arranged.rows, as: identity)
    }

    /// Takes observations that were looked up.
    ///
    /// - Parameter ids: what was asked for; what did not come is not asked for again.
    package mutating func take(_ rows: [HeldObservation], of ids: [Int] = [], as identity: Identity) {
        absent.formUnion(ids)
        for row in rows {
            absent.remove(row.id)
            // What the server has just answered is not asked again because the store does not hold it.
            if !row.isAnswered, let entry = entries[row.id], entry.fetchedAt == nil, entry.answers(identity) {
                continue
            }
            entries[row.id] = Entry(row, as: identity)
        }
    }

    /// Puts rows in their places as the server has just told them to an identity. Ids that were asked for and did not
    /// come (deleted, or kept from this identity) keep what everyone may see and count as answered.
    package mutating func replace(ids: [Int], with batch: ObservationBatch, askedAs identity: Identity) {
        askedAgain[identity, default: []].formUnion(ids)
        for id in ids {
            guard var observation = entries[id]?.observation else { continue }
            observation.disclosure = .withheld
            entries[id] = Entry(observation: observation, askedAs: identity)
        }
        for observation in batch.observations {
            entries[observation.id] = Entry(observation: observation, askedAs: identity)
        }
    }

    /// Has some rows asked for again as an identity that was answered before.
    package mutating func forgetAnswers(to identity: Identity, in rows: Range<Int>) {
        for id in ids(in: rows) {
            guard let entry = entries[id], entry.lookedUpAs == identity else { continue }
            entries[id] = Entry(
                HeldObservation(
                    observation: entry.observation,
                    isAnswered: false,
                    fetchedAt: entry.fetchedAt ?? .distantPast
                ),
                as: identity
            )
        }
    }

    /// Lets go of observations that are far from some rows, when there are many.
    package mutating func forgetFar(from rows: Range<Int>) {
        guard entries.count > Self.limit else { return }
        let near = max(0, rows.lowerBound - Self.reach)..<max(0, rows.upperBound + Self.reach)
        let kept = Set(ids(in: near))
        entries = entries.filter { kept.contains($0.key) }
    }

    // MARK: - What is lacking

    /// The rows around a window whose observations are not at hand for an identity, at most so many, the window's
    /// first; none as long as a page on either side is there.
    package func unknown(to identity: Identity, in window: Range<Int>) -> [Int] {
        let known = 0..<order.count
        let visible = window.clamped(to: known)
        let page = max(visible.count, 1)
        func isMissing(_ row: Int) -> Bool {
            let id = Int(order[row])
            return entries[id]?.lookedUpAs != identity && !absent.contains(id)
        }
        let near = max(0, visible.lowerBound - page)..<min(known.upperBound, visible.upperBound + page)
        guard near.contains(where: isMissing) else { return [] }
        let wide =
            max(0, visible.lowerBound - 2 * page)..<min(known.upperBound, visible.upperBound + 3 * page)
        // What is seen comes first, and alone when it is not there: the rest can wait for it.
        if visible.contains(where: isMissing) { return visible.filter(isMissing).map { Int(order[$0]) } }
        return wide.filter(isMissing).map { Int(order[$0]) }
    }

    /// Which of the rows around a window that identity was never answered, or too long ago, at most so many, the
    /// window's first; none as long as the window lacks nothing.
    package func unanswered(for identity: Identity, in window: Range<Int>, limit: Int) -> [Int] {
        let visible = window.clamped(to: 0..<order.count)
        func isUnanswered(_ row: Int) -> Bool {
            guard let entry = entry(at: row) else { return false }
            return entry.lookedUpAs == identity && (!entry.isAnswered || isOld(entry))
        }
        guard visible.contains(where: isUnanswered) else { return [] }
        let reach = max(0, limit - visible.count)
        let before = max(0, visible.lowerBound - reach / 2)..<visible.lowerBound
        let after = visible.upperBound..<min(order.count, visible.upperBound + reach - before.count)
        // Rows that were not looked up for it may be unanswered, too; asking for them costs nothing more.
        func isWanted(_ row: Int) -> Bool {
            entry(at: row).map { !$0.answers(identity) || isOld($0) } ?? true
        }
        return [visible, before, after].joined().lazy.filter(isWanted).prefix(limit).map { Int(order[$0]) }
    }

    private func isOld(_ entry: Entry) -> Bool {
        guard let isFreshSince, let fetchedAt = entry.fetchedAt else { return false }
        guard fetchedAt < isFreshSince else { return false }
        return askedAgain[entry.lookedUpAs]?.contains(entry.observation.id) != true
    }

    /// Whether the rows down to that one were fetched in this pass, so that nothing more has to be asked for them.
    package func isFetched(downTo row: Int) -> Bool {
        guard let progress = held?.progress else { return false }
        guard let lowest = progress.lowestFetched else { return progress.isComplete }
        guard row < order.count else { return false }
        return Int(order[max(0, row)]) > lowest
    }

    /// So many observations are kept at hand before some are let go.
    private static let limit = 2_000
    /// How far from the window they are kept then, in rows.
    private static let reach = 600
}
