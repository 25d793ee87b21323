import FoundationEssentials
import INaturalist
import INaturalistSandbox
import ObservationStore
import ObservationSync
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(5)))
struct StoppingTests {
    @Test("Cancelled at any page, it goes on there until everything is held", arguments: [1, 4, 9, 14])
    func goesOn(pages: Int) async throws {
        try await SyncSession.run(count: 3_000) { session in
            let running = Mutex<Task<Void, any Error>?>(nil)
            let gate = SandboxGate()
            session.sandbox.inject(SandboxFault(.held(gate)).on("/v"))
            let job = try session.job { progress in
                if progress.done >= pages * 200 { running.withLock { $0?.cancel() } }
            }
            let task = Task.detached { _ = try await job.run() }
            running.withLock { $0 = task }
            gate.open()
            await #expect(throws: SyncError.cancelled) { try await task.value }
            let there = session.there()
            let held = try session.held()
            #expect(held == Array(there.prefix(pages * 200)))
            _ = session.asked()
            try await session.sync()
            #expect(try session.held() == there)
            #expect(session.asked().count == (there.count - held.count + 199) / 200 + 2)
        }
    }

    @Test("A paused job asks nothing, tells so, and goes on where it was")
    func pauses() async throws {
        try await SyncSession.run(count: 3_000) { session in
            let reports = Reports()
            let job = Mutex<SyncJob?>(nil)
            let (paused, continuation) = AsyncStream.makeStream(of: Void.self)
            let made = try session.job { progress in
                reports.add(progress)
                // Once: that it goes on is told with the same 800 rows.
                if progress.done == 800, !progress.isPaused { job.withLock { $0.take() }?.pause() }
                if progress.isPaused { continuation.yield() }
            }
            job.withLock { $0 = made }
            let task = Task.detached { try await made.run() }
            var told = paused.makeAsyncIterator()
            // From the one who paused, and from the job that came to a stop.
            await told.next()
            await told.next()
            #expect(made.progress.isPaused)
            #expect(try session.held().count == 800)
            #expect(session.sandbox.requests.count == 4)
            made.resume()
            _ = try await task.value
            #expect(try session.held() == session.there())
            #expect(reports.list.last?.isPaused == false)
        }
    }

    @Test("A paused job can be cancelled")
    func cancelsPaused() async throws {
        try await SyncSession.run(count: 600) { session in
            let job = try session.job()
            job.pause()
            let task = Task.detached { try await job.run() }
            task.cancel()
            await #expect(throws: SyncError.cancelled) { _ = try await task.value }
            #expect(session.sandbox.requests.isEmpty)
        }
    }

    @Test("Two jobs on one list at the same time both end right, with nothing doubled")
    func runsTwice() async throws {
        try await SyncSession.run(count: 2_400) { session in
            let jobs = try (0..<2).map { _ in try session.job() }
            try await withThrowingTaskGroup(of: SyncTally.self) { group in
                for job in jobs { group.addTask { try await job.run() } }
                var new = 0
                for try await tally in group {
                    new += tally.new
                    #expect(tally.deleted == 0 && tally.left == 0)
                }
                #expect(new == session.there().count)
            }
            #expect(try session.held() == session.there())
            let progress = try #require(try session.list()?.progress)
            #expect(progress.isComplete && progress.lowestFetched == nil)
        }
    }
}
