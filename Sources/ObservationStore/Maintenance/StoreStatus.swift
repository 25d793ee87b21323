package import FoundationEssentials

/// What a store holds, for its owner.
package struct StoreStatus: Sendable, Hashable {
    /// The file.
    package var path: String
    /// Whether nothing can be written.
    package var isReadOnly: Bool
    /// How large the file is.
    package var fileBytes: Int
    /// How large the log beside it is, which goes into the file when all programs have closed it.
    package var logBytes: Int
    /// How much of the file is free for what comes; ``ObservationStore/compact(droppingUnlisted:cancellation:)``
    /// gives it back.
    package var freeBytes: Int
    /// The version of the tables.
    package var schemaVersion: Int
    /// How many observations are held.
    package var observations: Int
    /// How many of them the server has no longer.
    package var deletedObservations: Int
    /// How many observations no list holds.
    package var unlistedObservations: Int
    /// What each viewer was told, in the order in which they first asked.
    package var viewers: [ViewerStatus]
    /// The lists, the one that was last asked for first; each says how many rows it holds and when it was fetched.
    package var lists: [HeldList]
    /// How many changes the history has, of all viewers.
    package var changes: Int
    /// When the answer was given that is the oldest of those held; nil when there is none.
    package var oldestFetch: Date?
    /// When the latest answer was given; nil when there is none.
    package var newestFetch: Date?
}

/// How much one viewer was told.
package struct ViewerStatus: Sendable, Hashable {
    /// Who was told; nil for one that this program does not know, whose rows nobody is shown.
    package var viewer: ViewerKey?
    /// Of how many observations.
    package var sights: Int
    /// Of how many the hidden truth is disclosed.
    package var disclosed: Int
    /// Of how many it once was, and is no longer granted.
    package var former: Int
    /// How many lists there are.
    package var lists: Int
    /// How many changes were noted for this viewer alone.
    package var changes: Int
}
