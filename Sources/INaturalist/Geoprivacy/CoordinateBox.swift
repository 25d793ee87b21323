/// An area between two parallels and two meridians; its edges belong to it.
package struct CoordinateBox: Sendable, Hashable {
    /// Degrees WGS 84.
    package let south: Double
    /// Degrees WGS 84; west of `east`, unless the box crosses the antimeridian.
    package let west: Double
    /// Degrees WGS 84.
    package let north: Double
    /// Degrees WGS 84; less than `west` when the box crosses the antimeridian.
    package let east: Double

    /// Puts a box together.
    package init(south: Double, west: Double, north: Double, east: Double) {
        self.south = south
        self.west = west
        self.north = north
        self.east = east
    }

    /// The ranges of longitude that it covers: two when it crosses the antimeridian.
    package var longitudes: [(west: Double, east: Double)] {
        west <= east ? [(west, east)] : [(west, 180), (-180, east)]
    }
}
