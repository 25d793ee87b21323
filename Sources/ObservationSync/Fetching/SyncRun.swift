internal import FoundationEssentials
internal import INaturalist
internal import ObservationStore

/// One run of a job: what it is at, and how it asks and writes.
///
/// A class for one task alone.
final class SyncRun {
    let job: SyncJob
    let clock: any RequestClock
    var list: ListID?
    var progress = ListProgress()
    var tally = SyncTally()
    /// What the search does not find and has a page: looked at again and again, and counted once.
    var doubtful: Set<Int> = []
    private var patience: Patience

    /// How far the server's search may lag behind the `updated_at` of its rows, in seconds. What changed so shortly
    /// before a sync began is asked for by the next one once more.
    static let margin = 3_600.0
    /// A begun fetch of everything that is older than this, in seconds, is begun anew when everything is wanted anew.
    static let oldest = 86_400.0

    init(_ job: SyncJob) {
        self.job = job
        clock = job.client.requestClock
        patience = job.patience
    }

    func run() async throws(SyncError) -> SyncTally {
        let list = try keep { () throws(StoreError) in
            try job.store.openList(job.query, as: job.key, at: job.client.serverNow)
        }
        self.list = list.id
        progress = list.progress
        let isMore: Bool
        switch job.reach {
        case .everything:
            if job.isWhole, !isFetchingAnew {
                progress.lowestFetched = nil
                progress.changedSince = nil
            }
            while try await pass() {}
            if job.query.ids.isEmpty { try await compare() }
            isMore = false
        case .nextPage:
            isMore = job.isWhole ? try await passOverNewest(through: nil) : try await pass(isOnePage: true)
        case .through(let id):
            isMore = try await passOverNewest(through: id)
        }
        if !isMore { job.board.begin(.done, done: progress.total ?? 0, total: progress.total) }
        await publish {
            $0.trouble = nil
            $0.isOver = true
        }
        return tally
    }

    /// Whether a fetch of everything is under way that was begun not long ago.
    private var isFetchingAnew: Bool {
        guard progress.lowestFetched != nil, progress.changedSince == nil, let began = progress.fetchedAt
        else {
            return false
        }
        return job.client.serverNow.timeIntervalSince(began) < Self.oldest
    }

    // MARK: - Asking

    /// Asks until there is an answer, through whatever may pass.
    func ask<Reply>(
        _ body: () async throws(INaturalistError) -> Reply
    ) async throws(SyncError) -> Reply {
        while true {
            try await passGate()
            let failure: INaturalistError
            do throws(INaturalistError) {
                let reply = try await body()
                patience.noteSuccess()
                return reply
            } catch {
                failure = error
            }
            if failure.kind == .cancelled { throw .cancelled }
            guard let wait = patience.wait(after: failure, at: clock.now, date: job.client.serverNow) else {
                throw .server(failure)
            }
            await publish { $0.trouble = .init(error: failure, wait: wait / .seconds(1)) }
            try await sleep(wait)
        }
    }

    /// Waits while the job is paused.
    private func passGate() async throws(SyncError) {
        let isPaused = job.gate.isPaused
        if isPaused {
            job.board.rest()
            // What was told before the pause may arrive after it.
            await publish()
        }
        do {
            try await job.gate.pass()
        } catch {
            throw .cancelled
        }
        if isPaused { job.board.goOn() }
    }

    private func sleep(_ wait: Duration) async throws(SyncError) {
        do {
            try await clock.sleep(until: clock.now + wait)
        } catch {
            throw .cancelled
        }
    }

    // MARK: - Writing

    /// Does something with the store.
    func keep<Result>(_ body: () throws(StoreError) -> Result) throws(SyncError) -> Result {
        do throws(StoreError) {
            return try body()
        } catch {
            throw error == .cancelled ? .cancelled : .store(error)
        }
    }

    /// Writes rows of the list, with the place to go on when they are part of a pass.
    func write(_ observations: [Observation], progress: ListProgress?) throws(SyncError) {
        let report = try keep { () throws(StoreError) in
            try job.store.write(
                observations,
                of: list,
                as: job.key,
                at: job.client.serverNow,
                progress: progress
            )
        }
        tally.fetched += observations.count
        tally.new += report.new.count
        tally.changes += report.changes
    }

    /// Tells how things are now.
    func publish(_ change: (inout SyncProgress) -> Void = { _ in }) async {
        let usage = await job.client.requestUsage()
        let (tally, isComplete) = (tally, progress.isComplete)
        job.board.publish { progress in
            progress.isComplete = isComplete
            progress.isPaused = job.gate.isPaused
            progress.usage = usage
            progress.tally = tally
            change(&progress)
        }
    }
}
