import Accounts
import FoundationEssentials
import INaturalist
import ObservationStore
import ObservationSync
import TerminalUI
import Testing

@testable import Browser

/// The start on what is held: before the kept tokens are proved, and without a network.
@Suite struct OfflineTests {
    /// The start with kept tokens in front of a store that holds the observer's rows.
    private func start(_ columns: Int = 120, _ rows: Int = 36) throws -> (TestBrowser, [Effect]) {
        var state = try World.heldBrowser(columns, rows)
        let effects = state.settle(state.state.begin(with: .kept(login: nil)))
        return (state, effects)
    }

    private func take(_ account: Account?, _ state: inout TestBrowser, _ effects: [Effect]) throws -> [Effect]
    {
        let ticket = try #require(workTicket(effects, .held))
        return state.update(.finished(.held, ticket: ticket, .heldAccount(account)), at: World.now)
    }

    private func fail(_ state: inout TestBrowser, _ effects: [Effect]) throws {
        let ticket = try #require(workTicket(effects, .signIn))
        let error = SignInError.server(.transport(.noConnection, host: "www.inaturalist.org"))
        state.update(.finished(.signIn, ticket: ticket, .notTakenUp(error)), at: World.now)
    }

    @Test
    func `while the tokens are being proved the held rows are there, with their age, and no server is asked`()
        throws
    {
        var (state, effects) = try start()
        let asked = try take(World.observer, &state, effects)
        #expect(asked.isEmpty)
        for text in ["signing in…", "as of 2026-11-23", "41.60218", "Western Prairie"] {
            #expect(state.screenText.contains(text), "\(text)")
        }
        #expect(!state.screenText.contains("proved"))
        #expect(state.press(.end).isEmpty)
        #expect(state.press(.enter).isEmpty)
    }

    @Test func `without a network they stay, with the reason above them`() throws {
        var (state, effects) = try start()
        _ = try take(World.observer, &state, effects)
        try fail(&state, effects)
        for text in ["cannot be reached", "as of 2026-11-23", "41.60218", "observer · not signed in"] {
            #expect(state.screenText.contains(text), "\(text)")
        }
        #expect(!state.screenText.contains("anonymous"))
        let again = state.press(.character("r"))
        #expect(
            again.contains {
                if case .work(.signIn, _, .takeUp(nil, isLasting: false)) = $0 { true } else { false }
            }
        )
        #expect(state.screenText.contains("41.60218"))
    }

    @Test func `without a network all rows can be filtered, sorted and found`() throws {
        var (state, effects) = try start()
        _ = try take(World.observer, &state, effects)
        try fail(&state, effects)
        state.press(.character("&"))
        state.type("turtle")
        state.press(.enter)
        #expect(state.list.ids(in: 0..<9) == [9_103])
        state.press(.escape, .character("/"))
        state.type("robin")
        state.press(.enter)
        #expect(state.selectedEntry?.observation.id == 9_100)
    }

    @Test func `another account that is kept sees nothing of it`() throws {
        var (state, effects) = try start()
        _ = try take(World.curator, &state, effects)
        try fail(&state, effects)
        #expect(state.list.count == 0)
        for text in ["41.60218", "Western Prairie", "as of"] {
            #expect(!state.screenText.contains(text), "\(text)")
        }
    }

    @Test func `of a list that both have everyone sees what that one was told`() throws {
        var state = try World.heldBrowser()
        for (key, identity) in [
            (ViewerKey.jwt(user: World.curator.id), Identity.jwt), (.jwt(user: 1_234_567), .oauth),
        ] {
            let query = try #require(ListSource(.everyone).query(login: nil))
            let list = try state.store.openList(query, as: key, at: World.now)
            let progress = ListProgress(total: 1, isComplete: true, fetchedAt: World.now)
            try state.store.write(
                World.many([77], for: identity),
                of: list.id,
                as: key,
                at: World.now,
                progress: progress
            )
        }
        let effects = state.settle(state.state.begin(with: .kept(login: nil)))
        _ = try take(World.observer, &state, effects)
        state.show(ListSource(.everyone))
        #expect(state.list.ids(in: 0..<9) == [77])
        #expect(state.screenText.contains("withheld"))
        #expect(!state.screenText.contains("41.60218"))
    }

    @Test func `signed in as that account the rows stay where they are and are brought up to date`() throws {
        var (state, effects) = try start()
        _ = try take(World.observer, &state, effects)
        state.press(.down, .down)
        let ticket = try #require(workTicket(effects, .signIn))
        let after = state.update(
            .finished(.signIn, ticket: ticket, .signedIn(try World.result())),
            at: World.now
        )
        let asked = after.compactMap(\.fetch)
        #expect(asked.map(\.request.reach) == [.everything])
        #expect(asked.map(\.request.isWhole) == [false])
        #expect(asked.map(\.request.key) == [.jwt(user: World.observer.id)])
        #expect(state.selectedEntry?.observation.id == 9_102)
        #expect(!state.screenText.contains("as of"))
        #expect(state.screenText.contains("proved"))
    }

    @Test func `signed in as another nothing of the held rows is left`() throws {
        var (state, effects) = try start()
        _ = try take(World.observer, &state, effects)
        let ticket = try #require(workTicket(effects, .signIn))
        state.update(
            .finished(.signIn, ticket: ticket, .signedIn(try World.result(as: World.curator))),
            at: World.now
        )
        #expect(state.list.count == 0)
        #expect(!state.screenText.contains("Western Prairie"))
    }

    @Test
    func `whoever looks around without signing in is shown nobody's rows, also when the answer is late`()
        throws
    {
        var (state, effects) = try start()
        let held = try #require(workTicket(effects, .held))
        let ticket = try #require(workTicket(effects, .signIn))
        state.update(.finished(.signIn, ticket: ticket, .notTakenUp(.nobodyKept)), at: World.now)
        state.settle(state.state.decide(.lookAround))
        state.update(.finished(.held, ticket: held, .heldAccount(World.observer)), at: World.now)
        #expect(state.heldAccount == nil)
        #expect(!state.screenText.contains("41.60218"))
        #expect(state.shownIdentity == .anonymous)
    }

    @Test func `after signing out nothing is shown of what is held`() throws {
        var state = try World.browser()
        let effects = state.press(.character("a"), .character("X"), .character("y"))
        let ticket = try #require(workTicket(effects, .signIn))
        let report = SignOutReport(lines: ["Forgotten."], isComplete: true)
        state.update(.finished(.signIn, ticket: ticket, .signedOut(report)), at: World.now)
        state.press(.escape)
        #expect(state.list.count == 0)
        #expect(!state.screenText.contains("41.60218"))
    }

    @Test func `a detail without a network shows what is held of it`() throws {
        var (state, effects) = try start()
        _ = try take(World.observer, &state, effects)
        try fail(&state, effects)
        state.press(.enter)
        #expect(state.screenText.contains("The rest is not held"))
        #expect(state.screenText.contains("41.60218"))
        #expect(state.screenText.contains("Western Prairie"))
    }
}

extension World {
    /// A browser in front of a store that holds the observer's rows, before the start.
    static func heldBrowser(_ columns: Int = 120, _ rows: Int = 36) throws -> TestBrowser {
        let before = try browser(columns, rows)
        let state = BrowserState(
            setting: .init(site: "https://www.inaturalist.org", addresses: try addresses()),
            size: Size(columns: columns, rows: rows),
            now: now
        )
        return TestBrowser(state: state, store: before.store)
    }
}
