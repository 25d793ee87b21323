extension Observation {
    /// How much is hidden from the public: the stricter of both geoprivacies.
    package var obscuration: Obscuration {
        max(geoprivacy?.obscuration ?? .none, taxonGeoprivacy?.obscuration ?? .none)
    }

    /// What this viewer has of the place.
    ///
    /// An open observation without the `private_*` keys is open, not withheld: nobody hides anything.
    /// A hidden one whose keys are null has no point at all, and the viewer was allowed to see that.
    package var access: Access {
        switch disclosure {
        case .disclosed: .granted
        case .nothingHidden: obscuration == .none ? .open : .granted
        case .withheld: obscuration == .none ? .open : .withheld
        }
    }

    /// The point that this viewer may take for the true one, with its own accuracy; nil when it is withheld
    /// or missing.
    package var trueLocation: Location? {
        switch disclosure {
        case .disclosed(let face): face.location
        case .nothingHidden, .withheld: access == .open ? publicFace.location : nil
        }
    }

    /// From the public point to the true one; nil unless the reply held both.
    package var displacement: Displacement? {
        guard
            let truth = disclosure.trueFace?.location,
            let shown = publicFace.location
        else { return nil }
        return Displacement(from: shown.point, to: truth.point)
    }

    /// The cell in which the site drew the public point; nil unless the observation is obscured and has one.
    ///
    /// It is made of the public point alone, so it tells nothing that the public does not see.
    package var cell: ObscurationCell? {
        guard obscuration == .obscured, let shown = publicFace.location else { return nil }
        return ObscurationCell(containing: shown.point)
    }
}
