import FoundationEssentials
import INaturalist
import INaturalistSandbox
import ObservationStore
import ObservationSync
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(5)))
struct TroubleTests {
    @Test("Through 429s, drops, truncations and failures of the search everything comes, each row once")
    func survives() async throws {
        try await SyncSession.run(count: 5_000) { session in
            let faults: [SandboxFault] = [
                .throttled, SandboxFault(.droppedConnection), SandboxFault(.truncatedBody(afterBytes: 700)),
                .maintenance(retryAfter: "nonsense"), .searchFailureV2, .htmlInsteadOfJSON,
            ]
            let reports = Reports()
            let injected = Mutex(0)
            let job = try session.job { progress in
                reports.add(progress)
                // After each page that came, something else goes wrong, up to seven times in a row.
                guard progress.trouble == nil, progress.phase != .done else { return }
                let number = injected.withLock { count in
                    count += 1
                    return count
                }
                for _ in 0..<(number % 8) { session.sandbox.inject(faults[number % faults.count].on("/v")) }
            }
            try await job.run()
            #expect(try session.held() == session.there())
            #expect(reports.list.contains { $0.trouble != nil })
            #expect(reports.list.last?.trouble == nil)
            #expect(session.clock.longestWait <= .seconds(60))
        }
    }

    @Test("Patience ends, what was fetched is kept, and the next sync goes on there")
    func givesUp() async throws {
        try await SyncSession.run(count: 3_000) { session in
            let job = try session.job { progress in
                if progress.done >= 1_000, progress.trouble == nil {
                    session.sandbox.inject(SandboxFault(.droppedConnection, count: nil))
                }
            }
            let error = await #expect(throws: SyncError.self) { try await job.run() }
            #expect(error?.kind == .unreachable)
            #expect(session.clock.now >= .seconds(840))
            let there = session.there()
            let held = try session.held()
            #expect(held == Array(there.prefix(1_000)))
            #expect(try session.list()?.progress.lowestFetched == held.last)
            session.sandbox.clearFaults()
            _ = session.asked()
            let tally = try await session.sync()
            #expect(tally.new == there.count - 1_000)
            #expect(try session.held() == there)
            // The rest of the pages, what changed since the beginning, and the count.
            #expect(session.asked().count == (there.count - 1_000 + 199) / 200 + 2)
        }
    }

    @Test(
        "A token that is not honoured any more ends it with what is done, and nothing that was made for anybody"
    )
    func losesIdentity() async throws {
        try await SyncSession.run(count: 2_000) { session in
            let job = try session.job(as: .observer) { progress in
                if progress.done >= 600 {
                    session.sandbox.suspend(login: SandboxAccount.Role.observer.rawValue, until: nil)
                }
            }
            let error = await #expect(throws: SyncError.self) { try await job.run() }
            #expect(error?.kind == .notHonoured)
            let held = try session.held(as: .observer)
            #expect(held == Array(session.there().prefix(600)))
            let rows = try session.store.rows(held, as: session.key(.observer))
            #expect(rows.allSatisfy { $0.observation.viewerTrustedByObserver != nil })
        }
    }

    @Test("A token that ends on the way keeps rows that anybody gets out of the list")
    func outlivesToken() async throws {
        try await SyncSession.run(count: 2_000) { session in
            let job = try session.job(as: .observer) { progress in
                if progress.done == 600 { session.time.advance(by: .seconds(90_000)) }
            }
            let error = await #expect(throws: SyncError.self) { try await job.run() }
            #expect(error?.kind == .notHonoured)
            #expect(try session.held(as: .observer).count == 600)
        }
    }

    @Test("The day's budget ends it with the time that there is room again, and what was fetched is kept")
    func spendsTheDay() async throws {
        var limits = RateLimits.iNaturalist
        limits.perDay = 6
        try await SyncSession.run(count: 2_000, limits: limits) { session in
            let error = await #expect(throws: SyncError.self) { try await session.sync() }
            #expect(error?.kind?.exitCode == 75)
            let held = try session.held()
            #expect(held == Array(session.there().prefix(1_200)))
        }
    }

    @Test("A search that finds nothing any more, while the pages are there, deletes nothing")
    func doubtsTheSearch() async throws {
        try await SyncSession.run(count: 700) { session in
            try await session.sync()
            let held = try session.held()
            session.sandbox.inject(
                SandboxFault.reply(
                    status: 200,
                    body: #"{"total_results":0,"page":1,"per_page":200,"results":[]}"#
                )
                .on("/v2/observations", count: nil)
            )
            let tally = try await session.sync()
            #expect(tally.deleted == 0 && tally.left == 0)
            #expect(tally.doubtful == held.count)
            #expect(try session.held() == held)
        }
    }
}
