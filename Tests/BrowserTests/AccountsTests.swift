import Accounts
import FoundationEssentials
import INaturalist
import ObservationStore
import TerminalUI
import Testing

@testable import Browser

/// Several accounts: the picker, switching, signing out.
@Suite struct AccountsTests {
    private func picker() throws -> TestBrowser {
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
            effects.contains {
                if case .work(.signIn, _, .takeUp("curator", isLasting: true)) = $0 { true } else { false }
            }
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
        #expect(!state.screenText.contains("Western Prairie") && !state.screenText.contains("observer"))
        let asked = effects.compactMap(\.fetch).map(\.request)
        #expect(asked.map(\.query.observers) == [[.name("curator")]])
        #expect(asked.map(\.key) == [.jwt(user: World.curator.id)])
    }

    @Test func `rows that were asked for as the account before do not come into the other's list`() throws {
        var state = try World.browser(120, 36, showing: World.many((251...450).reversed()), total: 450)
        let late = try #require(state.press(.end).lazy.compactMap(\.fetch).first)
        #expect(late.lane == .job)
        let asked = try #require(workTicket(state.press(.character("A")), .accounts))
        _ = state.update(.finished(.accounts, ticket: asked, .accounts(try World.accounts())), at: World.now)
        let switched = try #require(workTicket(state.press(.down, .enter), .signIn))
        _ = state.update(
            .finished(.signIn, ticket: switched, .signedIn(try World.result(as: World.curator))),
            at: World.now
        )
        let done = try state.write(World.many([100]), for: late.request, total: 450, isLast: true)
        state.update(
            .finished(late.lane, ticket: late.ticket, .synced(done.tally, done.progress)),
            at: World.now
        )
        #expect(state.list.count == 0)
        #expect(state.job == nil)
    }

    @Test func `a sign-in that keeps nothing reads the list anew, from the store of this run`() throws {
        var state = try World.browser(120, 36)
        func signIn(_ keeping: Keeping) throws -> [Effect] {
            let begun = state.state.start(.takeUp(login: "observer", isLasting: false), in: .signIn)
            let ticket = try #require(workTicket([begun], .signIn))
            let result = try World.result(keeping: keeping)
            return state.state.update(.finished(.signIn, ticket: ticket, .signedIn(result)), at: World.now)
        }
        let same = try signIn(.keyring)
        #expect(!same.contains(.keepRows(true)))
        #expect(state.list.isLookedUp)
        let other = try signIn(.nowhere)
        #expect(other.contains(.keepRows(false)))
        #expect(!state.list.isLookedUp && state.list.source == ListSource(.mine))
        let again = try signIn(.nowhere)
        #expect(!again.contains(.keepRows(false)))
        let back = try signIn(.keyring)
        #expect(back.contains(.keepRows(true)))
    }

    @Test func `an account that cannot be taken up leaves the one before as it is`() throws {
        var state = try picker()
        let before = state.session
        let ticket = try #require(workTicket(state.press(.down, .enter), .signIn))
        let error = SignInError.notHonoured(login: "curator", .tokenNotHonoured(.revoked))
        _ = state.update(.finished(.signIn, ticket: ticket, .notTakenUp(error)), at: World.now)
        #expect(state.session == before)
        #expect(state.context == .accounts)
        #expect(state.screenText.contains("The kept tokens of curator are not honoured any more."))
    }

    /// Work of each kind that is under way for the person before, with an answer that would change something.
    static let late: [(Lane, key: Key, answer: @Sendable () throws -> Answer)] = [
        (.proof, .character("r"), { .proof(.proved(World.observer), of: .jwt(try World.jwt())) }),
        (.proof, .character("r"), { .proof(.refused(reason: "revoked."), of: .jwt(try World.jwt())) }),
        (.measurement, .character("a"), { .measured(World.measurement) }),
        (.detail, .enter, { .failed(.jwtNotHonoured) }),
    ]

    @Test(arguments: late.indices)
    func `a late answer about the account before is not believed for the other`(_ index: Int) throws {
        let (lane, key, answer) = Self.late[index]
        var state = try World.browser(120, 36)
        let ticket = try #require(workTicket(state.press(key), lane))
        let switched = state.state.start(.takeUp(login: "curator", isLasting: true), in: .signIn)
        let curatorsJWT = try World.jwt(secondsLeft: 40_000)
        let result = try World.result(as: World.curator, jwt: curatorsJWT)
        _ = state.update(
            .finished(.signIn, ticket: try #require(workTicket([switched], .signIn)), .signedIn(result)),
            at: World.now
        )
        let after = state.session
        _ = state.update(.finished(lane, ticket: ticket, try answer()), at: World.now)
        #expect(state.session == after)
        #expect(state.measurement == nil)
        #expect(state.context != .signIn)
    }

    @Test func `a proof of a token that was renewed meanwhile says nothing of the new one`() throws {
        var state = try World.browser(120, 36)
        let ticket = try #require(workTicket(state.press(.character("r")), .proof))
        let old = try World.jwt()
        state.session.credentials.jwt = try World.jwt(secondsLeft: 90_000)
        let before = state.session
        _ = state.update(
            .finished(.proof, ticket: ticket, .proof(.refused(reason: "expired."), of: .jwt(old))),
            at: World.now
        )
        #expect(state.session == before)
    }

    @Test func `what the tokens of one account were measured to be is not shown as another's`() throws {
        var state = try World.browser(120, 36)
        let ticket = try #require(workTicket(state.press(.character("a")), .measurement))
        _ = state.update(.finished(.measurement, ticket: ticket, .measured(World.measurement)), at: World.now)
        state.press(.escape)
        let switched = state.state.start(.takeUp(login: "curator", isLasting: true), in: .signIn)
        let result = try World.result(as: World.curator, jwt: try World.jwt(secondsLeft: 40_000))
        _ = state.update(
            .finished(.signIn, ticket: try #require(workTicket([switched], .signIn)), .signedIn(result)),
            at: World.now
        )
        #expect(workTicket(state.press(.character("a")), .measurement) != nil)
        #expect(!state.screenText.contains("@observer"))
    }

    @Test func `help over the sign-out does not lose what came of it`() throws {
        var state = try picker()
        let effects = state.press(.character("X"), .character("y"))
        let ticket = try #require(workTicket(effects, .signIn))
        state.press(.character("?"))
        let report = SignOutReport(lines: ["The OAuth token was ended."], isComplete: true)
        _ = state.update(.finished(.signIn, ticket: ticket, .signedOut(report)), at: World.now)
        state.press(.escape)
        #expect(state.screenText.contains("The OAuth token was ended."))
        #expect(!state.screenText.contains("proved"))
        state.press(.escape)
        #expect(state.context != .signOut)
    }

    @Test func `with --no-store no account that is kept is offered or taken up`() throws {
        var state = try World.browser(120, 36)
        state.setting.isKeeping = false
        state.session.keeping = .nowhere
        #expect(workTicket(state.press(.character("A")), .accounts) == nil)
        #expect(state.context == .table)
        let ticket = try #require(
            workTicket(state.press(.character("a"), .character("X"), .character("y")), .signIn)
        )
        let report = SignOutReport(lines: ["Forgotten."], isComplete: true)
        _ = state.update(.finished(.signIn, ticket: ticket, .signedOut(report)), at: World.now)
        #expect(workTicket(state.press(.escape), .signIn) == nil)
        #expect(state.context == .signIn)
    }

    @Test func `a click in a list that has scrolled means the account under it`() throws {
        var screen = AccountsScreen()
        let one = try #require(try World.accounts().first)
        screen.take(
            (0..<40).map { number in
                KeptAccount(
                    account: Account(id: number, login: "person\(number)"),
                    addresses: one.addresses,
                    keeping: .keyring,
                    way: .token,
                    isCurrent: false,
                    jwtExpiry: nil
                )
            }
        )
        screen.move(by: 39)
        let rect = Rect(column: 0, row: 1, columns: 80, rows: 22)
        var surface = Surface(size: Size(columns: 80, rows: 24))
        screen.draw(on: &surface, in: rect, session: Session(), at: World.now)
        let row = try #require(surface.lines.firstIndex { $0.contains("person35") })
        let isHit = screen.click(Position(column: 5, row: row), in: rect)
        #expect(isHit)
        #expect(screen.selectedAccount?.account.login == "person35")
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
        #expect(!state.screenText.contains("Western Prairie"))
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
        guard
            case .work(.signIn, let ticket, .takeUp(nil, isLasting: false))? = state.begin(
                with: .kept(login: nil)
            ).first(where: { if case .work(.signIn, _, _) = $0 { true } else { false } })
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
        #expect(
            effects.contains {
                if case .work(.signIn, _, .takeUp(nil, isLasting: false)) = $0 { true } else { false }
            }
        )
    }
}
