package import INaturalist
package import ObservationStore

/// What a person does to the rows of a list: which of them are shown, and in which order.
package nonisolated struct Narrowing: Sendable, Hashable {
    /// The sort keys, the most important first; empty for falling ids.
    package var sort: [SortKey] = []
    /// The filter as it was typed.
    package var words = ""
    /// The values of facets that rows are narrowed to.
    package var facets: [Facet: Set<FacetValue>] = [:]
    /// The box of true coordinates that rows are narrowed to.
    package var box: CoordinateBox?

    package init() {}

    /// Whether some rows are left out.
    package var isNarrowing: Bool { !words.isEmpty || !facets.isEmpty || box != nil }

    /// Whether all rows are shown in the order in which they are fetched.
    package var isInOrderOfFetching: Bool { sort.isEmpty && !isNarrowing }

    /// The question for the store.
    package func arrangement(of list: ListID, as viewer: ViewerKey) -> Arrangement {
        Arrangement(list: list, viewer: viewer, sort: sort, words: words, facets: facets, box: box)
    }
}

/// The rows of a list in order, as the store gives them.
package nonisolated struct ArrangedRows: Sendable {
    /// The list; nothing when none of it was ever fetched.
    package var list: HeldList?
    /// What of the list they are, and how they are sorted.
    package var narrowing: Narrowing
    /// The ids, all or the first.
    package var ids: [Int32]
    /// Whether they are all.
    package var isWhole: Bool
    /// How many there are, when they are not all here and it is known.
    package var count: Int?
    /// The observations that will be seen first.
    package var rows: [HeldObservation]
    /// Whether the same rows were looked up again because some were written, so that what is at hand stays.
    package var isRefresh = false
    /// Of a list of ids those that were not found.
    package var missing: [Int] = []

    package init(
        list: HeldList?,
        narrowing: Narrowing,
        ids: [Int32],
        isWhole: Bool,
        count: Int? = nil,
        rows: [HeldObservation]
    ) {
        self.list = list
        self.narrowing = narrowing
        self.ids = ids
        self.isWhole = isWhole
        self.count = count
        self.rows = rows
    }
}
