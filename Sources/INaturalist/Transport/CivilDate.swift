internal import FoundationEssentials

/// Days of the Gregorian calendar in whole numbers, so that no calendar or locale is loaded for a date in
/// UTC.
///
/// H. Hinnant, “chrono-compatible low-level date algorithms”, days_from_civil and civil_from_days.
enum CivilDate {
    /// Days since 1970-01-01.
    static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// `2026-12-01`, the day in UTC.
    static func day(of date: Date) -> String {
        let days = Int((seconds(of: date) / 86_400).rounded(.down)) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(year)-\(padded(month))-\(padded(day))"
    }

    /// `2026-12-01 09:30 UTC`.
    static func minute(of date: Date) -> String {
        let minutes = Int((seconds(of: date) / 60).rounded(.down))
        let minuteOfDay = ((minutes % 1440) + 1440) % 1440
        return "\(day(of: date)) \(padded(minuteOfDay / 60)):\(padded(minuteOfDay % 60)) UTC"
    }

    /// Within four digits of years: no whole number holds every date.
    private static func seconds(of date: Date) -> Double {
        min(max(date.timeIntervalSince1970, -62_000_000_000), 250_000_000_000)
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
