package import FoundationEssentials
internal import Synchronization

/// A clock that stands still until a test sets it forward, so that an hour passes at once.
package final class SandboxClock: Sendable {
    private let moment: Mutex<Date>

    /// - Parameter start: What it shows at first.
    package init(_ start: Date = Date()) {
        moment = Mutex(start)
    }

    /// What it shows.
    package var now: Date {
        moment.withLock { $0 }
    }

    /// Sets it forward, or back when the duration is negative.
    package func advance(by duration: Duration) {
        let (seconds, attoseconds) = duration.components
        moment.withLock { $0 += Double(seconds) + Double(attoseconds) * 1e-18 }
    }
}
