/// What is to be forgotten.
package enum Forgetting: Sendable, Hashable {
    /// One list: what it asked for and which rows it held. The rows stay; compacting drops those that can be fetched
    /// again.
    case list(ListID)
    /// All that one viewer was told: points, places, lists and history. What everybody may know stays.
    case viewer(ViewerKey)
    /// Everything that the store holds.
    case everything
}

/// What forgetting took away.
package struct ForgetReport: Sendable, Hashable {
    /// Lists.
    package var lists = 0
    /// Observations with what everybody may know of them.
    package var observations = 0
    /// Answers that one viewer was given about one observation.
    package var sights = 0
    /// Entries of the history.
    package var changes = 0
    /// Whether the bytes are gone from the file and its log, too. They are not while another program reads it, or when
    /// there is no room to write the file anew; compacting does it later.
    package var isErased = false

    /// Nothing was taken away.
    package init() {}
}
