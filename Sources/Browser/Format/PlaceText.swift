package import INaturalist

/// Points, cells and displacements as people read them.
package nonisolated enum PlaceText {
    /// Latitude and longitude in degrees, latitude first: `41.65104, -93.71288`.
    package static func point(_ point: Coordinate, decimals: Int) -> String {
        NumberText.fixed(point.latitude, decimals: decimals) + ", "
            + NumberText.fixed(point.longitude, decimals: decimals)
    }

    /// How far the true point is from the public one, and where: `10.0 km ESE`.
    package static func displacement(_ displacement: Displacement) -> String {
        let distance = NumberText.distance(displacement.distance)
        // Below a metre there is no direction worth naming.
        return displacement.distance < 1 ? distance : distance + " " + displacement.compassPoint
    }

    /// The displacement in few words: `10.0 km ESE, same cell`.
    package static func displacementWords(_ displacement: Displacement) -> String {
        self.displacement(displacement) + (displacement.isSameCell ? ", same cell" : ", other cell")
    }

    /// The displacement as a sentence that names its start.
    package static func displacementSentence(_ displacement: Displacement) -> String {
        if displacement.distance < 1 { return "the public point is the true point" }
        return self.displacement(displacement) + " of the public point, "
            + (displacement.isSameCell ? "in the same cell" : "in another cell")
    }
}
