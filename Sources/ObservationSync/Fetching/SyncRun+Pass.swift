internal import FoundationEssentials
internal import INaturalist
internal import ObservationStore

/// A pass: everything, or everything that changed since some time, in windows of ids from the newest down.
///
/// What the list's progress holds while one is under way: `lowestFetched`, below which it goes on; `changedSince`, from
/// which on it asks, nil for everything; `fetchedAt`, the servers' time when it began.
extension SyncRun {
    /// Goes through one pass, or through the rest of one.
    ///
    /// - Returns: whether another is due, because so much time went by since this one began.
    func pass() async throws(SyncError) -> Bool {
        // A pass whose beginning is not known says nothing of what changed since.
        if progress.fetchedAt == nil { progress.lowestFetched = nil }
        let isResumed = progress.lowestFetched != nil
        let isEverything = progress.changedSince == nil
        job.board.begin(isEverything ? .fetching : .updating, total: isEverything ? progress.total : nil)
        var pages = 0
        repeat {
            let upper = progress.lowestFetched
            let asked = clock.now
            let page = try await page(job.query.changed(since: progress.changedSince), below: upper)
            pages += 1
            if upper == nil {
                let seconds = (clock.now - asked) / .seconds(1)
                progress.fetchedAt = job.client.serverNow.addingTimeInterval(-seconds)
            }
            let rest = max(page.total - page.observations.count - page.unreadable, 0)
            if isEverything {
                if upper == nil || progress.total == nil { progress.total = page.total }
                let span = IDSpan(above: (page.nextIDBelow ?? 1) - 1, below: upper ?? IDSpan.all.below)
                try await settle(span, listed: page.observations.map(\.id))
            }
            progress.lowestFetched = page.nextIDBelow
            if page.nextIDBelow == nil { endPass() }
            try write(page.observations, progress: progress)
            tally.unreadable += page.unreadable
            job.board.note(rows: page.observations.count)
            await publish { board in
                board.trouble = nil
                if !isEverything, board.total == nil { board.total = page.total }
                let total = max((isEverything ? progress.total : board.total) ?? 0, rest)
                board.total = total
                board.done = total - rest
            }
        } while progress.lowestFetched != nil
        return isResumed || isEverything && pages > 1
    }

    private func endPass() {
        let now = job.client.serverNow
        progress.isComplete = true
        progress.completedAt = now
        progress.changedSince = (progress.fetchedAt ?? now).addingTimeInterval(-Self.margin)
        progress.fetchedAt = now
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

    /// A list of ids is fetched in batches every time: that is as quick as asking what changed, and tells what is gone.
    func passOverIDs() async throws(SyncError) {
        let limit = INaturalistClient.pageLimit
        // A batch that was begun at the same place before goes on there.
        let wanted = Set(job.query.ids).sorted(by: >)
        if progress.fetchedAt == nil || job.isWhole { progress.lowestFetched = nil }
        var rest = wanted.drop { id in progress.lowestFetched.map { id >= $0 } ?? false }
        if progress.lowestFetched == nil { progress.fetchedAt = job.client.serverNow }
        progress.total = wanted.count
        job.board.begin(.fetching, done: wanted.count - rest.count, total: wanted.count)
        repeat {
            let batch = Array(rest.prefix(limit))
            rest = rest.dropFirst(limit)
            let page = try await page(job.query.narrowed(to: batch), below: nil)
            if let newest = batch.first, let oldest = batch.last {
                try await settle(
                    IDSpan(above: oldest - 1, below: newest + 1),
                    listed: page.observations.map(\.id)
                )
            }
            progress.lowestFetched = rest.isEmpty ? nil : batch.last
            if rest.isEmpty { endPass() }
            try write(page.observations, progress: progress)
            tally.unreadable += page.unreadable
            job.board.note(rows: batch.count)
            await publish { board in
                board.trouble = nil
                board.done = wanted.count - rest.count
            }
        } while !rest.isEmpty
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
