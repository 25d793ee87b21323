/// Numbers for files and addresses: a point as decimal sign, no thousands, no exponent, no zeros at the end.
package enum DecimalText {
    /// A point's degrees have seven decimals at most, as the API sends them: 1.1 cm.
    private static let degreeDecimals = 7

    /// The number with at most so many decimals, rounded half away from zero: `-93.6124`.
    ///
    /// - Parameters:
    ///   - value: finite; anything else reads empty.
    ///   - decimals: 0 to 9.
    package static func text(_ value: Double, decimals: Int) -> String {
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (value.magnitude * Double(scale)).rounded()
        guard scaled.isFinite else { return "" }
        // Beyond this a Double has no decimals, and its whole number is written without an exponent by Int64 alone.
        guard scaled < 9e15 else { return value.magnitude < 9e18 ? String(Int64(value)) : "" }
        let whole = Int(scaled)
        var fraction = whole % scale
        var places = decimals
        while places > 0, fraction % 10 == 0 {
            fraction /= 10
            places -= 1
        }
        let sign = value < 0 && whole != 0 ? "-" : ""
        guard places > 0 else { return sign + String(whole / scale) }
        let digits = String(fraction)
        return sign + String(whole / scale) + "." + String(repeating: "0", count: places - digits.utf8.count)
            + digits
    }

    /// Degrees of a point.
    package static func degrees(_ value: Double) -> String { text(value, decimals: degreeDecimals) }

    /// Metres, or degrees of a direction: a hundredth, because more would pretend to an accuracy that no point has.
    package static func measure(_ value: Double) -> String { text(value, decimals: 2) }
}
