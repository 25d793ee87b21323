package import Coordinates

extension NumberText {
    /// Time left, in the two units that matter: `23 h 41 min`, `4 min`, `40 s`.
    ///
    /// - Parameter seconds: whole seconds are enough; a negative number reads as none left.
    package nonisolated static func duration(_ seconds: Double) -> String {
        let total = max(0, Int(min(seconds, 9e15)))
        let hours = total / 3_600
        let minutes = total % 3_600 / 60
        if hours >= 48 { return "\(count(hours / 24)) d \(hours % 24) h" }
        if hours > 0 { return "\(hours) h \(minutes) min" }
        return minutes > 0 ? "\(minutes) min" : "\(total) s"
    }

    /// Time left as a countdown: with minutes from an hour on, with seconds below: `23 h 41 min`, `4 min 05 s`.
    package nonisolated static func countdown(_ seconds: Double) -> String {
        let total = max(0, Int(min(seconds, 9e15)))
        guard total < 3_600 else { return duration(seconds) }
        let rest = total % 60
        return total < 60 ? "\(rest) s" : "\(total / 60) min \(rest < 10 ? "0" : "")\(rest) s"
    }

    /// How many seconds later ``countdown(_:)`` reads otherwise.
    package nonisolated static func nextCountdown(after seconds: Double) -> Double {
        let unit = seconds >= 3_600 ? 60.0 : 1.0
        return max(0.05, seconds.truncatingRemainder(dividingBy: unit))
    }
}
