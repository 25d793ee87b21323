/// The unit that lengths are written in: a choice of the person, the same on every screen.
package enum LengthUnit: String, CaseIterable, Sendable, Hashable {
    /// Metres, and kilometres from 1,000 m on.
    case metres
    /// International feet of 0.3048 m, and miles of 1,609.344 m from one mile on.
    case feet

    /// What the unit is called where it is chosen.
    package var title: String { rawValue }

    /// The unit after this one, for a key that goes round.
    package var next: LengthUnit {
        switch self {
        case .metres: .feet
        case .feet: .metres
        }
    }
}
