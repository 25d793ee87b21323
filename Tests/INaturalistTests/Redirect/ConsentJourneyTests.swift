import INaturalistSandbox
import TestBrowser
import Testing

@testable import INaturalist

/// A whole sign-in through the browser: listener, consent page, code, OAuth token, JWT.
@Suite(.timeLimit(.minutes(5)))
struct ConsentJourneyTests {
    /// A site, and a listener that waits for what it answers to a request of an application.
    private static func run(
        _ application: SandboxApplication = .publicClient,
        hasSecret: Bool = false,
        _ body: (SandboxSession, RedirectSession) async throws -> Void
    ) async throws {
        try await SandboxSession.run { session in
            let application = Self.application(application, hasSecret: hasSecret)
            try await RedirectSession.run(application: application) { try await body(session, $0) }
        }
    }

    private static func application(_ application: SandboxApplication, hasSecret: Bool) -> OAuthApplication {
        OAuthApplication(
            id: application.clientID,
            secret: hasSecret ? Secret(application.clientSecret) : nil
        )
    }

    /// A request for a code that the site shows.
    private static func requestByHand() -> AuthorizationRequest {
        AuthorizationRequest(
            application: application(.publicClient, hasSecret: false),
            redirectURI: AuthorizationRequest.outOfBand
        )
    }

    /// The path of a request's consent page.
    private static func path(_ session: SandboxSession, _ request: AuthorizationRequest) -> String {
        let address = request.url(at: session.client.addresses)
        #expect(address.hasPrefix(session.sandbox.baseURL + "/"))
        return String(address.trimmingPrefix(session.sandbox.baseURL))
    }

    /// Logs in at the site and arrives at the consent page.
    private static func askForConsent(
        _ session: SandboxSession,
        _ request: AuthorizationRequest
    ) async throws -> Visitor {
        var visitor = Visitor(Browser(baseURL: session.sandbox.baseURL))
        try await visitor.open(path(session, request))
        #expect(visitor.path == "/login")
        let account = Sandbox.account(.observer)
        try await visitor.logIn(account.login, account.password)
        // They go to the listener's port too, and must not disturb it.
        #expect(!visitor.cookies.isEmpty)
        return visitor
    }

    @Test(
        "Consent leads back here, and to a token and a JWT of that person",
        arguments: [
            (SandboxApplication.publicClient, false), (.publicClient, true), (.working, true),
        ]
    )
    func signsIn(application: SandboxApplication, hasSecret: Bool) async throws {
        try await Self.run(application, hasSecret: hasSecret) { session, redirect in
            var visitor = try await Self.askForConsent(session, redirect.request)
            #expect(visitor.text.contains("hidden coordinates"))
            try await visitor.press("Authorize")
            let landing = try await visitor.follow()
            #expect(landing.status == 200 && landing.text.contains("tab can be closed"))
            let grant = CodeGrant(request: redirect.request, code: try await redirect.waiting.value)
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
            let request = Self.requestByHand()
            var visitor = try await Self.askForConsent(session, request)
            try await visitor.press("Authorize")
            #expect(visitor.destination == nil)
            let code = try #require(HTMLForm.text(ofElement: "authorization_code", in: visitor.text))
            let grant = try CodeGrant(request: request, pasting: Secret(" \(code)\n"))
            let address = session.sandbox.baseURL + visitor.path
            #expect(try CodeGrant(request: request, pasting: Secret(address)) == grant)
            let token = try await session.client.signIn(grant)
            session.client.keep(token)
            #expect(await session.client.revokeIssuedTokens() == 0)
            #expect(session.sandbox.isAlive(token.text.exposed))
        }
    }

    @Test("Who denies is told so in both places")
    func denies() async throws {
        try await Self.run { session, redirect in
            var visitor = try await Self.askForConsent(session, redirect.request)
            try await visitor.press("Deny")
            let landing = try await visitor.follow()
            let words = "The resource owner or authorization server denied the request."
            await #expect(throws: INaturalistError.consentDenied(message: words)) {
                try await redirect.waiting.value
            }
            #expect(landing.text.contains("denied the request"))
            #expect(session.sandbox.issuedTokens(login: "observer") == 0)
            let byHand = Self.requestByHand()
            try await visitor.open(Self.path(session, byHand))
            try await visitor.press("Deny")
            #expect(throws: INaturalistError.consentDenied(message: words)) {
                try CodeGrant(request: byHand, pasting: Secret(visitor.text))
            }
        }
    }

    @Test("An application without the scope is told at the way back")
    func lacksScope() async throws {
        try await Self.run(.loginOnly, hasSecret: true) { session, redirect in
            let landing = try await Self.askForConsent(session, redirect.request).follow()
            await #expect(throws: INaturalistError.scopeNotAllowed) { try await redirect.waiting.value }
            #expect(landing.status == 400 && landing.text.contains("write"))
        }
    }

    @Test("A code that somebody else consented to in an older tab is not taken")
    func refusesOtherState() async throws {
        try await Self.run { session, redirect in
            let old = AuthorizationRequest(
                application: redirect.request.application,
                redirectURI: redirect.request.redirectURI
            )
            var visitor = try await Self.askForConsent(session, old)
            try await visitor.press("Authorize")
            _ = try await visitor.follow()
            await #expect(throws: INaturalistError.stateMismatch) { try await redirect.waiting.value }
            #expect(session.sandbox.issuedTokens(login: "observer") == 0)
        }
    }
}
