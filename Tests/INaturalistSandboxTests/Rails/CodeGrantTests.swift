import INaturalistSandbox
import TestBrowser
import Testing

/// `grant_type=authorization_code`, with and without PKCE (API reference 1.1 and 1.6).
struct CodeGrantTests {
    private static let redirect = "http://127.0.0.1:8080/callback"
    // The pair of RFC 7636, appendix B.
    private static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    private static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

    private static func form(_ code: String, _ more: [(String, String)] = []) -> [(String, String)] {
        [
            ("grant_type", "authorization_code"), ("client_id", SandboxApplication.publicClient.clientID),
            ("code", code), ("redirect_uri", redirect),
        ] + more
    }

    private static func code(_ sandbox: Sandbox, challenge: String? = nil, method: String = "S256") -> String
    {
        sandbox.issueAuthorizationCode(
            login: "observer",
            application: .publicClient,
            redirectURI: redirect,
            challenge: challenge,
            challengeMethod: method
        )
    }

    @Test("A code is exchanged once")
    func once() async throws {
        try await withSandbox { sandbox, browser in
            let code = Self.code(sandbox)
            #expect(try await browser.post("/oauth/token", form: Self.form(code)).status == 200)
            let again = try await browser.post("/oauth/token", form: Self.form(code))
            #expect(again.status == 400)
            #expect(try again.json()["error"] == "invalid_grant")
        }
    }

    @Test("With a challenge the right verifier is needed", arguments: ["S256", "plain"])
    func verifier(method: String) async throws {
        try await withSandbox { sandbox, browser in
            let challenge = method == "plain" ? Self.verifier : Self.challenge
            let code = Self.code(sandbox, challenge: challenge, method: method)
            let missing = try await browser.post("/oauth/token", form: Self.form(code))
            #expect(try missing.json()["error"] == "invalid_request")
            let right = Self.form(code, [("code_verifier", Self.verifier)])
            #expect(try await browser.post("/oauth/token", form: right).status == 200)
        }
    }

    @Test(
        "A bad exchange is an invalid grant",
        arguments: [
            [("code_verifier", "wrong")], [("redirect_uri", "http://127.0.0.1:8080/elsewhere")],
            [
                ("client_id", "sandbox-login-only-application"),
                ("client_secret", "sandbox-login-only-secret"),
            ],
        ]
    )
    func refused(change: [(String, String)]) async throws {
        try await withSandbox { sandbox, browser in
            let code = Self.code(sandbox, challenge: Self.challenge)
            let form =
                Self.form(code, [("code_verifier", Self.verifier)])
                .filter { field in !change.contains { $0.0 == field.0 } } + change
            let page = try await browser.post("/oauth/token", form: form)
            #expect(page.status == 400)
            #expect(try page.json()["error"] == "invalid_grant")
        }
    }

    @Test("Without a code or a redirect URI the request is invalid", arguments: ["code", "redirect_uri"])
    func missing(parameter: String) async throws {
        try await withSandbox { sandbox, browser in
            let form = Self.form(Self.code(sandbox)).filter { $0.0 != parameter }
            let body = try await browser.post("/oauth/token", form: form).json()
            #expect(body["error"] == "invalid_request")
        }
    }
}
