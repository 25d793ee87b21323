package import ObservationStore

/// Answers what the store alone can answer, on the caller's thread. Nothing here touches the network.
package nonisolated struct StoreDesk: Sendable {
    private let store: ObservationStore
    private let cancellation: Cancellation

    /// - Parameter cancellation: ends what takes long when nobody wants it any more.
    package init(_ store: ObservationStore, cancellation: Cancellation = Cancellation()) {
        self.store = store
        self.cancellation = cancellation
    }

    /// How many rows are looked up with a new order, so that the first frame has them.
    private static let firstRows = 120

    /// The answer; nil for work that the store has no answer to.
    ///
    /// - Parameter head: takes the first rows of a new order before the rest is known.
    /// - Throws: ``StoreError``, also when it was cancelled.
    package func answer(
        to work: Work,
        head: (ArrangedRows, ListRequest) -> Void
    ) throws(StoreError) -> Answer? {
        switch work {
        case .arrange(let request):
            return .arranged(try arrange(request) { head($0, request) }, request)
        case .lookUp(let ids, let viewer):
            return .lookedUp(try store.rows(ids, as: viewer), as: viewer, ids: ids)
        case .collect(let ids, let viewer, let action):
            return .collected(try store.rows(ids, as: viewer), as: viewer, for: action)
        case .find(let words, let request, let order):
            return .found(try rows(with: words, request, in: order), of: words)
        case .count(let facet, let request):
            guard let arrangement = try arrangement(request) else { return .counted([], by: facet) }
            return .counted(
                try store.facetCounts(of: arrangement, by: facet, cancellation: cancellation),
                by: facet
            )
        case .changes(let page, let viewer):
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

    private func arrangement(_ request: ListRequest) throws(StoreError) -> Arrangement? {
        try store.list(named: request.name, as: request.owner).map {
            request.narrowing.arrangement(of: $0.id, as: request.viewer)
        }
    }

    /// Puts the rows of a list in order.
    private func arrange(
        _ request: ListRequest,
        head: (ArrangedRows) -> Void
    ) throws(StoreError) -> ArrangedRows {
        guard let list = try store.list(named: request.name, as: request.owner) else {
            return ArrangedRows(list: nil, narrowing: request.narrowing, ids: [], isWhole: true, rows: [])
        }
        let arrangement = request.narrowing.arrangement(of: list.id, as: request.viewer)
        let count = request.narrowing.isNarrowing ? nil : list.count
        if !request.isRefresh, request.anchor == nil, count.map({ $0 > Self.firstRows }) ?? true {
            let ids = try store.head(of: arrangement, limit: Self.firstRows, cancellation: cancellation)
            // Fewer than were asked for are all.
            let isWhole = ids.count < Self.firstRows
            let first = try arranged(list, request, ids, isWhole: isWhole, count: count)
            if isWhole { return first }
            head(first)
        }
        let ids = try store.order(of: arrangement, cancellation: cancellation)
        return try arranged(list, request, ids, isWhole: true, count: ids.count)
    }

    private func arranged(
        _ list: HeldList,
        _ request: ListRequest,
        _ ids: [Int32],
        isWhole: Bool,
        count: Int?
    ) throws(StoreError) -> ArrangedRows {
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
    private func rows(
        with words: String,
        _ request: ListRequest,
        in order: [Int32]
    ) throws(StoreError) -> [Int32] {
        guard let arrangement = try arrangement(request) else { return [] }
        var ids = Set(try store.matches(words, in: arrangement, cancellation: cancellation))
        if let id = Int32(words.filter { !$0.isWhitespace }) { ids.insert(id) }
        guard !ids.isEmpty else { return [] }
        return order.indices.lazy.filter { ids.contains(order[$0]) }.map { Int32($0) }
    }
}
