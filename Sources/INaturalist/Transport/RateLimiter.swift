/// Lets requests start no more often than the limits allow, first come, first served.
///
/// Two rules hold at once: a bucket of `burst` that fills by one an `interval`, and at most `perWindow`
/// starts in any `window` (a bucket alone lets a minute see 64). Only the request at the head of the queue
/// waits for the clock, so nothing wakes up for those behind it, and a request that is cancelled in the queue
/// takes no turn away.
package actor RateLimiter {
    private struct Waiter {
        let ticket: Int
        let continuation: CheckedContinuation<Bool, Never>
    }

    /// The clock of the waits, which the retries share.
    package nonisolated let clock: any RequestClock

    private let limits: RateLimits?
    private var starts: [Duration] = []
    private var bucketFullAt = Duration.zero
    private var isHeadTaken = false
    private var queue: [Waiter] = []
    private var nextTicket = 0

    /// Makes a limiter that has rested.
    ///
    /// - Parameters:
    ///   - limits: nil lets everything start at once.
    ///   - clock: what is waited on.
    package init(limits: RateLimits? = .iNaturalist, clock: any RequestClock = MonotonicClock()) {
        self.limits = limits
        self.clock = clock
    }

    /// A limiter that lets everything start at once: for the built-in sandbox.
    package static var unlimited: RateLimiter { RateLimiter(limits: nil) }

    /// How many requests wait for their turn behind the one at the head.
    package var waiting: Int { queue.count }

    /// Waits until a request may start, and counts it.
    ///
    /// - Throws: `CancellationError` when the task is cancelled before that; then nothing is counted.
    package func start() async throws(CancellationError) {
        guard let limits else {
            if Task.isCancelled { throw CancellationError() }
            return
        }
        if isHeadTaken {
            guard await becomesHead() else { throw CancellationError() }
        } else {
            isHeadTaken = true
        }
        defer { passHead() }
        while true {
            if Task.isCancelled { throw CancellationError() }
            let now = clock.now
            let earliest = earliestStart(limits, now)
            if earliest <= now { break }
            try await clock.sleep(until: earliest)
        }
        count(limits, clock.now)
    }

    private func earliestStart(_ limits: RateLimits, _ now: Duration) -> Duration {
        let byBucket = max(bucketFullAt, now) - limits.interval * (limits.burst - 1)
        guard starts.count >= limits.perWindow else { return byBucket }
        return max(byBucket, starts[starts.count - limits.perWindow] + limits.window)
    }

    private func count(_ limits: RateLimits, _ now: Duration) {
        bucketFullAt = max(bucketFullAt, now) + limits.interval
        starts.append(now)
        if starts.count > limits.perWindow { starts.removeFirst() }
    }

    /// Waits in the queue. False when cancelled there.
    private func becomesHead() async -> Bool {
        let ticket = nextTicket
        nextTicket += 1
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if Task.isCancelled {
                    continuation.resume(returning: false)
                } else {
                    queue.append(Waiter(ticket: ticket, continuation: continuation))
                }
            }
        } onCancel: {
            Task(executorPreference: WorkExecutor.shared) { await self.leave(ticket) }
        }
    }

    private func leave(_ ticket: Int) {
        guard let place = queue.firstIndex(where: { $0.ticket == ticket }) else { return }
        queue.remove(at: place).continuation.resume(returning: false)
    }

    private func passHead() {
        if queue.isEmpty {
            isHeadTaken = false
        } else {
            queue.removeFirst().continuation.resume(returning: true)
        }
    }
}
