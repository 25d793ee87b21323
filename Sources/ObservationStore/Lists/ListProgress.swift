package import FoundationEssentials

/// How far a list was fetched, kept with its rows: after a crash the fetch goes on from here.
package struct ListProgress: Sendable, Hashable {
    /// How many rows the whole query has, as the server last said.
    package var total: Int?
    /// Whether every row was fetched once.
    package var isComplete: Bool
    /// The lowest id that was fetched: the first fetch goes on below it.
    package var lowestFetched: Int?
    /// When the first fetch ended, or the last sync.
    package var completedAt: Date?
    /// From when on the next sync asks for changes: the server's time at the last one's beginning.
    package var changedSince: Date?
    /// When anything of it was last fetched.
    package var fetchedAt: Date?

    /// Nothing was fetched, unless said otherwise.
    package init(
        total: Int? = nil,
        isComplete: Bool = false,
        lowestFetched: Int? = nil,
        completedAt: Date? = nil,
        changedSince: Date? = nil,
        fetchedAt: Date? = nil
    ) {
        self.total = total
        self.isComplete = isComplete
        self.lowestFetched = lowestFetched
        self.completedAt = completedAt
        self.changedSince = changedSince
        self.fetchedAt = fetchedAt
    }
}
