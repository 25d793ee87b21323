/// How much of the budget of requests is used.
package struct RequestUsage: Sendable, Hashable {
    /// Requests started within the last minute, or whatever window the limits have.
    package var minute: Int
    /// How many of those are allowed.
    package var minuteLimit: Int
    /// Requests started within the last 24 hours.
    package var day: Int
    /// How many of those are allowed.
    package var dayLimit: Int

    /// Puts numbers together with the limits they are measured by.
    package init(minute: Int, day: Int, of limits: RateLimits) {
        self.minute = minute
        self.minuteLimit = limits.perWindow
        self.day = day
        self.dayLimit = limits.perDay
    }
}

extension RequestUsage: CustomStringConvertible {
    /// `12/60 this minute · 1,204/10,000 today`
    package var description: String {
        """
        \(Self.grouped(minute))/\(Self.grouped(minuteLimit)) this minute · \
        \(Self.grouped(day))/\(Self.grouped(dayLimit)) today
        """
    }

    private static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }
}

extension INaturalistClient {
    /// How much of the budget of requests is used, by all that share it; nil for a server without one, as the built-in
    /// sandbox.
    package func requestUsage() async -> RequestUsage? {
        await limiter.usage()
    }

    /// The time that each request takes up in the long run; nil where there is no limit.
    package var requestPace: Duration? { limiter.limits?.pace }

    /// The clock that requests and their retries wait on.
    package var requestClock: any RequestClock { limiter.clock }
}
