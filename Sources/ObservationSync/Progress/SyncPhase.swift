/// What a sync is doing.
package enum SyncPhase: String, Sendable, Hashable, CaseIterable {
    /// Every row, for the first time or anew.
    case fetching
    /// The rows that are new or changed since the last sync.
    case updating
    /// Looking for rows that were deleted or do not belong to the list any more.
    case comparing
    /// Everything is here.
    case done

    /// For a heading: what is going on.
    package var title: String {
        switch self {
        case .fetching: "Fetching"
        case .updating: "Fetching what changed"
        case .comparing: "Looking for deleted ones"
        case .done: "Up to date"
        }
    }
}
