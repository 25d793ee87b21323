extension Moment {
    /// A date, or a date with a time and perhaps an offset, as search parameters have it; nil for anything else, which
    /// `/v1` ignores without a word (API reference 3.3).
    /// - Parameters:
    ///   - text: `2026-04-30`, `2026-04-30T10:00:00Z` or `2026-04-30T10:00:00-05:00`.
    ///   - endOfDay: Whether a date without a time means its last second.
    init?(parsing text: String, endOfDay: Bool = false) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, let date = CivilDate(text.prefix(10)) else { return nil }
        guard bytes.count > 10 else {
            self.init(date, secondsOfDay: endOfDay ? 86_399 : 0, offset: 0)
            return
        }
        let rest = String(text.dropFirst(11))
        let zoneStart = rest.lastIndex { "+-Z ".contains($0) } ?? rest.endIndex
        let clock = rest[..<zoneStart].split(separator: ":").map { Int($0.prefix(2)) ?? 0 }
        let seconds = zip(clock, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
        self.init(date, secondsOfDay: seconds, offset: Self.offset(rest[zoneStart...]))
    }

    /// Minutes ahead of UTC. A plus sign in a query arrives as a space.
    private static func offset(_ zone: Substring) -> Int {
        let digits = zone.dropFirst().filter(\.isNumber)
        guard digits.count == 4, let hours = Int(digits.prefix(2)), let minutes = Int(digits.suffix(2)) else {
            return 0
        }
        return (zone.first == "-" ? -1 : 1) * (hours * 60 + minutes)
    }
}
