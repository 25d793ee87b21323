internal import INaturalist
internal import ObservationStore

/// What the store is asked for.
nonisolated extension Worker {
    /// The answer to what the store alone can answer; nil for other work.
    func storeAnswer(to work: Work) async throws -> Answer? {
        switch work {
        case .arrange, .lookUp, .collect, .find, .count, .changes: break
        default: return nil
        }
        let cancellation = Cancellation()
        let desk = StoreDesk(try await openStore(), cancellation: cancellation)
        let (post, ticket) = (post, ticket)
        return try await withTaskCancellationHandler {
            try desk.answer(to: work) { head, request in
                Task { @MainActor in post(.arranged(ticket: ticket, head, request)) }
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    /// Keeps what the server told of single observations.
    func keep(_ batch: ObservationBatch, as key: ViewerKey, _ client: INaturalistClient) async throws {
        let store = try await openStore()
        guard !store.isReadOnly else { return }
        try store.write(batch.observations, of: nil, as: key, at: client.serverNow, progress: nil)
    }
}
