/// A moment, and how the two servers write it.
struct Moment: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01 00:00 UTC.
    let seconds: Int

    init(seconds: Int) {
        self.seconds = seconds
    }

    /// A second of a day where clocks are `offset` minutes ahead of UTC.
    init(_ date: CivilDate, secondsOfDay: Int, offset: Int) {
        seconds = date.days * 86_400 + secondsOfDay - offset * 60
    }

    /// The date and the second of the day where clocks are `offset` minutes ahead of UTC.
    func local(offset: Int) -> (date: CivilDate, secondsOfDay: Int) {
        let shifted = seconds + offset * 60
        var (days, rest) = shifted.quotientAndRemainder(dividingBy: 86_400)
        if rest < 0 { (days, rest) = (days - 1, rest + 86_400) }
        return (CivilDate(days: days), rest)
    }

    /// `2021-03-10T12:25:00-06:00`, as the node server writes times (API reference 4.6).
    func text(offset: Int) -> String {
        let (date, time) = local(offset: offset)
        return "\(date.text)T\(Self.clock(time))\(Self.offsetText(offset))"
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, for HTTP headers (RFC 9110, 5.6.7).
    var httpDate: String {
        let (date, time) = local(offset: 0)
        let (year, month, day) = date.components
        let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return
            "\(weekdays[date.weekday]), \(padded(day, 2)) \(months[month - 1]) \(year) \(Self.clock(time)) GMT"
    }

    /// `{date, day, month, year, hour, week}`, as `*_details` have it.
    func details(offset: Int) -> JSONValue {
        let (date, time) = local(offset: offset)
        return Self.details(date: date, hour: time / 3600)
    }

    /// The details of a day; `hour` is 0 when the time is unknown (API reference 4.6).
    static func details(date: CivilDate, hour: Int) -> JSONValue {
        let (year, month, day) = date.components
        return [
            "date": .string(date.text), "week": .integer(date.isoWeek), "month": .integer(month),
            "hour": .integer(hour), "year": .integer(year), "day": .integer(day),
        ]
    }

    /// `HH:MM:SS`.
    static func clock(_ secondsOfDay: Int) -> String {
        let minutes = secondsOfDay / 60
        return "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2)):\(padded(secondsOfDay % 60, 2))"
    }

    /// `-06:00`.
    static func offsetText(_ offset: Int) -> String {
        let minutes = abs(offset)
        return "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    }

    static func < (left: Moment, right: Moment) -> Bool {
        left.seconds < right.seconds
    }
}
