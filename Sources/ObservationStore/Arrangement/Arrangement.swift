package import INaturalist

/// What the table shows of a list, and in which order.
package struct Arrangement: Sendable, Hashable {
    /// The list; nil for everything that is held.
    package var list: ListID?
    /// Who looks: what others were told is neither shown nor found.
    package var viewer: ViewerKey
    /// What the rows are sorted by, the most important first; empty for falling ids. Rows without a value come last in
    /// both directions, and those with equal values with falling ids.
    package var sort: [SortKey]
    /// The filter as it was typed: every word has to begin some word of the row, and none with a `!` before it
    /// may; case and accents do not matter.
    package var words: String
    /// Only rows with one of these values. A facet without values narrows nothing.
    package var facets: [Facet: Set<FacetValue>]
    /// Only rows whose true point lies inside, as this viewer knows it: the true point that was disclosed, or the
    /// public one of an open observation. What is no longer granted does not count.
    package var box: CoordinateBox?

    /// Everything in the order of falling ids, unless said otherwise.
    package init(
        list: ListID?,
        viewer: ViewerKey,
        sort: [SortKey] = [],
        words: String = "",
        facets: [Facet: Set<FacetValue>] = [:],
        box: CoordinateBox? = nil
    ) {
        self.list = list
        self.viewer = viewer
        self.sort = sort
        self.words = words
        self.facets = facets
        self.box = box
    }
}

/// A column that rows are sorted by, and in which direction.
package struct SortKey: Sendable, Hashable {
    /// The column.
    package var column: SortColumn
    /// Whether the highest comes first.
    package var descending: Bool

    /// Puts a key together.
    package init(column: SortColumn, descending: Bool = false) {
        self.column = column
        self.descending = descending
    }
}
