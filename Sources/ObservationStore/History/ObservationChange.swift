package import FoundationEssentials
package import INaturalist

/// One thing that became different, as it was noticed.
package struct ObservationChange: Sendable, Hashable, Identifiable {
    /// Rises with time; ask with `before:` for what was noticed earlier.
    package let id: Int64
    /// The observation's id.
    package let observation: Int
    /// When it was noticed; it may have happened long before.
    package let noticedAt: Date
    /// What of it.
    package let kind: Kind
    /// What it was; nil for nothing.
    package let before: Value?
    /// What it became; nil for nothing.
    package let after: Value?
    /// Whether it was told to this viewer alone.
    package let isPrivate: Bool

    /// Puts a change together.
    package init(
        id: Int64,
        observation: Int,
        noticedAt: Date,
        kind: Kind,
        before: Value?,
        after: Value?,
        isPrivate: Bool
    ) {
        self.id = id
        self.observation = observation
        self.noticedAt = noticedAt
        self.kind = kind
        self.before = before
        self.after = after
        self.isPrivate = isPrivate
    }

    /// What is watched. The numbers are part of the file.
    package enum Kind: Int, Sendable, Hashable, CaseIterable {
        /// The observer's choice.
        case geoprivacy = 0
        /// What the taxon's status asks for.
        case taxonGeoprivacy = 1
        /// Where everybody sees it.
        case publicPoint = 2
        /// The public point's accuracy.
        case publicAccuracy = 3
        /// Where this viewer sees it.
        case truePoint = 4
        /// The true point's accuracy.
        case trueAccuracy = 5
        /// The hidden words for the place.
        case privatePlace = 6
        /// What this viewer has of the place.
        case access = 7
        /// The server has it no longer (after: when that was noticed), or has it again (before).
        case deletion = 8
    }

    /// What something was or became.
    package enum Value: Sendable, Hashable {
        case geoprivacy(Geoprivacy)
        case point(Coordinate)
        /// Metres.
        case accuracy(Double)
        case place(String)
        case access(Access)
        case date(Date)
    }
}
