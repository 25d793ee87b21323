/// Where a permitted viewer sees the observation.
package struct TrueFace: Sendable, Hashable {
    /// The true point with `positional_accuracy`; nil when only the words for the place are hidden.
    package let location: Location?
    /// The words for the place that the observer wrote (`private_place_guess`).
    package let place: String?

    /// Puts a true face together.
    package init(location: Location?, place: String?) {
        self.location = location
        self.place = place
    }
}
