import Accounts
import FoundationEssentials
import INaturalist
import TerminalUI
import Testing

@testable import Browser

/// Several accounts: the picker, switching, signing out.
@Suite struct AccountsTests {
    private func picker() throws -> BrowserState {
        var state = try World.browser(120, 36)
        let ticket = try #require(workTicket(state.press(.character("A")), .accounts))
        _ = state.update(.finished(.accounts, ticket: ticket, .accounts(try World.accounts())), at: World.now)
        return state
    }

    @Test func `the cursor is on the current account, and the others are named with where they are kept`()
        throws
    {
        let state = try picker()
        #expect(state.context == .accounts)
        for text in ["▸ observer", "curator", "Sedge Ashby", "keyring", "file", "JWT fetched when used"] {
            #expect(state.screenText.contains(text), "\(text)")
        }
    }

    @Test func `Enter takes the account under the cursor up`() throws {
        var state = try picker()
        let effects = state.press(.down, .enter)
        #expect(
            effects.contains { if case .work(.signIn, _, .takeUp("curator")) = $0 { true } else { false } }
        )
    }

    @Test func `the account that is in use is not taken up again`() throws {
        var state = try picker()
        #expect(state.press(.enter).allSatisfy { if case .work(.signIn, _, _) = $0 { false } else { true } })
        #expect(state.context == .table)
    }

    @Test func `another account brings its own list, and nothing of the one before`() throws {
        var state = try picker()
        let ticket = try #require(workTicket(state.press(.down, .enter), .signIn))
        let effects = state.update(
            .finished(.signIn, ticket: ticket, .signedIn(try World.result(as: World.curator))),
            at: World.now
        )
        #expect(state.list.count == 0)
        #expect(!state.screenText.contains("Platanthera") && !state.screenText.contains("observer"))
        let owners = effects.compactMap { effect -> String? in
            if case .work(.page, _, .page(let query, _, _, _)) = effect { query.observer } else { nil }
        }
        #expect(owners == ["curator"])
    }

    @Test func `rows that were asked for as the account before do not come into the other's list`() throws {
        var state = try World.browser(120, 36, showing: World.many((251...450).reversed()), total: 450)
        let late = try #require(workTicket(state.press(.end), .page))
        let asked = try #require(workTicket(state.press(.character("A")), .accounts))
        _ = state.update(.finished(.accounts, ticket: asked, .accounts(try World.accounts())), at: World.now)
        let switched = try #require(workTicket(state.press(.down, .enter), .signIn))
        _ = state.update(
            .finished(.signIn, ticket: switched, .signedIn(try World.result(as: World.curator))),
            at: World.now
        )
        let page = ObservationPage(total: 450, observations: World.many([100]), recognition: .recognised)
        _ = state.update(.finished(.page, ticket: late, .page(page, .jwt, limit: 200)), at: World.now)
        #expect(state.list.count == 0)
    }

    @Test func `an account that cannot be taken up leaves the one before as it is`() throws {
        var state = try picker()
        let before = state.session
        let ticket = try #require(workTicket(state.press(.down, .enter), .signIn))
        let error = SignInError.notHonoured(login: "curator", .tokenNotHonoured(.revoked))
        _ = state.update(.finished(.signIn, ticket: ticket, .notTakenUp(error)), at: World.now)
        #expect(state.session == before)
        #expect(state.context == .accounts)
        #expect(state.message?.text.contains("curator") == true)
    }

    @Test func `signing out says what it does before, and does nothing on Escape`() throws {
        var state = try picker()
        state.press(.character("X"))
        #expect(state.context == .signOut)
        #expect(state.screenText.contains("The JWT cannot be ended"))
        let effects = state.press(.escape)
        #expect(state.context == .accounts)
        #expect(effects.isEmpty)
    }

    @Test func `y signs out, and what came of it is told until it was read`() throws {
        var state = try picker()
        let effects = state.press(.character("X"), .character("y"))
        guard case .work(.signIn, let ticket, .signOut(.kept(let account)))? = effects.first else {
            Issue.record("nobody was signed out: \(effects)")
            return
        }
        #expect(account.account == World.observer)
        let report = SignOutReport(
            lines: ["The OAuth token was ended.", "The JWT lives on."],
            isComplete: false
        )
        _ = state.update(.finished(.signIn, ticket: ticket, .signedOut(report)), at: World.now)
        #expect(state.screenText.contains("The JWT lives on."))
        let after = state.press(.escape)
        #expect(state.session == Session())
        #expect(!state.screenText.contains("Platanthera"))
        // Another account may be kept; with none the login screen comes.
        let asked = try #require(workTicket(after, .signIn))
        _ = state.update(.finished(.signIn, ticket: asked, .notTakenUp(.nobodyKept)), at: World.now)
        #expect(state.context == .signIn)
    }

    @Test func `a kept session is deleted from where it is kept, also from the token screen`() throws {
        var state = try World.browser(120, 36)
        let effects = state.press(.character("a"), .character("X"), .character("y"))
        #expect(
            effects.contains {
                if case .work(.signIn, _, .signOut(.kept(let account))) = $0 {
                    account.account == World.observer && account.keeping == .keyring
                } else {
                    false
                }
            }
        )
    }

    @Test func `a session that is not kept can be signed out of too`() throws {
        var state = try World.browser(120, 36)
        state.session.keeping = .nowhere
        let effects = state.press(.character("a"), .character("X"), .character("y"))
        #expect(
            effects.contains {
                if case .work(.signIn, _, .signOut(.held(let tokens, "observer"))) = $0 {
                    tokens.credentials == state.session.credentials
                } else {
                    false
                }
            }
        )
    }

    @Test func `a keyring that does not answer is told and leaves everything as it was`() throws {
        var state = try picker()
        let ticket = try #require(workTicket(state.press(.character("X"), .character("y")), .signIn))
        _ = state.update(
            .finished(.signIn, ticket: ticket, .failedHere("The keyring is locked.")),
            at: World.now
        )
        #expect(state.screenText.contains("The keyring is locked."))
        #expect(state.session.credentials.jwt != nil)
    }
}

/// The start: kept tokens, none, or ones that cannot be taken up.
@Suite struct OpeningTests {
    private func opened() throws -> (BrowserState, ticket: Int) {
        var state = BrowserState(
            setting: .init(site: "https://www.inaturalist.org", addresses: .iNaturalist),
            size: Size(columns: 100, rows: 30),
            now: World.now
        )
        guard case .work(.signIn, let ticket, .takeUp(nil))? = state.begin(with: .kept(login: nil)).first
        else {
            throw Unexpected()
        }
        return (state, ticket)
    }

    private struct Unexpected: Error {}

    @Test func `the first frame waits for no keyring`() throws {
        let (state, _) = try opened()
        #expect(state.context == .table)
        #expect(state.screenText.contains("Signing in…"))
    }

    @Test func `kept tokens lead to the list`() throws {
        var (state, ticket) = try opened()
        _ = state.update(.finished(.signIn, ticket: ticket, .signedIn(try World.result())), at: World.now)
        #expect(state.context == .table)
        #expect(state.screenText.contains("observer · JWT · proved · keyring"))
    }

    @Test func `without kept tokens the login screen comes, and says where tokens would be kept`() throws {
        var (state, ticket) = try opened()
        let effects = state.update(
            .finished(.signIn, ticket: ticket, .notTakenUp(.nobodyKept)),
            at: World.now
        )
        #expect(state.context == .signIn)
        guard
            case .work(.keeping, let asked, .findKeeping)? = effects.first(where: {
                if case .work(.keeping, _, _) = $0 { true } else { false }
            })
        else {
            Issue.record("nobody asked where: \(effects)")
            return
        }
        _ = state.update(.finished(.keeping, ticket: asked, .keeping(.keyring)), at: World.now)
        #expect(state.screenText.contains("in the keyring"))
    }

    @Test func `kept tokens that are not honoured any more are told on the login screen`() throws {
        var (state, ticket) = try opened()
        let error = SignInError.notHonoured(login: "observer", .tokenNotHonoured(.revoked))
        _ = state.update(.finished(.signIn, ticket: ticket, .notTakenUp(error)), at: World.now)
        #expect(state.context == .signIn)
        #expect(state.screenText.contains("The kept tokens of observer are not honoured any more."))
    }

    @Test func `without a network nobody is asked to sign in, and r tries again`() throws {
        var (state, ticket) = try opened()
        let error = SignInError.server(.transport(.noConnection, host: "www.inaturalist.org"))
        _ = state.update(.finished(.signIn, ticket: ticket, .notTakenUp(error)), at: World.now)
        #expect(state.context == .table)
        #expect(state.screenText.contains("cannot be reached"))
        let effects = state.press(.character("r"))
        #expect(effects.contains { if case .work(.signIn, _, .takeUp(nil)) = $0 { true } else { false } })
    }
}
