#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The cell of 0.2 by 0.2 degrees in which the site draws the public point of an obscured observation.
///
/// Rules: `Observation` of the site (reference, section 5). The cell begins at the floor of the coordinate,
/// also below zero: -0.1 lies in -0.2 to 0. It is found in whole numbers of 1e-10 degrees, the precision of
/// the site's database, because 41.6 / 0.2 is 207.99999999999997 in binary.
///
/// The site drew points otherwise before August 2015, so a point outside the cell is a fact to show, not an
/// error.
package struct ObscurationCell: Sendable, Hashable {
    /// The southern edge, degrees; belongs to the cell.
    package let south: Double
    /// The western edge, degrees, -180 to below 180; belongs to the cell.
    package let west: Double
    /// The northern edge, degrees; belongs to the next cell.
    package let north: Double
    /// The eastern edge, degrees; belongs to the next cell. It is 180.2 for the cell that begins at 180.
    package let east: Double

    /// A tenth of a nanodegree, as many as make a cell's side.
    private static let side: Int64 = 2_000_000_000
    private static let perDegree = 1e10

    /// The cell that holds a point.
    package init(containing point: Coordinate) {
        let row = Self.index(point.latitude)
        let column = Self.index(point.longitude)
        south = Self.edge(row)
        north = Self.edge(row + 1)
        west = Self.edge(column)
        east = Self.edge(column + 1)
    }

    private static func index(_ degrees: Double) -> Int64 {
        let whole = Int64((min(max(degrees, -360), 360) * perDegree).rounded())
        let quotient = whole / side
        return whole < 0 && quotient * side != whole ? quotient - 1 : quotient
    }

    private static func edge(_ index: Int64) -> Double {
        // One rounding only, so that the edge is the double nearest to the decimal.
        Double(index * 2) / 10
    }

    /// Whether a point lies in the cell. 180.1 and -179.9 are the same longitude.
    package func contains(_ point: Coordinate) -> Bool {
        let column = Self.index(west)
        let turn = 360 * Int64(Self.perDegree) / Self.side
        return Self.index(point.latitude) == Self.index(south)
            && (Self.index(point.longitude) - column) % turn == 0
    }

    /// The diagonal, in metres, rounded up: the accuracy that the site gives the public point at least.
    ///
    /// The site's own formula with its own constants: a haversine over the corners with an earth radius of
    /// 6,370,997 m and 57.2958 degrees a radian. It depends on the latitude alone.
    package var diagonal: Double {
        let degreesPerRadian = 57.2958
        let radius = 6_370_997.0
        let southern = south / degreesPerRadian
        let northern = north / degreesPerRadian
        let sine = sin((north - south) / degreesPerRadian / 2)
        let eastSine = sin((east - west) / degreesPerRadian / 2)
        let half = sine * sine + eastSine * eastSine * cos(southern) * cos(northern)
        return (radius * 2 * atan2(half.squareRoot(), (1 - half).squareRoot())).rounded(.up)
    }

    /// The edges for people: `41.6–41.8 N, 93.8–93.6 W`.
    package var text: String {
        """
        \(Self.range(south, north, positive: "N", negative: "S")), \
        \(Self.range(west, east, positive: "E", negative: "W"))
        """
    }

    private static func range(_ low: Double, _ high: Double, positive: String, negative: String) -> String {
        if high > 180 { return "\(oneDecimal(low)) E–\(oneDecimal(360 - high)) W" }
        let letter = low < 0 ? negative : positive
        return "\(oneDecimal(abs(low)))–\(oneDecimal(abs(high))) \(letter)"
    }

    private static func oneDecimal(_ degrees: Double) -> String {
        let tenths = Int((degrees * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
