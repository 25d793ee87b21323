/// What there is where one is, as plain mode tells it.
nonisolated struct PlainContent: Sendable, Hashable {
    /// What is told of it.
    enum Body: Sendable, Hashable {
        /// The rows of the table, of which so many are known.
        case table(count: Int)
        /// Choices, and the one that the cursor is on.
        case list([String], selected: Int?)
        /// A text to be read.
        case text([String])
        /// Fields to be filled in.
        case form([PlainField])
        /// One line is asked for.
        case line
    }

    /// Where one is: `Observations: mine`.
    var title: String
    /// What is said of it as a whole.
    var about: [String] = []
    /// What is told of it.
    var body: Body
}
