internal import INaturalist
internal import ObservationStore

/// What the store is asked for. Nothing here touches the network.
nonisolated extension Worker {
    /// How many rows are looked up with a new order, so that the first frame has them.
    private static let firstRows = 120

    /// The answer to what the store alone can answer; nil for other work.
    func storeAnswer(to work: Work) async throws -> Answer? {
        switch work {
        case .arrange(let request):
            return .arranged(try await arrange(request), request)
        case .lookUp(let ids, let viewer):
            return .lookedUp(try await store.value.rows(ids, as: viewer), as: viewer, ids: ids)
        case .find(let words, let request, let order):
            return .found(try await rows(with: words, request, in: order), of: words)
        case .count(let facet, let request):
            let store = try await store.value
            guard let list = try store.list(named: request.name, as: request.owner) else {
                return .counted([], by: facet)
            }
            let arrangement = request.narrowing.arrangement(of: list.id, as: request.viewer)
            return .counted(
                try await cancellable { cancellation throws(StoreError) in
                    try store.facetCounts(of: arrangement, by: facet, cancellation: cancellation)
                },
                by: facet
            )
        case .changes(let page, let viewer):
            let store = try await store.value
            let changes = try store.changes(
                since: page.since,
                of: nil,
                as: viewer,
                limit: page.limit,
                before: page.before
            )
            let ids = Set(changes.map(\.observation))
            return .changes(changes, of: try store.rows(Array(ids), as: viewer), for: page)
        default:
            return nil
        }
    }

    /// Puts the rows of a list in order. The first of a new order are told before the rest is known.
    private func arrange(_ request: ListRequest) async throws -> ArrangedRows {
        let store = try await store.value
        guard let list = try store.list(named: request.name, as: request.owner) else {
            return ArrangedRows(
                list: nil,
                narrowing: request.narrowing,
                ids: [],
                isWhole: true,
                rows: []
            )
        }
        let arrangement = request.narrowing.arrangement(of: list.id, as: request.viewer)
        let count = request.narrowing.isNarrowing ? nil : list.count
        if !request.isRefresh, request.anchor == nil, count.map({ $0 > Self.firstRows }) ?? true {
            let ids = try await cancellable { cancellation throws(StoreError) in
                try store.head(of: arrangement, limit: Self.firstRows, cancellation: cancellation)
            }
            // Fewer than were asked for are all.
            let isWhole = ids.count < Self.firstRows
            let head = try arranged(list, request, ids, isWhole: isWhole, count: count, in: store)
            if isWhole { return head }
            await post(.arranged(ticket: ticket, head, request))
        }
        let ids = try await cancellable { cancellation throws(StoreError) in
            try store.order(of: arrangement, cancellation: cancellation)
        }
        return try arranged(list, request, ids, isWhole: true, count: ids.count, in: store)
    }

    private func arranged(
        _ list: HeldList,
        _ request: ListRequest,
        _ ids: [Int32],
        isWhole: Bool,
        count: Int?,
        in store: ObservationStore
    ) throws -> ArrangedRows {
        let anchorRow = request.anchor.flatMap { Int32(exactly: $0) }.flatMap { ids.firstIndex(of: $0) }
        let first = max(0, (anchorRow ?? 0) - request.visible)
        let near = first..<max(first, min(ids.count, first + max(Self.firstRows, 3 * request.visible)))
        var arranged = ArrangedRows(
            list: list,
            narrowing: request.narrowing,
            ids: ids,
            isWhole: isWhole,
            count: count,
            rows: try store.rows(ids[near.clamped(to: ids.indices)].map { Int($0) }, as: request.viewer)
        )
        arranged.anchorRow = anchorRow
        arranged.isRefresh = request.isRefresh
        if isWhole, !request.ids.isEmpty, !request.narrowing.isNarrowing, list.progress.isComplete {
            let held = Set(ids)
            arranged.missing = request.ids.filter { id in
                Int32(exactly: id).map { !held.contains($0) } ?? true
            }
        }
        return arranged
    }

    /// The rows of an order, rising, that have the words, or the id that was typed.
    private func rows(with words: String, _ request: ListRequest, in order: [Int32]) async throws -> [Int32] {
        let store = try await store.value
        guard let list = try store.list(named: request.name, as: request.owner) else { return [] }
        let arrangement = request.narrowing.arrangement(of: list.id, as: request.viewer)
        var ids = Set(
            try await cancellable { cancellation throws(StoreError) in
                try store.matches(words, in: arrangement, cancellation: cancellation)
            }
        )
        if let id = Int32(words.filter { !$0.isWhitespace }) { ids.insert(id) }
        guard !ids.isEmpty else { return [] }
        return order.indices.lazy.filter { ids.contains(order[$0]) }.map { Int32($0) }
    }

    /// Keeps what the server told of single observations.
    func keep(_ batch: ObservationBatch, as key: ViewerKey, _ client: INaturalistClient) async throws {
        let store = try await store.value
        guard !store.isReadOnly else { return }
        try store.write(batch.observations, of: nil, as: key, at: client.serverNow, progress: nil)
    }

    private func cancellable<Result>(
        _ body: (Cancellation) throws(StoreError) -> Result
    ) async throws -> Result {
        let cancellation = Cancellation()
        return try await withTaskCancellationHandler {
            try body(cancellation)
        } onCancel: {
            cancellation.cancel()
        }
    }
}
