internal import INaturalist

/// What of an observation goes into a table or a feature: the values that are worked out, once for all columns.
struct ExportedRow {
    let observation: Observation
    /// The true point as this viewer knows it, the public one of an open observation; nil where it is withheld.
    let truth: Location?
    /// The words for the true place, the public ones of an open observation; nil where they are withheld.
    let truePlace: String?
    /// From the public to the true point; nil unless both are known.
    let displacement: Displacement?

    init(_ observation: Observation) {
        self.observation = observation
        truth = observation.trueLocation
        truePlace =
            switch observation.access {
            case .open: observation.publicFace.place
            case .granted: observation.disclosure.trueFace?.place
            case .withheld: nil
            }
        displacement = observation.displacement
    }

    /// The name that the table shows: the common one, else the scientific one, else what the observer wrote.
    var taxonName: String? {
        observation.taxon?.commonName ?? observation.taxon?.name ?? observation.speciesGuess
    }
}
