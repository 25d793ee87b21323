/// What happens to a text that is longer than its room.
package enum Truncation: Hashable, Sendable {
    /// Its end is cut, and "…" stands in the last column.
    case ellipsis
    /// Its end is cut.
    case clip
    /// Its start is cut, and "…" stands in the first column.
    case leadingEllipsis
}

/// Where a text stands in more room than it needs.
package enum Alignment: Hashable, Sendable {
    /// At the left edge.
    case leading
    /// As far from both edges.
    case center
    /// At the right edge.
    case trailing
}
