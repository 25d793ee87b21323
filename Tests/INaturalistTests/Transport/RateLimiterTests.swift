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
        await #expect(throws: CancellationError.self) { try await middle.value }
        #expect(await limiter.waiting == 1)
        #expect(clock.sleepers == 1)
        head.cancel()
        await #expect(throws: CancellationError.self) { try await head.value }

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
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    @Test("Without limits everything starts at once")
    func isUnlimited() async throws {
        let clock = ManualClock(jumps: true)
        let limiter = RateLimiter(limits: nil, clock: clock)
        for _ in 0..<1000 { try await limiter.start() }
        #expect(clock.waits.isEmpty)
    }
}
