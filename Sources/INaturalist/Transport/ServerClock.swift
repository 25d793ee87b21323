internal import FoundationEssentials
internal import Synchronization

/// By how much this computer's clock is wrong, told from the `Date` field of replies (RFC 9110, 6.6.1).
///
/// A `Date` is cut to whole seconds and was written at some moment between sending and receiving, so that one reply
/// gives a span and not a number. The spans of several replies are narrowed down to what they have in common; one that
/// contradicts them says that the clock was set meanwhile, and is believed instead.
final class ServerClock: Sendable {
    private let span = Mutex<ClosedRange<TimeInterval>?>(nil)

    /// Seconds by which this computer is ahead, negative when it is behind; 0 when the replies leave it possible that
    /// it is right, nil before the first reply.
    var error: TimeInterval? {
        span.withLock { $0 }.map { $0.contains(0) ? 0 : ($0.lowerBound + $0.upperBound) / 2 }
    }

    /// Learns from a reply.
    ///
    /// - Parameters:
    ///   - response: a reply; one without a readable `Date`, or that some cache kept (`Age`), teaches nothing.
    ///   - sent: when the request went out, by this computer's clock.
    ///   - received: when the whole reply was there, by the same clock.
    func learn(from response: HTTPResponse, sent: Date, received: Date) {
        guard
            let date = response.header("date").flatMap(HTTPDate.date),
            response.header("age").flatMap({ Int($0) }) ?? 0 == 0,
            sent <= received
        else { return }
        let found = sent.timeIntervalSince(date) - 1...received.timeIntervalSince(date)
        span.withLock { span in
            span = span.flatMap { $0.overlaps(found) ? $0.clamped(to: found) : nil } ?? found
        }
    }
}
