import INaturalist
import Synchronization

/// A clock whose waits are over at once, and take it along.
final class JumpingClock: RequestClock {
    private let time = Mutex(Duration.zero)
    private let longest = Mutex(Duration.zero)

    var now: Duration { time.withLock { $0 } }

    /// The longest wait that there was.
    var longestWait: Duration { longest.withLock { $0 } }

    func sleep(until end: Duration) async throws(CancellationError) {
        if Task.isCancelled { throw CancellationError() }
        let wait = time.withLock { time in
            defer { time = max(time, end) }
            return end - time
        }
        longest.withLock { $0 = max($0, wait) }
    }
}
