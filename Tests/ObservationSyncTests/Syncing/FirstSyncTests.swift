import FoundationEssentials
import INaturalist
import INaturalistSandbox
import ObservationStore
import ObservationSync
import Testing

@Suite(.timeLimit(.minutes(5)))
struct FirstSyncTests {
    @Test("Everything is held once, id by id, and every page was asked for once")
    func fetchesEverything() async throws {
        try await SyncSession.run(count: 3_100) { session in
            let reports = Reports()
            let tally = try await session.job { reports.add($0) }.run()
            let there = session.there()
            let held = try session.held()
            #expect(held == there)
            #expect(tally.new == there.count)
            #expect(tally.doubtful == 0 && tally.deleted == 0 && tally.left == 0 && tally.unreadable == 0)
            let list = try #require(try session.list())
            #expect(list.progress.isComplete)
            #expect(list.progress.total == there.count)
            #expect(list.progress.lowestFetched == nil)
            // Each page once, then what changed meanwhile, then the count.
            let pages = (there.count + 199) / 200
            #expect(session.asked().count == pages + 2)
            let fetching = reports.list.filter { $0.phase == .fetching }
            #expect(fetching.map(\.done) == fetching.map(\.done).sorted())
            #expect(fetching.last?.done == there.count && fetching.last?.total == there.count)
            #expect(reports.list.last?.phase == .done)
        }
    }

    @Test("What one is shown is written for that one: the owner's true points are there, the others' are not")
    func keepsTruths() async throws {
        try await SyncSession.run(count: 600) { session in
            let owner = Sandbox.account(.observer).login
            let query = ObservationQuery(observer: owner, obscurations: [.obscured, .private])
            try await session.sync(query, as: .observer)
            let ids = try session.held(query, as: .observer)
            #expect(!ids.isEmpty)
            let own = try session.store.rows(ids, as: session.key(.observer))
            #expect(own.allSatisfy { $0.isAnswered })
            #expect(own.contains { $0.observation.disclosure.trueFace != nil })
            let others = try session.store.rows(ids, as: .anonymous)
            #expect(others.allSatisfy { !$0.isAnswered })
        }
    }

    @Test("An empty query is held as an empty list that is complete")
    func fetchesNothing() async throws {
        try await SyncSession.run(count: 200) { session in
            let query = ObservationQuery(ids: [Sandbox.deletedObservationID])
            let tally = try await session.sync(query)
            #expect(tally == SyncTally())
            #expect(try session.list(query)?.progress.isComplete == true)
        }
    }

    @Test("Ids are fetched in batches, each once, however often they are given")
    func fetchesIDs() async throws {
        try await SyncSession.run(count: 1_200) { session in
            let wanted = session.there().filter { $0 % 2 == 0 }
            let query = ObservationQuery(ids: wanted + wanted.prefix(50) + [Sandbox.deletedObservationID])
            try await session.sync(query)
            #expect(try session.held(query) == wanted)
            #expect(session.asked().count == (wanted.count + 1 + 199) / 200)
            session.sandbox.deleteObservation(id: wanted[3])
            let tally = try await session.sync(query)
            #expect(tally.deleted == 1)
            #expect(try session.held(query) == wanted.filter { $0 != wanted[3] })
        }
    }

    @Test("The pace keeps to the limits, and the time that is left follows from them")
    func keepsLimits() async throws {
        try await SyncSession.run(count: 4_000, limits: .iNaturalist) { session in
            let reports = Reports()
            try await session.job { reports.add($0) }.run()
            // Twenty pages, what changed and the count, of which the first five may start at once.
            #expect(session.clock.now >= .seconds(17))
            let fetching = reports.list.filter { $0.phase == .fetching && $0.done > 0 && $0.done < 4_000 }
            #expect(fetching.allSatisfy { ($0.rowsPerSecond ?? 0) <= 200 })
            for progress in fetching {
                let left = try #require(progress.secondsLeft)
                #expect(abs(left - Double((progress.total ?? 0) - progress.done) / 200) < 1)
            }
            #expect(reports.list.last?.usage?.minute == session.sandbox.requests.count)
        }
    }
}
