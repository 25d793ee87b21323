package import FoundationEssentials

/// Lets requests start no more often than the limits allow, first come, first served.
///
/// Three rules hold at once: a bucket of `burst` that fills by one an `interval`, at most `perWindow` starts in any
/// window (a bucket alone lets a minute see 64), and at most `perDay` in any 24 hours. A ledger, which other processes
/// share, has the last word before each start. Only the request at the head of the queue waits for the clock, so
/// nothing wakes up for those behind it, and a request that is cancelled in the queue takes no turn away.
package actor RateLimiter {
    private struct Waiter {
        let ticket: Int
        let continuation: CheckedContinuation<Bool, Never>
    }

    /// The longest time that is waited for room in the budget. A minute's room is there within this; for the
    /// day's the request fails with the time, and the person decides.
    package static let longestWait = Duration.seconds(90)

    /// The clock of the waits, which the retries share.
    package nonisolated let clock: any RequestClock

    nonisolated let limits: RateLimits?

    private let ledger: (any RequestLedger)?
    private let now: @Sendable () -> Date
    private let tell: @Sendable (any Error) -> Void
    private var hasTold = false
    /// The starts of the last 24 hours, oldest first.
    private var starts: [Duration] = []
    private var bucketFullAt = Duration.zero
    private var isHeadTaken = false
    private var queue: [Waiter] = []
    private var nextTicket = 0

    /// Makes a limiter that has rested.
    ///
    /// - Parameters:
    ///   - limits: nil lets everything start at once, and asks no ledger.
    ///   - ledger: what other processes share.
    ///   - clock: what is waited on.
    ///   - now: this computer's time, for the ledger.
    ///   - tell: takes the first failure of the ledger; later ones are not told again.
    package init(
        limits: RateLimits? = .iNaturalist,
        ledger: (any RequestLedger)? = nil,
        clock: any RequestClock = MonotonicClock(),
        now: @escaping @Sendable () -> Date = { Date.now },
        tell: @escaping @Sendable (any Error) -> Void = { _ in }
    ) {
        self.limits = limits
        self.ledger = ledger
        self.clock = clock
        self.now = now
        self.tell = tell
    }

    /// A limiter that lets everything start at once: for the built-in sandbox.
    package static var unlimited: RateLimiter { RateLimiter(limits: nil) }

    /// How many requests wait for their turn behind the one at the head.
    package var waiting: Int { queue.count }

    /// How much of the budget is used, by all processes when the ledger can be read, else by this one; nil without
    /// limits.
    package func usage() -> RequestUsage? {
        guard let limits else { return nil }
        if let shared = ledger?.usage(at: now()) { return shared }
        let now = clock.now
        return RequestUsage(
            minute: starts.count { $0 > now - limits.window },
            day: starts.count { $0 > now - RateLimits.day },
            of: limits
        )
    }

    /// Waits until a request may start, and counts it.
    ///
    /// - Throws: ``INaturalistError/cancelled`` when the task is cancelled before that,
    ///   ``INaturalistError/budgetSpent(until:)`` when the wait would be longer than ``longestWait``; then nothing is
    ///   counted.
    package func start() async throws(INaturalistError) {
        guard let limits else {
            if Task.isCancelled { throw .cancelled }
            return
        }
        if isHeadTaken {
            guard await becomesHead() else { throw .cancelled }
        } else {
            isHeadTaken = true
        }
        defer { passHead() }
        while true {
            if Task.isCancelled { throw .cancelled }
            let wait = timeToWait(limits)
            if wait <= .zero { break }
            guard wait <= Self.longestWait else {
                throw .budgetSpent(until: now().addingTimeInterval(wait / .seconds(1)))
            }
            do throws(CancellationError) {
                try await clock.sleep(until: clock.now + wait)
            } catch {
                throw .cancelled
            }
        }
        count(limits, clock.now)
    }

    /// Zero or less when a request may start, and then the ledger has counted it.
    private func timeToWait(_ limits: RateLimits) -> Duration {
        let own = earliestStart(limits, clock.now) - clock.now
        // The ledger counts as it answers, so it is asked last.
        guard own <= .zero, let ledger else { return own }
        do {
            let now = now()
            guard let date = try ledger.start(at: now) else { return .zero }
            // A moment more, so that rounding never leads to asking again too early and again at once.
            return .milliseconds(1) + .seconds(max(date.timeIntervalSince(now), 0))
        } catch {
            if !hasTold { tell(error) }
            hasTold = true
            return own
        }
    }

    private func earliestStart(_ limits: RateLimits, _ now: Duration) -> Duration {
        let byBucket = max(bucketFullAt, now) - limits.interval * (limits.burst - 1)
        let byWindow = room(limits.perWindow, within: limits.window)
        return max(byBucket, byWindow, room(limits.perDay, within: RateLimits.day))
    }

    /// When fewer than so many starts lie within the window.
    private func room(_ count: Int, within window: Duration) -> Duration {
        starts.count < count ? .zero : starts[starts.count - count] + window
    }

    private func count(_ limits: RateLimits, _ now: Duration) {
        bucketFullAt = max(bucketFullAt, now) + limits.interval
        starts.append(now)
        starts.removeFirst(max(starts.count - limits.perDay, 0))
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
