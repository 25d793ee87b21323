import FoundationEssentials
import INaturalist
import INaturalistSandbox
import ObservationStore
import ObservationSync
import Testing

@Suite(.timeLimit(.minutes(5)))
struct NextSyncTests {
    @Test("When nothing changed it takes two requests: what changed, and one count for what was deleted")
    func isCheap() async throws {
        try await SyncSession.run(count: 2_400) { session in
            try await session.sync()
            session.time.advance(by: .seconds(86_400))
            _ = session.asked()
            let tally = try await session.sync()
            #expect(tally == SyncTally())
            let asked = session.asked()
            #expect(asked.count == 2)
            #expect(asked.first?.query.contains("updated_since=") == true)
            #expect(asked.last?.query.contains("updated_since=") == false)
            #expect(try session.held() == session.there())
        }
    }

    @Test("New, changed, moved and deleted rows are all noticed, and little else is asked for")
    func noticesChanges() async throws {
        try await SyncSession.run(count: 4_000) { session in
            try await session.sync()
            session.time.advance(by: .seconds(86_400))
            let before = session.there()
            let added = session.sandbox.addObservations(
                count: 7,
                owner: SandboxAccount.Role.observer.rawValue
            )
            let deleted = [before[0], before[17], before[2_000], before[before.count - 1]]
            for id in deleted { #expect(session.sandbox.deleteObservation(id: id)) }
            let hidden = before[1_234]
            #expect(session.sandbox.changeGeoprivacy(id: hidden, to: .private))
            _ = session.asked()
            let tally = try await session.sync()
            #expect(tally.new == added.count)
            #expect(tally.deleted == deleted.count && tally.left == 0)
            #expect(tally.changes >= 1)
            #expect(try session.held() == session.there())
            #expect(session.asked().count < 40)
            for row in try session.store.rows(deleted, as: .anonymous) { #expect(row.deletedAt != nil) }
            let row = try #require(try session.store.rows([hidden], as: .anonymous).first)
            #expect(row.observation.geoprivacy == .private)
        }
    }

    @Test("What does not belong to the query any more leaves the list and stays in the store as it is now")
    func noticesLeaving() async throws {
        try await SyncSession.run(count: 2_400) { session in
            let query = ObservationQuery(obscurations: [.obscured, .private])
            try await session.sync(query)
            let held = try session.held(query)
            let rows = try session.store.rows(held, as: .anonymous)
            let opened = try #require(
                rows.first {
                    $0.observation.geoprivacy == .obscured && $0.observation.taxonGeoprivacy == .open
                }
            )
            session.time.advance(by: .seconds(86_400))
            #expect(session.sandbox.changeGeoprivacy(id: opened.observation.id, to: .open))
            let tally = try await session.sync(query)
            #expect(tally.left == 1 && tally.deleted == 0)
            #expect(try session.held(query) == held.filter { $0 != opened.observation.id })
            let row = try #require(try session.store.rows([opened.observation.id], as: .anonymous).first)
            // The servers write no word where the observer hides nothing.
            #expect((row.observation.geoprivacy ?? .open) == .open)
            #expect(row.deletedAt == nil)
        }
    }

    @Test("A sync that fetches everything anew sees what no updated_since tells: trust that was taken back")
    func fetchesAnew() async throws {
        try await SyncSession.run(count: 2_400) { session in
            let owner = Sandbox.account(.observer).login
            let trusted = SandboxAccount.Role.trusted
            let query = ObservationQuery(observer: owner, obscurations: [.obscured])
            try await session.sync(query, as: trusted)
            let ids = try session.held(query, as: trusted)
            #expect(try disclosed(ids, session, trusted) > 0)
            session.sandbox.changeTrust(observer: owner, of: trusted.rawValue, to: false)
            session.time.advance(by: .seconds(80_000))
            try await session.sync(query, as: trusted)
            #expect(try disclosed(ids, session, trusted) > 0)
            try await session.sync(query, as: trusted, isWhole: true)
            #expect(try disclosed(ids, session, trusted) == 0)
            // What was told once is not replaced by nothing.
            let rows = try session.store.rows(ids, as: session.key(trusted))
            #expect(rows.contains { $0.former != nil })
        }
    }

    @Test("A sync that fetches everything anew finds one that went for one that came, which no count tells")
    func findsExchanged() async throws {
        try await SyncSession.run(count: 1_000) { session in
            try await session.sync()
            let there = session.there()
            session.sandbox.deleteObservation(id: there[500])
            let list = try #require(try session.list())
            try session.store.remove(
                [there[20]],
                from: list.id,
                deleted: [],
                at: session.time.now,
                progress: nil
            )
            session.time.advance(by: .seconds(86_400))
            try await session.sync()
            #expect(try session.held() != session.there())
            try await session.sync(isWhole: true)
            #expect(try session.held() == session.there())
        }
    }

    @Test("Rows that come and go while ids are compared lead to the right list", arguments: 0..<3)
    func comparesWhileRowsChange(round: Int) async throws {
        try await SyncSession.run(count: 3_000) { session in
            try await session.sync()
            session.time.advance(by: .seconds(86_400))
            let there = session.there()
            for id in there.prefix(1_500) where id % 97 == round { session.sandbox.deleteObservation(id: id) }
            var rest = there.dropFirst(1_500).filter { $0 % 3 == 0 }
            let victims = Array(rest.prefix(5))
            rest = []
            let remaining = Reports()
            let job = try session.job { progress in
                remaining.add(progress)
                guard progress.phase == .comparing, remaining.list.count % 2 == 0 else { return }
                session.sandbox.addObservations(count: 2, owner: SandboxAccount.Role.stranger.rawValue)
                for id in victims.prefix(remaining.list.count / 4) {
                    session.sandbox.deleteObservation(id: id)
                }
            }
            try await job.run()
            session.time.advance(by: .seconds(86_400))
            try await session.sync()
            #expect(try session.held() == session.there())
        }
    }

    @Test("An interrupted look for changes goes on where it was, and none of them is lost")
    func resumesChanges() async throws {
        try await SyncSession.run(count: 1_000) { session in
            try await session.sync()
            session.time.advance(by: .seconds(86_400))
            let owner = SandboxAccount.Role.observer.rawValue
            let added = session.sandbox.addObservations(count: 900, owner: owner)
            let task = try interrupted(session, after: 400)
            await #expect(throws: SyncError.self) { try await task.run() }
            session.sandbox.clearFaults()
            let upper = try #require(added.last)
            #expect(try session.list()?.progress.lowestFetched.map { $0 < upper } == true)
            // It changes where the interrupted pass has been already.
            session.time.advance(by: .seconds(86_400))
            #expect(session.sandbox.changeGeoprivacy(id: upper, to: .private))
            _ = session.asked()
            try await session.sync()
            #expect(try session.held() == session.there())
            let row = try #require(try session.store.rows([upper], as: .anonymous).first)
            #expect(row.observation.geoprivacy == .private)
            // Three pages of the rest, two thousand rows at most of what changed since, and the count.
            #expect(session.asked().count <= 3 + 6 + 1)
        }
    }

    private func interrupted(_ session: SyncSession, after rows: Int) throws -> SyncJob {
        try session.job(patience: Patience(limit: .seconds(1), jitter: { 1 })) { progress in
            if progress.done >= rows { session.sandbox.inject(SandboxFault(.droppedConnection, count: nil)) }
        }
    }

    private func disclosed(_ ids: [Int], _ session: SyncSession, _ role: SandboxAccount.Role) throws -> Int {
        try session.store.rows(ids, as: session.key(role)).count { $0.observation.disclosure.trueFace != nil }
    }
}
