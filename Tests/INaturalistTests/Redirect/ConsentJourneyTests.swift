import FoundationEssentials
import INaturalistSandbox
import Testing

@testable import INaturalist

/// A whole sign-in through the browser: listener, consent page, code, OAuth token, JWT.
@Suite(.timeLimit(.minutes(1)))
struct ConsentJourneyTests {
    /// Logs in at the site and arrives at the consent page.
    private static func consentPage(
        _ browser: WebBrowser,
        _ session: SandboxSession,
        _ request: AuthorizationRequest
    ) async throws -> WebBrowser.Page {
        let login = try await browser.open(request.url(at: session.client.addresses))
        #expect(login.url.path == "/login")
        let account = Sandbox.account(.observer)
        return try await browser.press(
            "Log in",
            on: login,
            filling: ["user[email]": account.login, "user[password]": account.password]
        )
    }

    private static func application(_ application: SandboxApplication, hasSecret: Bool) -> OAuthApplication {
        OAuthApplication(
            id: application.clientID,
            secret: hasSecret ? Secret(application.clientSecret) : nil
        )
    }

    @Test(
        "Consent leads back here, and to a token and a JWT of that person",
        arguments: [
            (SandboxApplication.publicClient, false), (.publicClient, true), (.working, true),
        ]
    )
    func signsIn(application: SandboxApplication, hasSecret: Bool) async throws {
        try await SandboxSession.run { session in
            let browser = WebBrowser()
            let listener = try await RedirectListener.open()
            let request = AuthorizationRequest(
                application: Self.application(application, hasSecret: hasSecret),
                redirectURI: listener.redirectURI
            )
            async let code = listener.code(for: request, within: .seconds(50))
            let consent = try await Self.consentPage(browser, session, request)
            #expect(consent.html.contains("hidden coordinates"))
            let landing = try await browser.press("Authorize", on: consent)
            #expect(landing.status == 200 && landing.html.contains("tab can be closed"))
            let grant = CodeGrant(request: request, code: try await code)
            let token = try await session.client.signIn(grant)
            #expect(Set(token.scopes) == ["write", "login"])
            let jwt = try await session.client.jwt(using: .oauth(token))
            #expect(jwt.userID == Sandbox.account(.observer).userID)
            #expect(jwt.applicationID == application.id)
            #expect(try await session.client.prove(.jwt(jwt)).account?.login == "observer")
            // A code is good once.
            await #expect(throws: INaturalistError.grantNotAccepted) {
                try await session.client.signIn(grant)
            }
            // Nobody kept the token.
            #expect(await session.client.revokeIssuedTokens() == 0)
            #expect(!session.sandbox.isAlive(token.text.exposed))
        }
    }

    @Test("A code that the site shows is copied by hand")
    func signsInByHand() async throws {
        try await SandboxSession.run { session in
            let browser = WebBrowser()
            let request = AuthorizationRequest(
                application: Self.application(.publicClient, hasSecret: false),
                redirectURI: AuthorizationRequest.outOfBand
            )
            let consent = try await Self.consentPage(browser, session, request)
            let page = try await browser.press("Authorize", on: consent)
            let code = try #require(page.text(ofElement: "authorization_code"))
            let grant = try CodeGrant(request: request, pasting: Secret(" \(code)\n"))
            #expect(try CodeGrant(request: request, pasting: Secret(page.url.absoluteString)) == grant)
            let token = try await session.client.signIn(grant)
            session.client.keep(token)
            #expect(await session.client.revokeIssuedTokens() == 0)
            #expect(session.sandbox.isAlive(token.text.exposed))
        }
    }

    @Test("Who denies is told so in both places")
    func denies() async throws {
        try await SandboxSession.run { session in
            let browser = WebBrowser()
            let listener = try await RedirectListener.open()
            let request = AuthorizationRequest(
                application: Self.application(.publicClient, hasSecret: false),
                redirectURI: listener.redirectURI
            )
            let waiting = Task { try await listener.code(for: request, within: .seconds(50)) }
            let consent = try await Self.consentPage(browser, session, request)
            let landing = try await browser.press("Deny", on: consent)
            let error = await #expect(throws: INaturalistError.self) { try await waiting.value }
            let words = "The resource owner or authorization server denied the request."
            #expect(error == .consentDenied(message: words))
            #expect(landing.html.contains("denied the request"))
            #expect(session.sandbox.issuedTokens(login: "observer") == 0)
            let byHand = AuthorizationRequest(
                application: Self.application(.publicClient, hasSecret: false),
                redirectURI: AuthorizationRequest.outOfBand
            )
            let second = try await browser.open(byHand.url(at: session.client.addresses))
            let json = try await browser.press("Deny", on: second)
            #expect(throws: INaturalistError.consentDenied(message: words)) {
                try CodeGrant(request: byHand, pasting: Secret(json.html))
            }
        }
    }

    @Test("An application without the scope is told at the way back")
    func lacksScope() async throws {
        try await SandboxSession.run { session in
            let browser = WebBrowser()
            let listener = try await RedirectListener.open()
            let request = AuthorizationRequest(
                application: Self.application(.loginOnly, hasSecret: true),
                redirectURI: listener.redirectURI
            )
            let waiting = Task { try await listener.code(for: request, within: .seconds(50)) }
            let landing = try await Self.consentPage(browser, session, request)
            await #expect(throws: INaturalistError.scopeNotAllowed) { try await waiting.value }
            #expect(landing.status == 400 && landing.html.contains("write"))
        }
    }

    @Test("A code that somebody else consented to in an older tab is not taken")
    func refusesOtherState() async throws {
        try await SandboxSession.run { session in
            let browser = WebBrowser()
            let listener = try await RedirectListener.open()
            let application = Self.application(.publicClient, hasSecret: false)
            let old = AuthorizationRequest(application: application, redirectURI: listener.redirectURI)
            let new = AuthorizationRequest(application: application, redirectURI: listener.redirectURI)
            let waiting = Task { try await listener.code(for: new, within: .seconds(50)) }
            let consent = try await Self.consentPage(browser, session, old)
            _ = try await browser.press("Authorize", on: consent)
            await #expect(throws: INaturalistError.stateMismatch) { try await waiting.value }
            #expect(session.sandbox.issuedTokens(login: "observer") == 0)
        }
    }
}
