/// The real clock. It counts on while the computer sleeps, so nobody waits after opening the lid.
package struct MonotonicClock: RequestClock {
    private static let origin = ContinuousClock.now

    /// Starts counting with the first clock made.
    package init() {
        _ = Self.origin
    }

    /// Time since the first clock was made.
    package var now: Duration { ContinuousClock.now - Self.origin }

    /// Waits; it may be a moment longer.
    package func sleep(until time: Duration) async throws(CancellationError) {
        do {
            try await WorkExecutor.shared.sleep(for: max(.zero, time - now))
        } catch {
            throw CancellationError()
        }
    }
}
