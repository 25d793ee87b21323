internal import ObservationExport
internal import ObservationStore

/// Writing rows to a file.
nonisolated extension Worker {
    /// Writes the file; a task that is cancelled leaves nothing behind.
    ///
    /// - Parameter tell: told how far it is, a few times a second.
    func export(
        _ request: ExportRequest,
        _ tell: (ExportProgress) -> Void
    ) async throws -> ExportProgress {
        let store = try await openStore()
        let cancellation = Cancellation()
        return try await withTaskCancellationHandler {
            let ids = try request.ids(in: store, cancellation: cancellation)
            let clock = ContinuousClock()
            var next = clock.now
            let choice = request.choice(home: environment["HOME"])
            let job = ExportJob(ids, as: request.list.viewer, from: store, choice)
            return try job.run(cancellation: cancellation) { progress in
                // The screen is painted for each of them.
                guard clock.now >= next else { return }
                next = clock.now + .milliseconds(200)
                tell(progress)
            }
        } onCancel: {
            cancellation.cancel()
        }
    }
}
