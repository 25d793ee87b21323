import INaturalist
import TerminalUI
import Testing

@testable import Browser

/// Every screen as text and roles, at four sizes.
@Suite struct ScreenSnapshotTests {
    static let sizes = screenSizes

    private func signedOut(_ columns: Int, _ rows: Int) throws -> BrowserState {
        var state = BrowserState(
            setting: .init(site: "https://www.inaturalist.org", addresses: .iNaturalist),
            size: Size(columns: columns, rows: rows),
            now: World.now
        )
        _ = state.begin(with: nil)
        return state
    }

    @Test(arguments: sizes) func `sign in with a token`(_ columns: Int, _ rows: Int) throws {
        expectBrowser(try signedOut(columns, rows), "sign-in-token")
    }

    @Test(arguments: sizes) func `a token that was pasted is recognised`(_ columns: Int, _ rows: Int) throws {
        var state = try signedOut(columns, rows)
        let jwt = try World.jwt().text.exposed
        _ = state.update(.input(.paste(PastedText(#"{"api_token":"\#(jwt)"}"#))), at: World.now)
        expectBrowser(state, "sign-in-recognised")
    }

    @Test(arguments: sizes) func `a wrong password is told beside its field`(
        _ columns: Int,
        _ rows: Int
    ) throws {
        var state = try signedOut(columns, rows)
        state.press(.backTab, .left)
        state.press(.tab)
        state.type("observer")
        state.press(.tab)
        state.type("wrong")
        state.press(.tab)
        state.type("application")
        let ticket = try #require(workTicket(state.press(.enter, .enter), .signIn))
        _ = state.update(.finished(.signIn, ticket: ticket, .failed(.wrongPassword)), at: World.now)
        expectBrowser(state, "sign-in-wrong-password")
    }

    @Test(arguments: sizes) func table(_ columns: Int, _ rows: Int) throws {
        expectBrowser(try World.browser(columns, rows), "table")
    }

    @Test(arguments: sizes) func `table as the OAuth token`(_ columns: Int, _ rows: Int) throws {
        expectBrowser(try World.browser(columns, rows, as: .oauth), "table-oauth")
    }

    @Test(arguments: sizes) func `table while kept tokens are proved`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.list = ObservationList(ListSource(.mine))
        state.session = Session()
        _ = state.state.begin(with: .kept(login: nil))
        expectBrowser(state, "table-signing-in")
    }

    @Test(arguments: sizes) func `table while nothing has come`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.list = ObservationList(ListSource(.mine))
        expectBrowser(state, "table-waiting")
    }

    @Test(arguments: sizes) func `table when the server cannot be reached`(_ columns: Int, _ rows: Int) throws
    {
        var state = try World.newBrowser(columns, rows)
        let ticket = try #require(workTicket(state.update(.woke, at: World.now), .page))
        let error = INaturalistError.transport(.noConnection, host: "api.inaturalist.org")
        _ = state.update(.finished(.page, ticket: ticket, .failed(error)), at: World.now)
        expectBrowser(state, "table-unreachable")
    }

    @Test(arguments: sizes) func `find`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("/"))
        state.type("turtle")
        expectBrowser(state, "find")
    }

    @Test(arguments: sizes) func `detail before the whole record comes`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.enter)
        expectBrowser(state, "detail-waiting")
    }

    @Test(arguments: sizes) func `the browser is waited for`(_ columns: Int, _ rows: Int) throws {
        var state = try signedOut(columns, rows)
        state.press(.backTab, .right, .tab)
        state.type("application")
        let ticket = try #require(workTicket(state.press(.enter, .enter), .signIn))
        let request = World.consent(redirectURI: "http://127.0.0.1:54321/callback")
        _ = state.update(.consentOpened(ticket: ticket, request), at: World.now)
        expectBrowser(state, "sign-in-browser")
    }

    @Test(arguments: sizes) func `a code is asked for`(_ columns: Int, _ rows: Int) throws {
        var state = try signedOut(columns, rows)
        state.press(.backTab, .right, .right, .tab)
        state.type("application")
        let ticket = try #require(workTicket(state.press(.enter, .enter), .signIn))
        let request = World.consent(redirectURI: AuthorizationRequest.outOfBand)
        _ = state.update(.finished(.signIn, ticket: ticket, .consent(request)), at: World.now)
        expectBrowser(state, "sign-in-code")
    }

    @Test(arguments: sizes) func `a person is asked in the middle of something`(
        _ columns: Int,
        _ rows: Int
    ) throws {
        var state = try World.browser(columns, rows)
        let ticket = try #require(workTicket(state.press(.enter), .detail))
        _ = state.update(.finished(.detail, ticket: ticket, .failed(.jwtNotHonoured)), at: World.now)
        expectBrowser(state, "sign-in-again")
    }

    @Test(arguments: sizes) func tokens(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        let ticket = try #require(workTicket(state.press(.character("a")), .measurement))
        _ = state.update(.finished(.measurement, ticket: ticket, .measured(World.measurement)), at: World.now)
        expectBrowser(state, "tokens")
    }

    @Test(arguments: sizes) func accounts(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        let ticket = try #require(workTicket(state.press(.character("A")), .accounts))
        _ = state.update(.finished(.accounts, ticket: ticket, .accounts(try World.accounts())), at: World.now)
        expectBrowser(state, "accounts")
    }

    @Test(arguments: sizes) func `signing out asks first`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("a"), .character("X"))
        expectBrowser(state, "sign-out")
    }

    @Test(arguments: sizes) func `a clock that is an hour off`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        _ = state.update(.clockError(3_600), at: World.now)
        expectBrowser(state, "clock")
    }

    @Test(arguments: sizes) func help(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("?"))
        expectBrowser(state, "help")
    }

    @Test(arguments: sizes) func chooser(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("L"))
        expectBrowser(state, "chooser")
    }

    @Test(arguments: [(59, 15), (60, 14), (20, 5), (1, 1)])
    func `a terminal that is too small is told the size`(_ columns: Int, _ rows: Int) throws {
        expectBrowser(try World.browser(columns, rows), "too-small")
    }
}
