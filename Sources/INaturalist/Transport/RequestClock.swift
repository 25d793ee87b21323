/// Time as the limiter and the retries see it: a clock that only ever goes forward, and waiting on it.
package protocol RequestClock: Sendable {
    /// Time since some fixed moment.
    var now: Duration { get }

    /// Waits until a time that ``now`` will show.
    ///
    /// - Throws: `CancellationError` when the task is cancelled, at once.
    func sleep(until time: Duration) async throws(CancellationError)
}
