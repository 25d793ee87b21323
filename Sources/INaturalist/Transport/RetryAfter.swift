internal import FoundationEssentials

/// The `Retry-After` field (RFC 9110, 10.2.3): seconds, or a date.
enum RetryAfter {
    /// How long the server asks to wait, never negative; nil when the field is absent or makes no sense.
    static func wait(in response: HTTPResponse, now: Date) -> Duration? {
        guard let value = response.header("retry-after") else { return nil }
        let text = value.filter { !$0.isWhitespace || $0 == " " }
        if let seconds = Int(text), seconds >= 0 { return .seconds(min(seconds, 31_536_000)) }
        return HTTPDate.date(of: text).map { date in
            .milliseconds(Int64(min(max(date.timeIntervalSince(now), 0), 31_536_000) * 1000))
        }
    }
}
