/// When and how late a GET is sent again.
package struct RetryPolicy: Sendable {
    /// How often at most.
    package var limit: Int
    /// The first wait; each further one is twice as long.
    package var firstWait: Duration
    /// The longest wait that a `Retry-After` is obeyed for. When the server asks for more, the request fails
    /// at once with the time, and the person decides.
    package var longestWait: Duration
    /// A number from 0 to 1, asked for each wait: it spreads out programs that failed together.
    package var jitter: @Sendable () -> Double

    /// Puts a policy together.
    package init(
        limit: Int = 2,
        firstWait: Duration = .seconds(1),
        longestWait: Duration = .seconds(30),
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
    ) {
        self.limit = limit
        self.firstWait = firstWait
        self.longestWait = longestWait
        self.jitter = jitter
    }

    /// Statuses that may pass by themselves: too many requests, and trouble behind or inside the server.
    static let passingStatuses: Set<Int> = [429, 500, 502, 503, 504]

    /// How long to wait before the next attempt, nil when there is none.
    ///
    /// - Parameters:
    ///   - attempts: how many there have been, from 1.
    ///   - retryAfter: what the server asked for.
    /// - Returns: a time from half a wait on.
    func wait(afterAttempts attempts: Int, retryAfter: Duration?) -> Duration? {
        guard attempts <= limit else { return nil }
        // Half of the wait is sure, the other half is drawn.
        let grown = firstWait * (1 << (attempts - 1)) * (0.5 + jitter() / 2)
        guard let retryAfter else { return grown }
        return retryAfter <= longestWait ? max(retryAfter, grown) : nil
    }
}
