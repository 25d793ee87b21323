/// Numbers as people read them, without a locale: `1,284`, `41.65104`, `28 km`.
///
/// Written by hand on integers, because a frame formats hundreds of them and a formatter object costs
/// microseconds each.
package nonisolated enum NumberText {
    /// A count with a comma between thousands: `1,284`.
    package static func count(_ value: Int) -> String {
        let digits = String(value.magnitude)
        guard digits.utf8.count > 3 else { return value < 0 ? "-" + digits : digits }
        var text = value < 0 ? "-" : ""
        let head = digits.utf8.count % 3
        for (index, digit) in digits.enumerated() {
            if index > 0, index % 3 == head { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// A number with exactly so many decimals, rounded half away from zero: `-93.71288`.
    ///
    /// - Parameter value: finite; anything else, or too large for exact decimals, reads `—`.
    package static func fixed(_ value: Double, decimals: Int) -> String {
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (value.magnitude * Double(scale)).rounded()
        guard scaled.isFinite, scaled < 9e15 else { return "—" }
        let whole = Int(scaled)
        let sign = value < 0 && whole != 0 ? "-" : ""
        guard decimals > 0 else { return sign + String(whole) }
        let fraction = String(whole % scale)
        let padding = String(repeating: "0", count: decimals - fraction.utf8.count)
        return sign + String(whole / scale) + "." + padding + fraction
    }

    /// A length in whole metres with its unit: `27,754 m`.
    package static func metres(_ metres: Double) -> String {
        guard metres.isFinite, metres.magnitude < 9e15 else { return "—" }
        return count(Int(metres.rounded())) + " m"
    }

    /// A length in the unit that keeps it short: `330 m`, `1.2 km`, `28 km`.
    ///
    /// - Parameter metres: not negative.
    package static func length(_ metres: Double) -> String {
        if metres < 999.5 {
            return metres < 9.95 && metres > 0 ? fixed(metres, decimals: 1) + " m" : self.metres(metres)
        }
        if metres < 9_950 { return fixed(metres / 1_000, decimals: 1) + " km" }
        guard metres.isFinite, metres < 9e15 else { return "—" }
        return count(Int((metres / 1_000).rounded())) + " km"
    }

    /// A distance between two points, with one decimal as long as it says something: `10.0 km`, `412 m`.
    ///
    /// - Parameter metres: not negative.
    package static func distance(_ metres: Double) -> String {
        if metres < 999.5 { return self.metres(metres) }
        if metres < 99_950 { return fixed(metres / 1_000, decimals: 1) + " km" }
        return length(metres)
    }

    /// Time left, in the two units that matter: `23 h 41 min`, `4 min`, `40 s`.
    ///
    /// - Parameter seconds: whole seconds are enough; a negative number reads as none left.
    package static func duration(_ seconds: Double) -> String {
        let total = max(0, Int(min(seconds, 9e15)))
        let hours = total / 3_600
        let minutes = total % 3_600 / 60
        if hours >= 48 { return "\(count(hours / 24)) d \(hours % 24) h" }
        if hours > 0 { return "\(hours) h \(minutes) min" }
        return minutes > 0 ? "\(minutes) min" : "\(total) s"
    }

    /// Time left as a countdown: with minutes from an hour on, with seconds below: `23 h 41 min`, `4 min 05 s`.
    package static func countdown(_ seconds: Double) -> String {
        let total = max(0, Int(min(seconds, 9e15)))
        guard total < 3_600 else { return duration(seconds) }
        let rest = total % 60
        return total < 60 ? "\(rest) s" : "\(total / 60) min \(rest < 10 ? "0" : "")\(rest) s"
    }

    /// How many seconds later ``countdown(_:)`` reads otherwise.
    package static func nextCountdown(after seconds: Double) -> Double {
        let unit = seconds >= 3_600 ? 60.0 : 1.0
        return max(0.05, seconds.truncatingRemainder(dividingBy: unit))
    }
}
