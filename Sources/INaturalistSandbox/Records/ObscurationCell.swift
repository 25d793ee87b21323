#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The square of 0.2 by 0.2 degrees in which a hidden point is made vague (API reference 5).
struct ObscurationCell: Sendable, Hashable {
    /// The side of a cell: 0.2 degrees.
    static let side = Degrees(units: Degrees.unitsPerDegree / 5)

    /// The south-western corner, at multiples of 0.2 degrees.
    let southWest: Point

    /// The cell that holds a point. Division is floored, so that negative coordinates fall into [-0.2, 0) and so on.
    init(containing point: Point) {
        southWest = Point(
            latitude: Self.floored(point.latitude),
            longitude: Self.floored(point.longitude)
        )
    }

    private static func floored(_ degrees: Degrees) -> Degrees {
        let remainder = degrees.units % side.units
        return Degrees(units: degrees.units - (remainder < 0 ? remainder + side.units : remainder))
    }

    /// The diagonal in metres, rounded up: a haversine between two corners on a sphere of 6,370,997 m, with the
    /// website's own 57.2958 degrees in a radian.
    var diagonalMetres: Int {
        let earthRadius = 6_370_997.0
        let degreesPerRadian = 57.2958
        let south = southWest.latitude.value
        let north = Degrees(units: southWest.latitude.units + Self.side.units).value
        let side = Self.side.value / degreesPerRadian
        let halfSine = sin(side / 2)
        let haversine =
            halfSine * halfSine
            + halfSine * halfSine * cos(south / degreesPerRadian) * cos(north / degreesPerRadian)
        return Int(
            (2 * earthRadius * atan2(haversine.squareRoot(), (1 - haversine).squareRoot())).rounded(.up)
        )
    }

    /// A point drawn evenly from the cell, with the ten decimals that the website stores.
    func randomPoint(using generator: inout SplitMix64) -> Point {
        let half = Self.side.units / 2
        let latitude = southWest.latitude.units + half + generator.within(-half, half - 1)
        let longitude = southWest.longitude.units + half + generator.within(-half, half - 1)
        return Point(latitude: Degrees(units: latitude), longitude: Degrees(units: longitude))
    }

    /// Whether a point lies in the cell.
    func contains(_ point: Point) -> Bool {
        ObscurationCell(containing: point) == self
    }
}
