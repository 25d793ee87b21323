/// What this viewer has of one observation's place.
package enum Access: String, Sendable, Hashable, CaseIterable {
    /// Nothing is hidden from anybody.
    case open
    /// Something is hidden, and this viewer sees it.
    case granted
    /// Something is hidden, from this viewer too.
    case withheld
}
