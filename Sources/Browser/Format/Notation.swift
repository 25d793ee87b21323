package import Coordinates
package import INaturalist

/// How points, lengths and displacements are written, as the person chose it: the same on every screen.
package nonisolated struct Notation: Sendable, Hashable {
    /// How points are written.
    package var coordinates: CoordinateFormat
    /// In what lengths are told.
    package var units: LengthUnit

    package init(_ coordinates: CoordinateFormat = .decimal, _ units: LengthUnit = .metres) {
        self.coordinates = coordinates
        self.units = units
    }

    /// A point as exactly as it is known: `41.6510400, -93.7128800`.
    package func point(_ point: Coordinate) -> String { coordinates.text(of: point, precision: .full) }

    /// A point as a table shows it: `41.65104, -93.71288`.
    package func tablePoint(_ point: Coordinate) -> String { coordinates.text(of: point, precision: .table) }

    /// How far the true point is from the public one, and where: `10.0 km ESE`.
    package func displacement(_ displacement: Displacement) -> String {
        let distance = units.distance(displacement.distance)
        // Below a metre there is no direction worth naming.
        return displacement.distance < 1 ? distance : distance + " " + displacement.compassPoint
    }

    /// The displacement in few words: `10.0 km ESE, same cell`.
    package func displacementWords(_ displacement: Displacement) -> String {
        self.displacement(displacement) + (displacement.isSameCell ? ", same cell" : ", other cell")
    }

    /// The displacement as a sentence that names its start.
    package func displacementSentence(_ displacement: Displacement) -> String {
        if displacement.distance < 1 { return "the public point is the true point" }
        return self.displacement(displacement) + " of the public point, "
            + (displacement.isSameCell ? "in the same cell" : "in another cell")
    }
}

extension Preferences {
    /// How points and lengths are written.
    package nonisolated var notation: Notation { Notation(coordinates, units) }
}
