/// Whether the API took notice of the token that was sent with a search.
///
/// Read from the key `viewer_trusted_by_observer`, which the API adds to every observation when it
/// recognised a JWT, and to none otherwise (reference 4.4).
package enum Recognition: String, Sendable, Hashable, CaseIterable {
    /// The key was there.
    case recognised
    /// The key was missing: the rows are what anybody gets.
    case notRecognised
    /// There was no row to tell by.
    case unknown

    /// Reads the marks of some rows.
    init(of observations: [Observation]) {
        self =
            observations.isEmpty
            ? .unknown
            : observations.contains { $0.viewerTrustedByObserver != nil } ? .recognised : .notRecognised
    }

    /// What two sets of rows of one fetch say together. One row without the mark is enough to doubt.
    func joined(with other: Recognition) -> Recognition {
        switch (self, other) {
        case (.unknown, _): other
        case (_, .unknown): self
        case (.recognised, .recognised): .recognised
        default: .notRecognised
        }
    }
}
