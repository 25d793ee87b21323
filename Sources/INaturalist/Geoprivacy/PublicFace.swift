/// Where everybody sees the observation.
package struct PublicFace: Sendable, Hashable {
    /// The public point with `public_positional_accuracy`; nil for private observations and for those without
    /// a point.
    package let location: Location?
    /// The public words for the place (`place_guess`).
    package let place: String?

    /// Puts a public face together.
    package init(location: Location?, place: String?) {
        self.location = location
        self.place = place
    }
}
