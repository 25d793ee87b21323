/// What the table shows when the program starts without being told.
package nonisolated enum StartView: Sendable, Hashable {
    /// What was looked at last, at the same row.
    case last
    /// The signed-in person's own hidden observations.
    case mine
    /// Everyone's hidden observations.
    case everyone
    /// What a query asks for, as its line says.
    case query(String)
}
