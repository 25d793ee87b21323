import FoundationEssentials
import INaturalist
import INaturalistSandbox
import ObservationStore
import ObservationSync
import Testing

@Suite(.timeLimit(.minutes(5)))
struct ReachTests {
    @Test(
        "Page by page, over hours in which rows come, change and go, the next sync of everything misses nothing"
    )
    func goesPageByPage() async throws {
        try await SyncSession.run(count: 1_400) { session in
            let owner = SandboxAccount.Role.observer.rawValue
            var pages = 0
            var changed: [Int] = []
            while try session.list()?.progress.isComplete != true {
                let there = session.there()
                _ = session.asked()
                let job = try session.job(reach: .nextPage)
                let tally = try await job.run()
                #expect(session.asked().count { $0.path.hasSuffix("/observations") } <= 2)
                pages += 1
                #expect(tally.fetched <= 200 && tally.new == tally.fetched)
                #expect(job.progress.isOver)
                if pages < 7 {
                    #expect(job.progress.phase == .fetching && !job.progress.isComplete)
                    #expect(try session.held().count == pages * 200)
                }
                // Where it has been already, and where it has not been yet.
                session.time.advance(by: .seconds(7_200))
                session.sandbox.addObservations(count: 3, owner: owner)
                for id in [there[7 + pages], there[there.count - 7 - pages]] where pages < 6 {
                    #expect(session.sandbox.changeGeoprivacy(id: id, to: .private))
                    changed.append(id)
                }
                for id in [there[20 + pages], there[there.count - 20 - pages]] where pages < 6 {
                    #expect(session.sandbox.deleteObservation(id: id))
                }
            }
            #expect(pages == 7)
            let tally = try await session.sync()
            #expect(tally.new == 3 * pages)
            #expect(try session.held() == session.there())
            for row in try session.store.rows(changed, as: .anonymous) {
                #expect(row.observation.geoprivacy == .private)
            }
        }
    }

    @Test("A sync of everything goes on below the pages that were fetched one by one", arguments: [1, 3])
    func everythingGoesOn(pages: Int) async throws {
        try await SyncSession.run(count: 1_400) { session in
            for _ in 0..<pages { try await session.job(reach: .nextPage).run() }
            _ = session.asked()
            let tally = try await session.sync()
            #expect(tally.new == session.there().count - pages * 200)
            // The rest, what changed since the first page, and the count.
            #expect(session.asked().count == 7 - pages + 2)
            #expect(try session.held() == session.there())
        }
    }

    @Test("The next page of a list that is complete is what changed since, the newest first")
    func nextOfComplete() async throws {
        try await SyncSession.run(count: 600) { session in
            try await session.sync()
            session.time.advance(by: .seconds(86_400))
            let added = session.sandbox.addObservations(
                count: 300,
                owner: SandboxAccount.Role.observer.rawValue
            )
            let first = try session.job(reach: .nextPage)
            #expect(try await first.run().new == 200)
            #expect(first.progress.phase == .updating && first.progress.isComplete && first.progress.isOver)
            #expect(Array(try session.held().prefix(200)) == Array(added.sorted(by: >).prefix(200)))
            #expect(try await session.job(reach: .nextPage).run().new == 100)
            #expect(try session.held() == session.there())
            // What changed since the first of the two began is asked for, and an hour before that: the same 300 again.
            session.time.advance(by: .seconds(7_200))
            for phase in [SyncPhase.updating, .updating, .done] {
                let job = try session.job(reach: .nextPage)
                #expect(try await job.run().new == 0)
                #expect(job.progress.phase == phase)
            }
        }
    }

    @Test("The newest page anew leaves the place to go on where it is, and brings what is new")
    func newestAnew() async throws {
        try await SyncSession.run(count: 1_400) { session in
            for _ in 0..<3 { try await session.job(reach: .nextPage).run() }
            let before = try #require(try session.list()?.progress)
            session.time.advance(by: .seconds(7_200))
            // More than a page: there is a gap between the newest page and the ones before.
            session.sandbox.addObservations(count: 250, owner: SandboxAccount.Role.observer.rawValue)
            let job = try session.job(isWhole: true, reach: .nextPage)
            #expect(try await job.run().new == 200)
            #expect(Array(try session.held().prefix(200)) == Array(session.there().prefix(200)))
            let after = try #require(try session.list()?.progress)
            #expect(after.lowestFetched == before.lowestFetched && after.fetchedAt == before.fetchedAt)
            try await session.sync()
            #expect(try session.held() == session.there())
        }
    }

    @Test("The newest page anew takes out what was deleted there, and leaves a complete list complete")
    func newestOfComplete() async throws {
        try await SyncSession.run(count: 600) { session in
            try await session.sync()
            let before = try #require(try session.list()?.progress)
            session.time.advance(by: .seconds(86_400))
            session.sandbox.deleteObservation(id: session.there()[5])
            let job = try session.job(isWhole: true, reach: .nextPage)
            let tally = try await job.run()
            #expect(tally.deleted == 1 && tally.fetched >= 199)
            #expect(job.progress.isComplete && job.progress.phase != .done)
            let after = try #require(try session.list()?.progress)
            #expect(after.isComplete && after.changedSince == before.changedSince)
            #expect(after.lowestFetched == nil)
            #expect(try session.held() == session.there())
        }
    }

    @Test("Through an id it goes from the newest until that is passed, and takes over what it passed")
    func goesThrough() async throws {
        try await SyncSession.run(count: 1_400) { session in
            let there = session.there()
            try await session.job(reach: .through(there[450])).run()
            #expect(try session.held() == Array(there.prefix(600)))
            #expect(session.asked().count == 3)
            let before = try #require(try session.list()?.progress)
            session.time.advance(by: .seconds(7_200))
            // Not so far down: the place to go on stays, and so does its beginning.
            try await session.job(reach: .through(there[10])).run()
            #expect(session.asked().count == 1)
            #expect(try session.list()?.progress == before)
            try await session.job(reach: .through(there[799])).run()
            #expect(session.asked().count == 4)
            let after = try #require(try session.list()?.progress)
            #expect(after.lowestFetched == there[799])
            #expect(try #require(after.fetchedAt) >= #require(before.fetchedAt).addingTimeInterval(7_200))
            try await session.sync()
            #expect(try session.held() == there)
        }
    }

    @Test(
        "Through the last id of all it has fetched everything, and the next sync asks for what changed since"
    )
    func goesThroughAll() async throws {
        try await SyncSession.run(count: 600) { session in
            let there = session.there()
            let job = try session.job(reach: .through(1))
            try await job.run()
            #expect(job.progress.phase == .done && job.progress.isComplete)
            session.time.advance(by: .seconds(7_200))
            let hidden = there[300]
            #expect(session.sandbox.changeGeoprivacy(id: hidden, to: .private))
            _ = session.asked()
            try await session.sync()
            #expect(session.asked().count == 2)
            let row = try #require(try session.store.rows([hidden], as: .anonymous).first)
            #expect(row.observation.geoprivacy == .private)
        }
    }

    @Test("A list of ids is fetched batch by batch, and from the newest again when it is complete")
    func goesThroughIDs() async throws {
        try await SyncSession.run(count: 1_400) { session in
            let wanted = session.there().filter { $0 % 2 == 0 }
            let query = ObservationQuery(ids: wanted.reversed())
            let batches = (wanted.count + 199) / 200
            for batch in 1...batches {
                let job = try session.job(query, reach: .nextPage)
                try await job.run()
                #expect(try session.held(query) == Array(wanted.prefix(batch * 200)))
                #expect(job.progress.isComplete == (batch == batches))
                #expect((job.progress.phase == .done) == (batch == batches))
                #expect(job.progress.done == min(batch * 200, wanted.count))
            }
            _ = session.asked()
            session.sandbox.deleteObservation(id: wanted[3])
            let tally = try await session.job(query, reach: .nextPage).run()
            #expect(tally.deleted == 1 && tally.fetched == 199)
            try await session.job(query, reach: .through(wanted[200])).run()
            #expect(try session.held(query) == wanted.filter { $0 != wanted[3] })
            _ = session.asked()
            // Where the last one stopped.
            try await session.sync(query)
            #expect(session.asked().count == batches - 2)
        }
    }
}
