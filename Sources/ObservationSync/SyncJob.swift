package import INaturalist
package import ObservationStore

/// Brings the rows of one query, as one viewer sees them, into the store, and up to date there.
///
/// The first sync fetches everything, in windows of ids from the newest down; the next ones fetch what changed since,
/// and compare the ids to find what was deleted. Every page is written with the place to go on in one transaction, so
/// that a program that is killed at any moment loses one page at most.
///
/// Two processes may sync one list at the same time. Nothing keeps them apart, and nothing needs to: a row is written by
/// its id, and each written place to go on holds for itself, with the time at which its own pass began. Both end right,
/// at the price of the requests of two.
package final class SyncJob: Sendable {
    let query: ObservationQuery
    let viewer: Viewer
    let key: ViewerKey
    let client: INaturalistClient
    let store: ObservationStore
    let isWhole: Bool
    let reach: SyncReach
    let patience: Patience
    let gate = PauseGate()
    let board: SyncBoard

    /// Puts a job together; nothing is asked before ``run()``.
    ///
    /// - Parameters:
    ///   - query: which observations; its names have to be looked up already.
    ///   - viewer: who asks.
    ///   - key: whom the store keeps the rows for.
    ///   - client: asks, at the pace of its limiter.
    ///   - store: where the rows are kept.
    ///   - isWhole: fetches everything anew: trust and the geoprivacy of taxa change without any observation's
    ///     `updated_at`.
    ///   - reach: how far it goes.
    ///   - patience: how long failures that may pass are put up with.
    ///   - report: told whenever something is new, on no particular thread.
    package init(
        query: ObservationQuery,
        viewer: Viewer,
        key: ViewerKey,
        client: INaturalistClient,
        store: ObservationStore,
        isWhole: Bool = false,
        reach: SyncReach = .everything,
        patience: Patience = Patience(),
        report: @escaping @Sendable (SyncProgress) -> Void = { _ in }
    ) {
        self.query = query
        self.viewer = viewer
        self.key = key
        self.client = client
        self.store = store
        self.isWhole = isWhole
        self.reach = reach
        self.patience = patience
        board = SyncBoard(client: client, report: report)
    }

    /// Where the job is.
    package var progress: SyncProgress { board.progress }

    /// Syncs. Cancelling the task ends it; a page that is here is written first.
    ///
    /// - Returns: what was done.
    /// - Throws: ``SyncError``.
    @concurrent
    @discardableResult
    package func run() async throws(SyncError) -> SyncTally {
        let result: Result<SyncTally, SyncError> = await withTaskExecutorPreference(WorkExecutor.shared) {
            do throws(SyncError) {
                return .success(try await SyncRun(self).run())
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// Asks nothing more after the request under way, until ``resume()``.
    package func pause() {
        if gate.close() { board.publish { $0.isPaused = true } }
    }

    /// Goes on.
    package func resume() {
        if gate.open() { board.publish { $0.isPaused = false } }
    }
}
