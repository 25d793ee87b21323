package import FoundationEssentials

/// Days and minutes in UTC as people write them, and back.
package nonisolated enum MomentText {
    /// `2026-11-23`.
    package static func day(of date: Date) -> String { date.formatted(days) }

    /// `2026-11-23 12:04`.
    package static func minute(of date: Date) -> String {
        let text = date.formatted(.iso8601)
        return text.prefix(10) + " " + text.dropFirst(11).prefix(5)
    }

    /// Where a day begins; nil when the text is no day of the calendar, as `2026-02-30`.
    package static func date(ofDay text: String) -> Date? {
        // The style alone would take `2026-11-23 and more` and turn the 30th of February into the 2nd of March.
        guard let date = try? days.parse(text), day(of: date) == text else { return nil }
        return date
    }

    private static let days = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
}
