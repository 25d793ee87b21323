package import FoundationEssentials

/// The answer to one query for one viewer, as far as it is held.
package struct HeldList: Sendable, Hashable, Identifiable {
    /// Names it in this store.
    package let id: ListID
    /// What the list is called: the query's line without its order (`ObservationQuery.listName`).
    package let query: String
    /// Who asked.
    package let viewer: ViewerKey
    /// When it was first asked for.
    package let openedAt: Date
    /// How many rows are held.
    package let count: Int
    /// How far it was fetched.
    package let progress: ListProgress

    /// Puts a list together.
    package init(
        id: ListID,
        query: String,
        viewer: ViewerKey,
        openedAt: Date,
        count: Int,
        progress: ListProgress
    ) {
        self.id = id
        self.query = query
        self.viewer = viewer
        self.openedAt = openedAt
        self.count = count
        self.progress = progress
    }
}
