/// A column of a table: how wide it is, and how long it stays when there is little room.
package struct TableColumn<ID: Hashable & Sendable>: Sendable {
    /// Its name for the source of the rows.
    package var id: ID
    /// What stands above it.
    package var title: String
    /// The columns of the screen without which it is left out.
    package var minimum: Int
    /// The columns that it gets when there is room.
    package var ideal: Int
    /// Its share of the room beyond that; 0 stays at `ideal`.
    package var growth: Int
    /// Which columns go first: a lower number stays longer, and of two the same the left one.
    package var priority: Int
    /// Where its text stands, its title too.
    package var alignment: Alignment
    /// How a text too long for it is cut.
    package var truncation: Truncation

    /// A column; a width below 1 is taken as 1, an ideal below the minimum as the minimum.
    package init(
        id: ID,
        title: String,
        minimum: Int,
        ideal: Int,
        growth: Int = 0,
        priority: Int = 0,
        alignment: Alignment = .leading,
        truncation: Truncation = .ellipsis
    ) {
        self.id = id
        self.title = title
        self.minimum = max(1, minimum)
        self.ideal = max(self.minimum, ideal)
        self.growth = max(0, growth)
        self.priority = priority
        self.alignment = alignment
        self.truncation = truncation
    }
}
