internal import FoundationEssentials

/// The date of HTTP fields in the form that servers must send: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110,
/// 5.6.7).
enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The moment, nil when the text has another form.
    static func date(of text: String) -> Date? {
        let parts = text.split(separator: " ")
        guard
            parts.count == 6, parts[5] == "GMT",
            let day = Int(parts[1]), 1...31 ~= day,
            let month = months.firstIndex(of: String(parts[2])),
            let year = Int(parts[3]), 1970...9999 ~= year
        else { return nil }
        let time = parts[4].split(separator: ":").compactMap { Int($0) }
        guard time.count == 3, 0...23 ~= time[0], 0...59 ~= time[1], 0...60 ~= time[2] else { return nil }
        let days = CivilDate.days(year: year, month: month + 1, day: day)
        return Date(timeIntervalSince1970: Double(days * 86_400 + time[0] * 3600 + time[1] * 60 + time[2]))
    }
}
