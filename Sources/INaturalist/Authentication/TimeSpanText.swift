/// A span of time in words for people, without a locale.
enum TimeSpanText {
    /// `23 h 58 min`, `12 min`, `40 s`; days from two days on.
    ///
    /// - Parameter seconds: a span that is not negative.
    /// - Returns: the words.
    static func hoursAndMinutes(_ seconds: Double) -> String {
        let whole = Int(min(max(seconds, 0), 1e12))
        let (minutes, hours, days) = (whole / 60, whole / 3600, whole / 86_400)
        if days >= 2 { return "\(days) days" }
        if hours > 0 { return minutes % 60 == 0 ? "\(hours) h" : "\(hours) h \(minutes % 60) min" }
        return minutes > 0 ? "\(minutes) min" : "\(whole) s"
    }
}
