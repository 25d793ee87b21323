import INaturalistSandbox
import TestBrowser
import Testing

/// The rows of the error table that concern codes, and the redirect rule at the exchange (API reference 1.5, 1.6).
struct CodeExchangeTests {
    /// What is changed in a good exchange, and what comes of it.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: [String: String?]
        var status = 400
        var error = "invalid_grant"
        var text = "The provided authorization grant is invalid, expired, revoked"
    }

    private static func code(_ sandbox: Sandbox, redirectURI: String = Authorization.loopback) -> String {
        sandbox.issueAuthorizationCode(
            login: "observer",
            application: .working,
            redirectURI: redirectURI,
            challenge: Authorization.challenge
        )
    }

    @Test(
        "Every refusal has its status, its code and its text, and leaves the code as it was",
        arguments: [
            Refusal(testDescription: "unknown code", change: ["code": "no"]),
            Refusal(
                testDescription: "another application’s code",
                change: ["client_id": SandboxApplication.publicClient.clientID, "client_secret": nil]
            ),
            Refusal(
                testDescription: "another path",
                change: ["redirect_uri": "http://127.0.0.1:53817/elsewhere"]
            ),
            Refusal(testDescription: "wrong verifier", change: ["code_verifier": "no"]),
            Refusal(
                testDescription: "missing verifier",
                change: ["code_verifier": nil],
                error: "invalid_request",
                text: "missing a required parameter"
            ),
            Refusal(
                testDescription: "missing redirect URI",
                change: ["redirect_uri": nil],
                error: "invalid_request",
                text: "missing a required parameter"
            ),
            Refusal(
                testDescription: "missing code",
                change: ["code": nil],
                error: "invalid_request",
                text: "missing a required parameter"
            ),
            Refusal(
                testDescription: "missing verifier hides a wrong secret",
                change: ["code_verifier": nil, "client_secret": "no"],
                error: "invalid_request",
                text: "missing a required parameter"
            ),
            Refusal(
                testDescription: "wrong secret hides a wrong code",
                change: ["code": "no", "client_secret": "no"],
                status: 401,
                error: "invalid_client",
                text: "Client authentication failed"
            ),
        ]
    )
    func refusals(refusal: Refusal) async throws {
        try await withSandbox { sandbox, browser in
            let code = Self.code(sandbox)
            let bad = Authorization.exchange(code, .working, changing: refusal.change)
            let page = try await browser.post("/oauth/token", form: bad)
            #expect(page.status == refusal.status)
            #expect(try page.json().keys == ["error", "error_description"])
            #expect(try page.json()["error"] == .string(refusal.error))
            #expect(try page.json()["error_description"]?.string?.contains(refusal.text) == true)
            let challenge = "Bearer realm=\"Doorkeeper\", error=\"\(refusal.error)\""
            #expect(page.header("WWW-Authenticate")?.hasPrefix(challenge) == true)
            let good = Authorization.exchange(code, .working)
            #expect(try await browser.post("/oauth/token", form: good).status == 200)
        }
    }

    @Test("A code is good for ten minutes, and not for a second more", arguments: [600, 601])
    func expiry(seconds: Int) async throws {
        let clock = SandboxClock()
        try await withSandbox(SandboxConfiguration(now: { clock.now })) { sandbox, browser in
            let code = Self.code(sandbox)
            clock.advance(by: .seconds(seconds))
            let page = try await browser.post("/oauth/token", form: Authorization.exchange(code, .working))
            #expect(page.status == (seconds == 600 ? 200 : 400))
            if seconds > 600 { #expect(try page.json()["error"] == "invalid_grant") }
        }
    }

    @Test("A code works once, and its token stays good when somebody tries again")
    func reuse() async throws {
        try await withSandbox { sandbox, browser in
            let form = Authorization.exchange(Self.code(sandbox), .working)
            let first = try await browser.post("/oauth/token", form: form).json()
            let second = try await browser.post("/oauth/token", form: form)
            #expect(second.status == 400)
            #expect(try second.json()["error"] == "invalid_grant")
            #expect(sandbox.isAlive(try #require(first["access_token"]?.string)))
        }
    }

    @Test("Suspended users get no token for their codes either, and the end of the suspension")
    func suspended() async throws {
        try await withSandbox { sandbox, browser in
            let code = Self.code(sandbox)
            sandbox.suspend(login: "observer", until: "2036-02-03T04:05:06.000Z")
            let page = try await browser.post("/oauth/token", form: Authorization.exchange(code, .working))
            #expect(page.status == 400)
            #expect(try page.json()["error"] == "invalid_grant")
            #expect(try page.json()["suspended_until"] == "2036-02-03T04:05:06.000Z")
            #expect(page.header("WWW-Authenticate") == nil)
        }
    }

    @Test(
        "The redirect URI is compared as it was at the consent",
        arguments: [
            ("http://127.0.0.1:53817/callback", "http://127.0.0.1:9/callback", true),
            ("http://127.0.0.1:53817/callback", "http://[::1]:53817/callback", false),
            ("http://127.0.0.1:53817/callback", "https://127.0.0.1:53817/callback", false),
            ("urn:ietf:wg:oauth:2.0:oob", "urn:ietf:wg:oauth:2.0:oob", true),
            ("urn:ietf:wg:oauth:2.0:oob", "http://127.0.0.1/callback", false),
        ]
    )
    func redirectURI(asked: String, sent: String, isAccepted: Bool) async throws {
        try await withSandbox { sandbox, browser in
            let code = Self.code(sandbox, redirectURI: asked)
            let form = Authorization.exchange(code, .working, redirectURI: sent)
            let page = try await browser.post("/oauth/token", form: form)
            #expect(page.status == (isAccepted ? 200 : 400))
            if !isAccepted { #expect(try page.json()["error"] == "invalid_grant") }
        }
    }
}
