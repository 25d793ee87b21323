internal import FoundationEssentials
internal import INaturalist
internal import ObservationStore

/// A pass: everything, or everything that changed since some time, in windows of ids from the newest down.
///
/// What the list's progress holds while one is under way: `lowestFetched`, below which it goes on; `changedSince`, from
/// which on it asks, nil for everything; `fetchedAt`, the servers' time when it began. A pass may take hours, when its
/// pages are asked for one by one: what is new or changed since it began is what the next pass asks for.
extension SyncRun {
    /// Goes through one pass, or through the rest of one.
    ///
    /// - Parameter isOnePage: ends after one page.
    /// - Returns: whether there is more to fetch: the rest of the pass; or another pass, because so much time went by
    ///   since this one began.
    func pass(isOnePage: Bool = false) async throws(SyncError) -> Bool {
        // A pass whose beginning is not known says nothing of what changed since.
        if progress.fetchedAt == nil { progress.lowestFetched = nil }
        // Asking for ids is as quick as asking which of them changed, and tells what is gone.
        if !job.query.ids.isEmpty { progress.changedSince = nil }
        let isResumed = progress.lowestFetched != nil
        let isEverything = progress.changedSince == nil
        job.board.begin(isEverything ? .fetching : .updating, total: isEverything ? progress.total : nil)
        var pages = 0
        repeat {
            let upper = progress.lowestFetched
            let part = try await part(below: upper, changedSince: progress.changedSince)
            pages += 1
            if upper == nil { progress.fetchedAt = part.asked }
            if isEverything, upper == nil || progress.total == nil { progress.total = part.total }
            progress.lowestFetched = part.next
            if part.next == nil { endPass() }
            try write(part.observations, progress: progress)
            await tell(of: part, total: isEverything ? progress.total : nil)
        } while progress.lowestFetched != nil && !isOnePage
        if progress.lowestFetched != nil { return true }
        return job.query.ids.isEmpty && (isResumed || isEverything && pages > 1)
    }

    /// Fetches the newest rows anew.
    ///
    /// - Parameter id: what is passed before it ends; nil for one page.
    /// - Returns: whether there is more below.
    func passOverNewest(through id: Int?) async throws(SyncError) -> Bool {
        job.board.begin(.fetching, total: progress.total)
        var upper: Int?
        var began = job.client.serverNow
        repeat {
            let part = try await part(below: upper, changedSince: nil)
            if upper == nil {
                began = part.asked
                progress.total = part.total
            }
            upper = part.next
            note(lowest: upper, fetchedSince: began)
            try write(part.observations, progress: progress)
            await tell(of: part, total: progress.total)
        } while id.map { id in upper.map { $0 > id } ?? false } ?? false
        return upper != nil
    }

    /// Notes that all rows were fetched from the newest down to an id, nil for all there are, since that time.
    private func note(lowest: Int?, fetchedSince began: Date) {
        guard let lowest else {
            progress.fetchedAt = began
            return endPass()
        }
        if progress.changedSince == nil {
            // A pass over everything is under way, or none was begun. It has taken over what it passed.
            guard progress.lowestFetched.map({ lowest <= $0 }) ?? true || progress.fetchedAt == nil else {
                return
            }
            progress.lowestFetched = lowest
            progress.fetchedAt = began
        } else if progress.lowestFetched == nil {
            progress.fetchedAt = job.client.serverNow
        }
    }

    private func endPass() {
        let now = job.client.serverNow
        progress.lowestFetched = nil
        progress.isComplete = true
        progress.completedAt = now
        progress.changedSince = (progress.fetchedAt ?? now).addingTimeInterval(-Self.margin)
        progress.fetchedAt = now
    }

    private func tell(of part: Part, total: Int?) async {
        tally.unreadable += part.unreadable
        job.board.note(rows: part.observations.count)
        await publish { board in
            board.trouble = nil
            let total = max(total ?? board.total ?? part.total, part.rest)
            board.total = total
            board.done = total - part.rest
        }
    }

    // MARK: - Parts of it

    /// A page of a pass.
    private struct Part {
        var observations: [Observation]
        var unreadable: Int
        /// How many rows it and all below it have.
        var total: Int
        /// How many rows are below it.
        var rest: Int
        /// Below which id the next one begins; nil for the last.
        var next: Int?
        /// The servers' time when it was asked for.
        var asked: Date
    }

    /// Asks for a page. Where it has every row, those that are held and not listed are looked into.
    private func part(below upper: Int?, changedSince: Date?) async throws(SyncError) -> Part {
        if !job.query.ids.isEmpty { return try await batch(below: upper) }
        let asked = clock.now
        let page = try await page(job.query.changed(since: changedSince), below: upper)
        let seconds = (clock.now - asked) / .seconds(1)
        let part = Part(
            observations: page.observations,
            unreadable: page.unreadable,
            total: page.total,
            rest: max(page.total - page.observations.count - page.unreadable, 0),
            next: page.nextIDBelow,
            asked: job.client.serverNow.addingTimeInterval(-seconds)
        )
        if changedSince == nil {
            let span = IDSpan(above: (part.next ?? 1) - 1, below: upper ?? IDSpan.all.below)
            try await settle(span, listed: page.observations.map(\.id))
        }
        return part
    }

    /// Asks for the next 200 of a list of ids.
    private func batch(below upper: Int?) async throws(SyncError) -> Part {
        let wanted = Set(job.query.ids).sorted(by: >)
        let left = wanted.drop { id in upper.map { id >= $0 } ?? false }
        let ids = Array(left.prefix(INaturalistClient.pageLimit))
        let rest = left.count - ids.count
        let asked = job.client.serverNow
        let page = try await page(job.query.narrowed(to: ids), below: nil)
        if let newest = ids.first, let oldest = ids.last {
            try await settle(
                IDSpan(above: oldest - 1, below: newest + 1),
                listed: page.observations.map(\.id)
            )
        }
        return Part(
            observations: page.observations,
            unreadable: page.unreadable,
            total: left.count,
            rest: rest,
            next: rest == 0 ? nil : ids.last,
            asked: asked
        )
    }

    /// One page that is whole: a server in trouble may list fewer rows than it counts.
    func page(
        _ query: ObservationQuery,
        below: Int?,
        above: Int = 0
    ) async throws(SyncError) -> ObservationPage {
        let window = IDSpan(above: above, below: below ?? IDSpan.all.below).window
        let limit = INaturalistClient.pageLimit
        var attempts = 0
        return try await ask { () throws(INaturalistError) in
            attempts += 1
            let page = try await job.client.page(query, window: window, limit: limit, as: job.viewer)
            let rows = page.observations.count + page.unreadable
            guard rows < min(page.total, limit) || page.observations.isEmpty && rows > 0 else { return page }
            // What is missing is found when the ids are compared, as long as there is a place to go on.
            if attempts >= 3, !page.observations.isEmpty { return page }
            throw .unreadableReply(what: "it lists \(rows) of \(min(page.total, limit)) observations")
        }
    }
}

extension ObservationQuery {
    /// The same, of what changed since that time and since the time that the query itself asks for.
    func changed(since date: Date?) -> ObservationQuery {
        guard let date else { return self }
        var query = self
        query.updatedSince = max(date, updatedSince ?? date)
        return query
    }

    /// The same, of these ids alone.
    func narrowed(to ids: [Int]) -> ObservationQuery {
        var query = self
        query.ids = ids
        return query
    }
}

extension IDSpan {
    /// As the server and the store are asked, by falling id always: a window that is open above would be by rising id.
    var window: IDWindow {
        if self == .all { return .all }
        return above > Self.all.above ? .between(above: above, below: below) : .below(below)
    }
}
