import Accounts
import FoundationEssentials
import INaturalist
import ObservationStore
import TerminalUI
import Testing

@testable import Browser
@testable import ObservationSync

/// Fetching all rows: begun, paused, ended, failed, done.
@Suite struct JobTests {
    /// 450 rows on the server, the first 200 fetched.
    private func browser() throws -> TestBrowser {
        try World.browser(120, 36, showing: World.many((251...450).reversed()), total: 450)
    }

    /// The page after the first, as the store has it then.
    private func writeNext(_ state: TestBrowser, _ request: SyncRequest) throws -> Written {
        try state.write(World.many((51...250).reversed()), for: request, total: 450, isLast: false)
    }

    private func writeLast(_ state: TestBrowser, _ request: SyncRequest) throws -> Written {
        try state.write(World.many((1...50).reversed()), for: request, total: 450, isLast: true)
    }

    private typealias Written = (tally: SyncTally, progress: SyncProgress)

    /// Tells how the job is, without an end.
    private func tell(
        _ state: inout TestBrowser,
        _ ticket: Int,
        _ change: (inout SyncProgress) -> Void
    ) -> [Effect] {
        var progress = SyncProgress(
            phase: .fetching,
            done: 200,
            total: 450,
            isPaused: false,
            tally: SyncTally()
        )
        change(&progress)
        return state.update(.progress(.job, ticket: ticket, progress), at: World.now)
    }

    @Test func `d fetches all rows from where it is, in place of the page that is being fetched`() throws {
        var state = try browser()
        let page = try #require(state.press(.character("r")).lazy.compactMap(\.fetch).first)
        #expect(page.lane == .page)
        let effects = state.press(.character("d"))
        #expect(effects.contains(.cancel(.page)))
        let job = try #require(effects.lazy.compactMap(\.fetch).first)
        #expect(job.lane == .job)
        #expect(job.request.reach == .everything)
        #expect(!job.request.isWhole)
        #expect(state.screenText.contains("fetching 200 of 450"))
        // The cursor stays.
        #expect(state.table.position.selected == 0)
        #expect(!state.press(.down).contains { $0.fetch != nil })
    }

    @Test func `rows come in while it goes on, and the cursor stays on its observation`() throws {
        var state = try browser()
        state.press(.down, .down)
        let job = try #require(state.press(.character("d")).lazy.compactMap(\.fetch).first)
        let page = try writeNext(state, job.request)
        state.update(.progress(.job, ticket: job.ticket, page.progress), at: World.now)
        #expect(state.list.count == 400)
        #expect(state.selectedEntry?.observation.id == 448)
        let last = try writeLast(state, job.request)
        let after = state.update(
            .finished(.job, ticket: job.ticket, .synced(last.tally, last.progress)),
            at: World.now
        )
        #expect(state.list.count == 450)
        #expect(state.list.isComplete)
        #expect(!after.contains { $0.fetch != nil })
        #expect(state.screenText.contains("done: 450 rows"))
        state.press(.down)
        #expect(!state.screenText.contains("done"))
    }

    @Test func `d pauses and lets go on`() throws {
        var state = try browser()
        let ticket = try #require(workTicket(state.press(.character("d")), .job))
        #expect(state.press(.character("d")) == [.pauseJob(true)])
        _ = tell(&state, ticket) { $0.isPaused = true }
        #expect(state.screenText.contains("paused"))
        #expect(state.press(.character("d")) == [.pauseJob(false)])
    }

    @Test func `x ends it, what was fetched stays, and late news of it is dropped`() throws {
        var state = try browser()
        let ticket = try #require(workTicket(state.press(.character("d")), .job))
        #expect(state.press(.character("x")).contains(.cancel(.job)))
        #expect(state.list.count == 200)
        #expect(state.message?.text == "Ended. What was fetched is kept; d goes on there.")
        _ = tell(&state, ticket) { $0.done = 300 }
        #expect(state.job == nil)
        state.press(.character("x"))
        #expect(state.message?.text == "Nothing is being fetched.")
    }

    @Test func `a failure is told in its line until d goes on or x puts it away`() throws {
        var state = try browser()
        let first = try #require(state.press(.character("d")).lazy.compactMap(\.fetch).first)
        let error = INaturalistError.transport(.noConnection, host: "api.inaturalist.org")
        state.update(.finished(.job, ticket: first.ticket, .failed(error)), at: World.now)
        #expect(state.screenText.contains("failed at 200 of 450"))
        state.press(.down)
        #expect(state.screenText.contains("failed at 200 of 450"))
        let second = try #require(state.press(.character("d")).lazy.compactMap(\.fetch).first)
        #expect(second.request == first.request)
        state.update(.finished(.job, ticket: second.ticket, .failed(error)), at: World.now)
        state.press(.character("x"))
        #expect(!state.screenText.contains("failed"))
        #expect(state.message?.text == "Ended. What was fetched is kept; d goes on there.")
    }

    @Test func `a wait counts down by itself`() throws {
        var state = try browser()
        let ticket = try #require(workTicket(state.press(.character("d")), .job))
        let effects = tell(&state, ticket) {
            $0.trouble = .init(error: .throttled(retryAfter: nil), wait: 40)
        }
        #expect(state.screenText.contains("waiting 40 s"))
        #expect(
            effects.contains {
                if case .wake(let date) = $0 { date.timeIntervalSince(World.now) <= 1 } else { false }
            }
        )
    }

    @Test func `End fetches the rest and goes along`() throws {
        var state = try browser()
        let job = try #require(state.press(.end).lazy.compactMap(\.fetch).first)
        #expect(job.lane == .job)
        #expect(job.request.reach == .everything)
        let page = try writeNext(state, job.request)
        state.update(.progress(.job, ticket: job.ticket, page.progress), at: World.now)
        #expect(state.selectedEntry?.observation.id == 51)
        let last = try writeLast(state, job.request)
        state.update(.finished(.job, ticket: job.ticket, .synced(last.tally, last.progress)), at: World.now)
        #expect(state.selectedEntry?.observation.id == 1)
        #expect(state.screenText.contains("of 450"))
        #expect(!state.wantsEnd)
    }

    @Test(arguments: [InputEvent.key(.up), .mouse(MouseEvent(.wheelUp, at: Position(column: 5, row: 5)))])
    func `a movement stops what End began`(_ movement: InputEvent) throws {
        var state = try browser()
        let job = try #require(state.press(.end).lazy.compactMap(\.fetch).first)
        let effects = state.update(.input(movement), at: World.now)
        #expect(effects.contains(.cancel(.job)))
        let selected = state.selectedEntry?.observation.id
        let late = try writeNext(state, job.request)
        state.update(.progress(.job, ticket: job.ticket, late.progress), at: World.now)
        state.state.isStale = true
        state.update(.woke, at: World.now)
        #expect(state.list.count == 400)
        #expect(state.selectedEntry?.observation.id == selected)
        #expect(state.job == nil)
    }

    @Test func `signing in again as the same person goes on with it`() throws {
        var state = try browser()
        state.press(.character("d"))
        let signIn = state.state.start(.takeUp(login: "observer", isLasting: false), in: .signIn)
        let effects = state.update(
            .finished(
                .signIn,
                ticket: try #require(workTicket([signIn], .signIn)),
                .signedIn(try World.result())
            ),
            at: World.now
        )
        #expect(effects.contains(.cancel(.job)))
        let job = try #require(effects.lazy.compactMap(\.fetch).first)
        #expect(job.lane == .job)
        #expect(state.job?.state == .running)
    }

    @Test func `a list of a token that is not held any more is not fetched without end`() throws {
        var state = try browser()
        var result = try World.result()
        result.tokens.credentials.jwt = nil
        result.identity = .oauth
        let signIn = state.state.start(.takeUp(login: "observer", isLasting: false), in: .signIn)
        var effects = state.update(
            .finished(.signIn, ticket: try #require(workTicket([signIn], .signIn)), .signedIn(result)),
            at: World.now
        )
        #expect(state.listIdentity == .oauth)
        effects = try state.answerFetch(
            effects,
            with: World.many((1...10).reversed(), for: .oauth),
            total: 10,
            isLast: true
        )
        #expect(!effects.contains { $0.fetch != nil })
        #expect(state.list.count == 10)
        #expect(!state.screenText.contains("41.60218"))
    }

    @Test func `the screen of fetching tells the same, with its keys`() throws {
        var state = try browser()
        let ticket = try #require(workTicket(state.press(.character("d")), .job))
        _ = tell(&state, ticket) { $0.done = 300 }
        state.press(.character("J"))
        #expect(state.screenText.contains("300 of 450"))
        #expect(state.press(.character("d")) == [.pauseJob(true)])
        #expect(state.press(.character("x")).contains(.cancel(.job)))
        #expect(state.screenText.contains("Nothing is being fetched."))
    }
}
