/// What a sync has done so far.
package struct SyncTally: Sendable, Hashable {
    /// Rows that came from the server.
    package var fetched = 0
    /// Rows that were not in the list before.
    package var new = 0
    /// Changes that were noted in the history.
    package var changes = 0
    /// Rows that still exist and do not belong to the list any more.
    package var left = 0
    /// Rows that were deleted at the server.
    package var deleted = 0
    /// Rows that the server sent and that cannot be read, because they have no id.
    package var unreadable = 0
    /// Rows that the server's search does not find and its pages still have. They stay in the list.
    package var doubtful = 0

    /// Nothing yet.
    package init() {}
}
