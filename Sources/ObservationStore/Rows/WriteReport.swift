/// What a write did.
package struct WriteReport: Sendable, Hashable {
    /// The ids that were not in the list before, in the order given.
    package var new: [Int] = []
    /// How many changes were noted in the history.
    package var changes: Int = 0
    /// Ids that no observation of iNaturalist can have (1 to 2,147,483,647): these rows are not kept.
    package var refused: [Int] = []
    /// How many rows say how the observation was before it was last fetched: what is held stays.
    package var older: Int = 0

    /// Nothing was done.
    package init() {}
}
