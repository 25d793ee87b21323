/// How far a sync goes. Each leaves what the next one, of whatever reach, needs to go on, so that nothing is missing
/// once one has gone through ``everything``.
package enum SyncReach: Sendable, Hashable {
    /// All rows, or all that changed since, and then what was deleted.
    case everything
    /// One page: below what was fetched so far; of what changed since, where every row was fetched; the newest page
    /// where nothing was, or where everything is wanted anew. The newest page anew leaves the place to go on where it
    /// is.
    case nextPage
    /// Every page anew from the newest down until this id is passed, without comparing. Until it has gone as far down as
    /// earlier syncs, the place to go on stays theirs.
    case through(Int)
}
