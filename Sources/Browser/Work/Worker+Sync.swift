internal import FoundationEssentials
internal import INaturalist
internal import ObservationStore
internal import ObservationSync
internal import Synchronization

/// Fetching from the server into the store.
nonisolated extension Worker {
    /// Runs a job; how it goes is told on the way.
    func sync(_ request: SyncRequest, _ client: INaturalistClient) async throws -> Answer {
        let store = try await openStore()
        let (post, lane, ticket) = (post, lane, ticket)
        let job = SyncJob(
            query: request.query,
            viewer: request.viewer,
            key: request.key,
            client: client,
            store: store,
            isWhole: request.isWhole,
            reach: request.reach
        ) { progress in
            // The main queue keeps the order of what is told.
            Task { @MainActor in post(.progress(lane, ticket: ticket, progress)) }
        }
        if lane == .job { jobSwitch.connect(job) }
        defer { if lane == .job { jobSwitch.disconnect(job) } }
        do throws(SyncError) {
            let tally = try await job.run()
            return .synced(tally, job.progress)
        } catch {
            switch error {
            case .server(let error): throw error
            case .store(let error): throw error
            case .cancelled: throw INaturalistError.cancelled
            }
        }
    }
}

/// Where the job of fetching that a person sees can be reached while it runs.
package nonisolated final class JobSwitch: Sendable {
    private let job: Mutex<SyncJob?> = Mutex(nil)

    /// Nothing is connected.
    package init() {}

    func connect(_ job: SyncJob) { self.job.withLock { $0 = job } }

    func disconnect(_ job: SyncJob) { self.job.withLock { if $0 === job { $0 = nil } } }

    /// Lets the job rest after the request under way, or go on.
    package func pause(_ isPaused: Bool) {
        let job = job.withLock { $0 }
        if isPaused { job?.pause() } else { job?.resume() }
    }
}
