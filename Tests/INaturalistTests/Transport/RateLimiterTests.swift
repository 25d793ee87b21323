import FoundationEssentials
import Synchronization
import Testing

@testable import INaturalist

@Suite(.timeLimit(.minutes(5)))
struct RateLimiterTests {
    @Test("Five start at once, then one a second")
    func bursts() async throws {
        let clock = ManualClock(jumps: true)
        let limiter = RateLimiter(limits: .iNaturalist, clock: clock)
        var starts: [Duration] = []
        for _ in 0..<8 {
            try await limiter.start()
            starts.append(clock.now)
        }
        #expect(starts == [0, 0, 0, 0, 0, 1, 2, 3].map { Duration.seconds($0) })
    }

    @Test("No minute sees more than sixty, however it is cut")
    func keepsTheMinute() async throws {
        let clock = ManualClock(jumps: true)
        let limiter = RateLimiter(limits: .iNaturalist, clock: clock)
        var starts: [Duration] = []
        for _ in 0..<300 {
            try await limiter.start()
            starts.append(clock.now)
        }
        for (index, start) in starts.enumerated() {
            let within = starts[index...].prefix { $0 < start + .seconds(60) }
            #expect(within.count <= 60)
        }
        #expect(starts.last.map { $0 <= .seconds(300) } == true)
    }

    @Test("After a rest the burst is back, and no more than the burst")
    func rests() async throws {
        let clock = ManualClock(jumps: true)
        let limiter = RateLimiter(limits: .iNaturalist, clock: clock)
        for _ in 0..<10 { try await limiter.start() }
        clock.advance(by: .seconds(600))
        let rested = clock.now
        var waits: [Duration] = []
        for _ in 0..<7 {
            try await limiter.start()
            waits.append(clock.now - rested)
        }
        #expect(waits == [0, 0, 0, 0, 0, 1, 2].map { Duration.seconds($0) })
    }

    @Test("Those who wait start in the order they came")
    func keepsOrder() async throws {
        let clock = ManualClock(jumps: false)
        let limiter = RateLimiter(limits: .iNaturalist, clock: clock)
        for _ in 0..<5 { try await limiter.start() }
        let (stream, continuation) = AsyncStream.makeStream(of: Int.self)
        var tasks: [Task<Void, any Error>] = []
        for number in 0..<4 {
            tasks.append(
                Task {
                    try await limiter.start()
                    continuation.yield(number)
                }
            )
            if number == 0 {
                await eventually { clock.sleepers == 1 }
            } else {
                await eventually { await limiter.waiting == number }
            }
        }
        var order: [Int] = []
        var started = stream.makeAsyncIterator()
        for _ in 0..<4 {
            await eventually { clock.sleepers == 1 }
            clock.advance(by: .seconds(1))
            if let number = await started.next() { order.append(number) }
        }
        #expect(order == [0, 1, 2, 3])
    }

    @Test("Who gives up waiting takes no turn away")
    func cancels() async throws {
        let clock = ManualClock(jumps: false)
        let limiter = RateLimiter(limits: .iNaturalist, clock: clock)
        for _ in 0..<5 { try await limiter.start() }
        let head = Task { try await limiter.start() }
        await eventually { clock.sleepers == 1 }
        let middle = Task { try await limiter.start() }
        await eventually { await limiter.waiting == 1 }
        let last = Task { try await limiter.start() }
        await eventually { await limiter.waiting == 2 }

        middle.cancel()
        await #expect(throws: INaturalistError.cancelled) { try await middle.value }
        #expect(await limiter.waiting == 1)
        #expect(clock.sleepers == 1)
        head.cancel()
        await #expect(throws: INaturalistError.cancelled) { try await head.value }

        await eventually { clock.sleepers == 1 }
        clock.advance(by: .seconds(1))
        try await last.value
        #expect(clock.now == .seconds(1))
    }

    @Test("A task that is cancelled already does not start, also without limits")
    func refusesCancelled() async {
        for limiter in [RateLimiter(), .unlimited] {
            let task = Task {
                await eventually { Task.isCancelled }
                try await limiter.start()
            }
            task.cancel()
            await #expect(throws: INaturalistError.cancelled) { try await task.value }
        }
    }

    @Test("Without limits everything starts at once")
    func isUnlimited() async throws {
        let clock = ManualClock(jumps: true)
        let limiter = RateLimiter(limits: nil, clock: clock)
        for _ in 0..<1000 { try await limiter.start() }
        #expect(clock.waits.isEmpty)
    }

    // MARK: - The day

    @Test("Ten thousand start within a day; the next is refused with the time that there is room again")
    func keepsTheDay() async throws {
        let clock = ManualClock(jumps: true)
        let limiter = RateLimiter(
            limits: .iNaturalist,
            clock: clock,
            now: { Self.noon + clock.now / .seconds(1) }
        )
        for _ in 0..<10_000 { try await limiter.start() }
        #expect(await limiter.usage()?.day == 10_000)
        await #expect(throws: INaturalistError.budgetSpent(until: Self.noon + 86_400)) {
            try await limiter.start()
        }
        // A wait that is short enough is waited.
        clock.advance(by: .seconds(86_400 - 60) - clock.now)
        try await limiter.start()
        #expect(clock.now == .seconds(86_400))
        #expect(await limiter.usage() == RequestUsage(minute: 1, day: 9_996, of: .iNaturalist))
    }

    @Test("A spent budget says when there is room again, and commands end with 75")
    func tellsOfTheDay() {
        let error = INaturalistError.budgetSpent(until: Self.noon)
        #expect(error.kind.exitCode == 75)
        #expect(error.description.contains("again from 2026-06-01 12:00 UTC"))
    }

    // MARK: - The ledger

    @Test("The ledger has the last word, and is asked only when the limiter itself would let start")
    func asksTheLedger() async throws {
        let clock = ManualClock(jumps: true)
        let now = { @Sendable in Self.noon + clock.now / .seconds(1) }
        let ledger = MemoryLedger(busyUntil: Self.noon + 30)
        let limiter = RateLimiter(ledger: ledger, clock: clock, now: now)
        for _ in 0..<7 { try await limiter.start() }
        #expect(clock.now > .seconds(32) && clock.now < .seconds(32.1))
        #expect(ledger.asked.count == 8)
        #expect(ledger.counted == 7)
        #expect(await limiter.usage() == RequestUsage(minute: 7, day: 7, of: .iNaturalist))
    }

    @Test("What other processes used up for the day is told with the time, and takes no turn")
    func believesTheLedger() async throws {
        let clock = ManualClock(jumps: true)
        let ledger = MemoryLedger(busyUntil: Self.noon + 7_200)
        let limiter = RateLimiter(ledger: ledger, clock: clock, now: { Self.noon + clock.now / .seconds(1) })
        let error = await #expect(throws: INaturalistError.self) { try await limiter.start() }
        guard case .budgetSpent(let until) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(abs(until.timeIntervalSince(Self.noon + 7_200)) < 0.01)
        #expect(clock.waits.isEmpty)
        clock.advance(by: .seconds(7_200))
        try await limiter.start()
        #expect(ledger.counted == 1)
    }

    @Test("A ledger that fails stops nothing: it is told once, and the limiter goes by its own count")
    func survivesTheLedger() async throws {
        let clock = ManualClock(jumps: true)
        let told = Mutex<[String]>([])
        let limiter = RateLimiter(
            ledger: MemoryLedger(failure: .broken),
            clock: clock,
            tell: { error in told.withLock { $0.append(String(describing: error)) } }
        )
        for _ in 0..<8 { try await limiter.start() }
        #expect(clock.now == .seconds(3))
        #expect(told.withLock { $0 } == ["broken"])
        #expect(await limiter.usage() == RequestUsage(minute: 8, day: 8, of: .iNaturalist))
    }

    @Test("Waiting for the ledger ends when the task is cancelled, and nothing is counted")
    func leavesTheLedger() async throws {
        let clock = ManualClock(jumps: false)
        let ledger = MemoryLedger(busyUntil: Self.noon + 30)
        let limiter = RateLimiter(ledger: ledger, clock: clock, now: { Self.noon + clock.now / .seconds(1) })
        let task = Task { try await limiter.start() }
        await eventually { clock.sleepers == 1 }
        task.cancel()
        await #expect(throws: INaturalistError.cancelled) { try await task.value }
        #expect(ledger.counted == 0)
    }

    @Test("Without limits no ledger is asked: the sandbox is nobody's budget")
    func asksNoLedger() async throws {
        let ledger = MemoryLedger(failure: .broken)
        let limiter = RateLimiter(limits: nil, ledger: ledger, tell: { _ in Issue.record("It was asked.") })
        try await limiter.start()
        #expect(await limiter.usage() == nil)
    }

    @Test("Usage reads as numbers of their limits")
    func showsUsage() {
        #expect(
            RequestUsage(minute: 12, day: 1_204, of: .iNaturalist).description
                == "12/60 this minute · 1,204/10,000 today"
        )
    }

    /// 2026-06-01 12:00:00 UTC.
    private static let noon = Date(timeIntervalSince1970: 1_780_315_200)
}

/// A book in memory that lets nothing start before some time.
private final class MemoryLedger: RequestLedger {
    enum Failure: Error { case broken }

    private let busyUntil: Date
    private let failure: Failure?
    private let state = Mutex((asked: [Date](), counted: 0))

    init(busyUntil: Date = .distantPast, failure: Failure? = nil) {
        self.busyUntil = busyUntil
        self.failure = failure
    }

    var asked: [Date] { state.withLock { $0.asked } }
    var counted: Int { state.withLock { $0.counted } }

    func start(at now: Date) throws -> Date? {
        if let failure { throw failure }
        return state.withLock { state in
            state.asked.append(now)
            if now < busyUntil { return busyUntil }
            state.counted += 1
            return nil
        }
    }

    func usage(at now: Date) -> RequestUsage? {
        failure == nil ? RequestUsage(minute: counted, day: counted, of: .iNaturalist) : nil
    }
}
