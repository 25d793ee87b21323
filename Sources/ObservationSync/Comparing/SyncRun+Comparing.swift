internal import INaturalist
internal import ObservationStore

/// Finding out what the server does not list any more, and what it lists beside.
extension SyncRun {
    /// Rows may come and go while ids are compared; so often the counts are looked at again.
    private static let rounds = 3

    /// Compares until the counts are the same. One request when they are.
    func compare() async throws(SyncError) {
        job.board.begin(.comparing)
        await publish()
        for _ in 0..<Self.rounds {
            let server = try await count(.all)
            let held = try heldCount(.all)
            progress.total = server
            if server == held { break }
            var before = tally
            try await compare(server: server, held: held)
            // What cannot be brought together now is tried by the next sync.
            before.doubtful = tally.doubtful
            if tally == before { break }
        }
        progress.completedAt = job.client.serverNow
        progress.fetchedAt = progress.completedAt
        try write([], progress: progress)
    }

    private func compare(server: Int, held: Int) async throws(SyncError) {
        var plan = ComparisonPlan(server: server, held: held, limit: INaturalistClient.pageLimit)
        while let step = plan.next() {
            switch step {
            case .halve(let part):
                let upper = try heldIDs(part.span, limit: part.held / 2)
                // Another process may have taken them out meanwhile.
                guard let middle = upper.last, middle - 1 > part.span.above else { continue }
                let span = IDSpan(above: middle - 1, below: part.span.below)
                plan.halve(part, at: middle, held: upper.count, server: try await count(span))
            case .list(let part):
                try await list(part.span)
            case .fetch(let part):
                try await fetch(part.span)
            }
            await publish { $0.trouble = nil }
        }
    }

    /// Compares a span that fits into one reply, id by id.
    private func list(_ span: IDSpan) async throws(SyncError) {
        let limit = INaturalistClient.pageLimit
        let page = try await ask { () throws(INaturalistError) in
            try await job.client.ids(job.query, window: span.window, limit: limit, as: job.viewer)
        }
        // So many came meanwhile that they do not fit any more.
        guard page.total <= page.ids.count else { return try await fetch(span) }
        let held = Set(try heldIDs(span))
        let missing = page.ids.filter { !held.contains($0) }
        if !missing.isEmpty {
            let fetched = try await self.page(job.query.narrowed(to: missing), below: nil)
            try write(fetched.observations, progress: nil)
        }
        try await settle(span, listed: page.ids)
    }

    /// Fetches a span whole.
    private func fetch(_ span: IDSpan) async throws(SyncError) {
        var span = span
        while true {
            let page = try await page(job.query, below: span.below, above: span.above)
            var listed = span
            if let next = page.nextIDBelow { listed.above = next - 1 }
            try await settle(listed, listed: page.observations.map(\.id))
            try write(page.observations, progress: nil)
            guard let next = page.nextIDBelow else { return }
            span.below = next
        }
    }

    // MARK: - What the server does not list

    /// Takes held rows of a span out of the list that the server has just not listed there.
    func settle(_ span: IDSpan, listed: [Int]) async throws(SyncError) {
        let listed = Set(listed)
        var gone = try heldIDs(span).filter { !listed.contains($0) }[...]
        while !gone.isEmpty {
            try await settle(Array(gone.prefix(INaturalistClient.pageLimit)))
            gone = gone.dropFirst(INaturalistClient.pageLimit)
        }
    }

    /// Finds out what became of rows, 200 at most. Nothing is taken out that the server was not asked for by its id,
    /// after it was missed: another process may have written it a moment ago, when the server already had it.
    private func settle(_ ids: [Int]) async throws(SyncError) {
        let batch = try await ask { () throws(INaturalistError) in
            try await job.client.observations(ids: ids, as: job.viewer)
        }
        var left: [Int] = []
        if !batch.observations.isEmpty {
            let members = try await page(job.query.narrowed(to: batch.observations.map(\.id)), below: nil)
            try write(members.observations, progress: nil)
            let stay = Set(members.observations.map(\.id))
            let others = batch.observations.filter { !stay.contains($0.id) }
            try keep { () throws(StoreError) in
                // What they have become is worth keeping: it may be why they do not belong here any more.
                _ = try job.store.write(
                    others,
                    of: nil,
                    as: job.key,
                    at: job.client.serverNow,
                    progress: nil
                )
            }
            left = others.map(\.id)
        }
        let deleted = try await areDeleted(batch.missing) ? batch.missing : []
        if deleted.isEmpty { doubtful.formUnion(batch.missing) }
        tally.doubtful = doubtful.count
        tally.left += left.count
        tally.deleted += deleted.count
        guard let list, !left.isEmpty || !deleted.isEmpty else { return }
        try keep { () throws(StoreError) in
            try job.store.remove(
                left + deleted,
                from: list,
                deleted: deleted,
                at: job.client.serverNow,
                progress: nil
            )
        }
    }

    /// Whether rows that the search does not find by their ids are deleted. Their own pages are not served by the
    /// search, which may be out of order or hide rows of people who block each other; three of them speak for all.
    private func areDeleted(_ ids: [Int]) async throws(SyncError) -> Bool {
        guard let first = ids.first, let last = ids.last else { return false }
        for id in Set([first, ids[ids.count / 2], last]) {
            let exists = try await ask { () throws(INaturalistError) in
                do throws(INaturalistError) {
                    _ = try await job.client.detail(id: id, as: job.viewer)
                    return true
                } catch {
                    guard error.kind == .notFound else { throw error }
                    return false
                }
            }
            if exists { return false }
        }
        return true
    }

    // MARK: - Counting

    /// How many rows of the query the server has there.
    private func count(_ span: IDSpan) async throws(SyncError) -> Int {
        try await ask { () throws(INaturalistError) in
            try await job.client.count(job.query, window: span.window, as: job.viewer)
        }
    }

    private func heldCount(_ span: IDSpan) throws(SyncError) -> Int {
        guard let list else { return 0 }
        return try keep { () throws(StoreError) in try job.store.count(of: list, in: span.window) }
    }

    private func heldIDs(_ span: IDSpan, limit: Int? = nil) throws(SyncError) -> [Int] {
        guard let list else { return [] }
        return try keep { () throws(StoreError) in
            try job.store.ids(of: list, in: span.window, limit: limit)
        }
    }
}
