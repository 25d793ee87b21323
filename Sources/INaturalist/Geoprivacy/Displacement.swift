/// How far and in which direction the true point lies from the public one.
///
/// Information, never an invariant: points hidden before August 2015 may lie in different cells (reference,
/// section 5).
package struct Displacement: Sendable, Hashable {
    /// The length of the shortest line on the WGS 84 ellipsoid, in metres.
    package let distance: Double
    /// The direction at the public point, in degrees clockwise from north, 0 to below 360.
    package let bearing: Double
    /// Whether both points lie in one obscuration cell.
    package let isSameCell: Bool

    /// Measures from the public point to the true one.
    package init(from publicPoint: Coordinate, to truePoint: Coordinate) {
        let line = Geodesic.inverse(from: publicPoint, to: truePoint)
        distance = line.distance
        bearing = line.initialBearing
        isSameCell = ObscurationCell(containing: publicPoint).contains(truePoint)
    }

    /// The direction as one of sixteen points of the compass, `NNE`.
    package var compassPoint: String {
        let points = [
            "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW",
            "NNW",
        ]
        return points[Int((bearing / 22.5).rounded()) % points.count]
    }
}
