import INaturalist
import ObservationStore
import TerminalUI
import Testing

@testable import Browser

@Suite struct SignInScreenTests {
    private func signedOut() throws -> TestBrowser {
        var state = BrowserState(
            setting: .init(site: "https://www.inaturalist.org", addresses: .iNaturalist),
            size: Size(columns: 100, rows: 30),
            now: World.now
        )
        _ = state.begin(with: nil)
        return TestBrowser(state: state, store: try .temporary())
    }

    private func paste(_ text: String, into state: inout TestBrowser) {
        _ = state.update(.input(.paste(PastedText(text))), at: World.now)
    }

    private func request(_ effects: [Effect]) -> SignInRequest? {
        for case .work(.signIn, _, .signIn(let request)) in effects { return request }
        return nil
    }

    @Test(arguments: ["%", "Bearer %", "\"%\"", #"{"api_token":"%"}"#, "  %\n", "'Bearer %'"])
    func `a pasted JWT is recognised in whatever it is wrapped`(_ wrapping: String) throws {
        var state = try signedOut()
        let jwt = try World.jwt()
        paste(wrapping.replacing("%", with: jwt.text.exposed), into: &state)
        #expect(state.screenText.contains("JWT · user 1234567 · 23 h 41 min left"))
        let request = request(state.press(.enter))
        #expect(request == SignInRequest(.token(.jwt(jwt)), speaker: .jwt, isKept: true))
    }

    @Test func `line breaks that a terminal put into a pasted token do not matter`() throws {
        var state = try signedOut()
        let jwt = try World.jwt().text.exposed
        let half = jwt.index(jwt.startIndex, offsetBy: 60)
        paste(jwt[..<half] + "\r\n" + jwt[half...], into: &state)
        #expect(state.screenText.contains("JWT · user 1234567"))
    }

    @Test func `an OAuth token is told by its structure`() throws {
        var state = try signedOut()
        paste(World.oauth.text.exposed, into: &state)
        #expect(state.screenText.contains("OAuth token, \(World.oauth.length) characters"))
    }

    @Test func `neither token nor password are ever on the screen`() throws {
        var state = try signedOut()
        let jwt = try World.jwt().text.exposed
        paste(jwt, into: &state)
        #expect(!state.screenText.contains(jwt.prefix(8)))
        state.press(.backTab, .right, .tab, .tab)
        state.type("correct horse")
        #expect(!state.screenText.contains("correct"))
        #expect(state.screenText.contains("••••"))
    }

    @Test func `garbage is told beside the field and nothing is asked`() throws {
        var state = try signedOut()
        paste("not a token!", into: &state)
        #expect(request(state.press(.enter)) == nil)
        #expect(state.context == .signIn)
        #expect(state.screenText.contains("A token is one word"))
    }

    @Test func `an empty field is told`() throws {
        var state = try signedOut()
        #expect(request(state.press(.enter)) == nil)
        #expect(state.screenText.contains("Paste a token here first."))
    }

    @Test func `the token type that is chosen speaks`() throws {
        var state = try signedOut()
        paste(World.oauth.text.exposed, into: &state)
        state.press(.tab, .right)
        #expect(state.screenText.contains("The API ignores OAuth tokens"))
        #expect(request(state.press(.enter))?.speaker == .oauth)
    }

    @Test func `Enter again while an answer is awaited asks for no second token`() throws {
        var state = try signedOut()
        paste(try World.jwt().text.exposed, into: &state)
        #expect(request(state.press(.enter)) != nil)
        #expect(request(state.press(.enter)) == nil)
        #expect(request(state.press(.tab, .tab, .tab, .character(" "))) == nil)
        #expect(state.screenText.contains("Asking the server… Esc stops."))
    }

    @Test func `Space presses the button that has the keyboard`() throws {
        var state = try signedOut()
        paste(try World.jwt().text.exposed, into: &state)
        #expect(request(state.press(.tab, .tab, .tab, .character(" "))) != nil)
    }

    @Test func `looking around gives up the sign-in that is waited for`() throws {
        var state = try signedOut()
        paste(try World.jwt().text.exposed, into: &state)
        let ticket = try #require(workTicket(state.press(.enter), .signIn))
        let effects = state.press(.backTab, .backTab, .enter)
        #expect(effects.contains(.cancel(.signIn)))
        #expect(state.context == .table)
        #expect(workTicket(effects, .page) != nil)
        _ = state.update(.finished(.signIn, ticket: ticket, .signedIn(try World.result())), at: World.now)
        #expect(state.session.identity == .anonymous)
    }

    @Test func `a person can look around without signing in`() throws {
        var state = try signedOut()
        state.press(.backTab, .backTab)
        let effects = state.press(.enter)
        #expect(state.context == .table)
        #expect(state.session.identity == .anonymous)
        let asked = effects.compactMap(\.fetch).map(\.request)
        #expect(asked.map(\.viewer.identity) == [.anonymous])
        #expect(asked.map(\.key) == [.anonymous])
    }

    @Test func `Escape while waiting drops the request and its late answer`() throws {
        var state = try signedOut()
        paste(try World.jwt().text.exposed, into: &state)
        guard case .work(_, let ticket, _)? = state.press(.enter).first else {
            Issue.record("nothing was asked")
            return
        }
        #expect(state.press(.escape) == [.cancel(.signIn)])
        let result = try World.result()
        _ = state.update(.finished(.signIn, ticket: ticket, .signedIn(result)), at: World.now)
        #expect(state.context == .signIn)
        #expect(state.session.credentials.jwt == nil)
    }

    @Test func `signed in, one's own hidden observations are asked for`() throws {
        var state = try signedOut()
        paste(try World.jwt().text.exposed, into: &state)
        guard case .work(_, let ticket, _)? = state.press(.enter).first else {
            Issue.record("nothing was asked")
            return
        }
        let result = try World.result()
        let effects = state.update(.finished(.signIn, ticket: ticket, .signedIn(result)), at: World.now)
        let asked = try #require(effects.lazy.compactMap(\.fetch).first).request
        #expect(asked.viewer.identity == .jwt)
        #expect(asked.query.observers == [.name("observer")])
        #expect(asked.query.obscurations == [.obscured, .private])
        #expect(state.context == .table)
    }
}
