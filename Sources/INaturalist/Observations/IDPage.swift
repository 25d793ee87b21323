/// The ids of a part of a search.
package struct IDPage: Sendable, Hashable {
    /// In the order of the part.
    package let ids: [Int]
    /// How many the part has.
    package let total: Int

    /// Puts a page together.
    package init(ids: [Int], total: Int) {
        self.ids = ids
        self.total = total
    }
}
