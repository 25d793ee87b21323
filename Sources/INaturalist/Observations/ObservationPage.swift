/// Part of a search's result, the newest id first.
package struct ObservationPage: Sendable, Hashable {
    /// How many observations the search has from here on: with `idBelow` the rows above it are not counted.
    package let total: Int
    /// The rows.
    package let observations: [Observation]
    /// Whether the API took notice of the token.
    package let recognition: Recognition
    /// How many rows could not be read at all, because they have no id.
    package let unreadable: Int
    /// What to give as `idBelow` for the next page; nil when this was the last one.
    package let nextIDBelow: Int?

    /// Puts a page together.
    package init(
        total: Int,
        observations: [Observation],
        recognition: Recognition,
        unreadable: Int = 0,
        nextIDBelow: Int? = nil
    ) {
        self.total = total
        self.observations = observations
        self.recognition = recognition
        self.unreadable = unreadable
        self.nextIDBelow = nextIDBelow
    }
}
