/// An angle in degrees with ten decimals, held exactly.
///
/// The website stores coordinates as decimals (`numeric(15,10)`), so that cells are cut exactly at multiples of 0.2
/// degrees; binary floating point would put some points into the neighbouring cell (API reference 5).
struct Degrees: Sendable, Hashable, Comparable {
    /// Ten-billionths of a degree.
    let units: Int

    /// Units in one degree.
    static let unitsPerDegree = 10_000_000_000

    init(units: Int) {
        self.units = units
    }

    init(_ degrees: Double) {
        units = Int((degrees * Double(Self.unitsPerDegree)).rounded())
    }

    /// The nearest floating-point number.
    var value: Double {
        Double(units) / Double(Self.unitsPerDegree)
    }

    /// Decimal digits without trailing zeros, with at least `minimumDecimals` decimals.
    func text(minimumDecimals: Int = 1) -> String {
        let magnitude = units.magnitude
        let whole = magnitude / UInt(Self.unitsPerDegree)
        var decimals = String(magnitude % UInt(Self.unitsPerDegree))
        decimals = String(repeating: "0", count: 10 - decimals.count) + decimals
        while decimals.utf8.count > minimumDecimals, decimals.last == "0" { decimals.removeLast() }
        let sign = units < 0 ? "-" : ""
        return decimals.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(decimals)"
    }

    static func < (left: Degrees, right: Degrees) -> Bool {
        left.units < right.units
    }
}
