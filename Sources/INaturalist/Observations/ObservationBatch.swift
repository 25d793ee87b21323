/// Observations that were asked for by id.
package struct ObservationBatch: Sendable, Hashable {
    /// The observations that exist, in the order asked, each once.
    package let observations: [Observation]
    /// The ids that the server has nothing for, in the order asked: never there, deleted, or no possible id.
    package let missing: [Int]
    /// Whether the API took notice of the token.
    package let recognition: Recognition

    /// Puts a batch together.
    package init(observations: [Observation], missing: [Int], recognition: Recognition) {
        self.observations = observations
        self.missing = missing
        self.recognition = recognition
    }
}
