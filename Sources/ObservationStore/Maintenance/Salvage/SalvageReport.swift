/// What could be saved from a damaged store.
package struct SalvageReport: Sendable, Hashable {
    /// The file that now holds what was saved.
    package var path = ""
    /// Where the damaged file is, unchanged.
    package var damagedPath = ""
    /// Observations with what everybody may know of them.
    package var observations = Saved()
    /// Answers that one viewer was given about one observation.
    package var sights = Saved()
    /// Lists.
    package var lists = Saved()
    /// Rows of lists.
    package var members = Saved()
    /// Entries of the history.
    package var changes = Saved()
    /// Descriptions.
    package var descriptions = Saved()
    /// Pages that could not be read, or were no longer what they had to be.
    package var unreadablePages = 0
    /// Single rows that could not be made out on pages that could be read.
    package var unreadableRows = 0
    /// Viewers of whom only the number is left: what they were told is kept, and shown to nobody.
    package var unknownViewers = 0
    /// Lists that have to be fetched anew, because rows of them may be missing.
    package var incompleteLists = 0

    /// How many rows were saved.
    package struct Saved: Sendable, Hashable {
        /// How many there are in the new file.
        package var count = 0
        /// How many there were, when the damaged file still says so.
        package var expected: Int?

        /// Nothing was saved.
        package init() {}
    }

    /// Nothing was saved.
    package init() {}

    /// Whether something may be missing.
    package var isPartial: Bool {
        unreadablePages > 0 || unreadableRows > 0 || unknownViewers > 0
            || [observations, sights, lists, members, changes, descriptions].contains { saved in
                saved.expected.map { $0 > saved.count } ?? false
            }
    }
}
