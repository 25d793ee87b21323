package import FoundationEssentials
package import INaturalist

/// A row of the store: the observation as one viewer was told it, and how fresh that is.
package struct HeldObservation: Sendable, Hashable, Identifiable {
    /// The observation; withheld where this viewer was told nothing.
    package let observation: Observation
    /// Whether this viewer has asked for it, as hidden as it is now. An answer from when it was open to all says
    /// nothing once it is hidden.
    package let isAnswered: Bool
    /// When this viewer was told, or, when that never was, when anybody was.
    package let fetchedAt: Date
    /// A true face that this viewer was once told, and that is no longer granted.
    package let former: FormerTruth?
    /// When it was noticed that the server has it no longer.
    package let deletedAt: Date?

    /// Puts a row together.
    package init(
        observation: Observation,
        isAnswered: Bool,
        fetchedAt: Date,
        former: FormerTruth? = nil,
        deletedAt: Date? = nil
    ) {
        self.observation = observation
        self.isAnswered = isAnswered
        self.fetchedAt = fetchedAt
        self.former = former
        self.deletedAt = deletedAt
    }

    /// The observation's id.
    package var id: Int { observation.id }
}

/// What was once disclosed. It is kept, because nothing else may remember it, and never taken for what is granted.
package struct FormerTruth: Sendable, Hashable {
    /// The true face as it was last told.
    package let face: TrueFace
    /// When it was noticed that it is no longer granted.
    package let until: Date

    /// Puts a former truth together.
    package init(face: TrueFace, until: Date) {
        self.face = face
        self.until = until
    }
}
