internal import FoundationEssentials
internal import INaturalist

/// How long a sync puts up with failures that may pass: growing, jittered waits, until too much time has gone by
/// without a single good reply.
package struct Patience: Sendable {
    /// The wait after the first failure; each further one is twice as long.
    package var firstWait: Duration
    /// No wait grows beyond this, unless the server asks for more.
    package var longestWait: Duration
    /// The time without a good reply after which the sync gives up. What is done is kept.
    package var limit: Duration
    /// A number from 0 to 1, asked for each wait: it spreads out programs that failed together.
    package var jitter: @Sendable () -> Double

    private var failures = 0
    private var failingSince: Duration?

    /// Two seconds to a minute, for a quarter of an hour. Each failure stands for the client's own three attempts.
    package init(
        firstWait: Duration = .seconds(2),
        longestWait: Duration = .seconds(60),
        limit: Duration = .seconds(900),
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
    ) {
        self.firstWait = firstWait
        self.longestWait = longestWait
        self.limit = limit
        self.jitter = jitter
    }

    /// Notes a good reply: what comes next is a first failure again.
    mutating func noteSuccess() {
        failures = 0
        failingSince = nil
    }

    /// How long to wait after a failure.
    ///
    /// - Parameters:
    ///   - error: what failed.
    ///   - now: the time that patience is measured in.
    ///   - date: the time of day, for a server that says when it is back.
    /// - Returns: nil when waiting cannot help, or has not helped for too long.
    mutating func wait(after error: INaturalistError, at now: Duration, date: Date) -> Duration? {
        guard error.mayPass else { return nil }
        failures += 1
        let since = failingSince ?? now
        failingSince = since
        // Half of the wait is sure, the other half is drawn.
        let grown = min(firstWait * (1 << min(failures - 1, 20)), longestWait) * (0.5 + jitter() / 2)
        let asked: Duration =
            switch error {
            case .throttled(let seconds?): .seconds(min(max(seconds, 0), 1e9))
            case .maintenance(let until?): .seconds(min(max(until.timeIntervalSince(date), 0), 1e9))
            default: .zero
            }
        let wait = max(grown, asked)
        return now + wait - since <= limit ? wait : nil
    }
}

extension INaturalistError {
    /// Whether the same request may well succeed some minutes later.
    var mayPass: Bool {
        switch self {
        case .transport(.cancelled, _), .transport(.notTrusted, _), .transport(.replyTooLarge, _): false
        // A network that comes back, a proxy that restarts, a reply that was cut off.
        case .transport: true
        case .throttled, .maintenance, .serverFault: true
        // A reply that was cut off or changed on the way, or that a tired server did not finish.
        case .unreadableReply, .pageInsteadOfData, .unexpectedStatus: true
        default: false
        }
    }
}
