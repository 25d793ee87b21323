internal import Synchronization

/// Ends long reads from another thread: whoever waits for one holds it and cancels it when nobody wants the answer.
package final class Cancellation: Sendable {
    private let flag = Atomic(false)

    /// Nothing is cancelled yet.
    package init() {}

    /// Whether the answer is no longer wanted.
    package var isCancelled: Bool { flag.load(ordering: .relaxed) }

    /// Ends the reads that were started with this, and those that begin from now on.
    package func cancel() { flag.store(true, ordering: .relaxed) }
}
