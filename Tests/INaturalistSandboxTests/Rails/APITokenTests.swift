import INaturalistSandbox
import TestBrowser
import Testing

/// `GET /users/api_token` (API reference 2.1 and 2.3).
struct APITokenTests {
    @Test(
        "An OAuth token gets a JWT of 192 characters, whatever the Accept header",
        arguments: ["", ".json"]
    )
    func fromOAuth(suffix: String) async throws {
        try await withSandbox { sandbox, browser in
            let token = sandbox.issueOAuthToken(login: "observer")
            let page = try await browser.get("/users/api_token\(suffix)", authorization: "Bearer \(token)")
            let body = try page.json()
            #expect(page.status == 200)
            #expect(body.keys == ["api_token"])
            let jwt = try #require(body["api_token"]?.string)
            #expect(jwt.utf8.count == 192)
            #expect(try await browser.get("/v1/users/me", authorization: jwt).status == 200)
        }
    }

    @Test("A valid JWT gets a fresh one without an application", arguments: ["Bearer ", ""])
    func fromJWT(prefix: String) async throws {
        try await withSandbox { sandbox, browser in
            let old = sandbox.issueJWT(login: "observer", lifetime: .seconds(60), applicationID: 123)
            let page = try await browser.get("/users/api_token.json", authorization: prefix + old)
            let new = try #require(try page.json()["api_token"]?.string)
            #expect(page.status == 200)
            #expect(new != old)
            #expect((148...156).contains(new.utf8.count))
        }
    }

    @Test("The lifetime of new JWTs can be set, and a dead one is of no use")
    func lifetime() async throws {
        try await withSandbox { sandbox, browser in
            sandbox.setJWTLifetime(.seconds(-1))
            let oauth = "Bearer \(sandbox.issueOAuthToken(login: "observer"))"
            let page = try await browser.get("/users/api_token.json", authorization: oauth)
            let jwt = try #require(try page.json()["api_token"]?.string)
            #expect(try await browser.get("/v1/users/me", authorization: jwt).status == 401)
        }
    }

    @Test(
        "Nobody, asking for a page, is sent to log in, and gets a page with 200 there",
        arguments: [nil, "*/*", "text/html"]
    )
    func redirect(accept: String?) async throws {
        try await withSandbox { sandbox, browser in
            let page = try await browser.get(
                "/users/api_token",
                headers: accept.map { [("Accept", $0)] } ?? []
            )
            #expect(page.status == 302)
            #expect(page.header("Location") == "\(sandbox.baseURL)/login")
            #expect(page.header("Set-Cookie") != nil)
            let login = try await browser.get("/login")
            #expect(login.status == 200)
            #expect(login.header("Content-Type")?.hasPrefix("text/html") == true)
        }
    }

    @Test(
        "Nobody, asking for JSON, gets a 401 with an explanation",
        arguments: [
            ("/users/api_token.json", nil), ("/users/api_token", "application/json"),
            ("/users/edit.json", nil),
        ]
    )
    func unauthorized(path: String, accept: String?) async throws {
        try await withSandbox { _, browser in
            let page = try await browser.get(path, headers: accept.map { [("Accept", $0)] } ?? [])
            #expect(page.status == 401)
            #expect(try page.json() == ["error": "You need to sign in or sign up before continuing."])
        }
    }

    /// A header that is no good.
    struct BadHeader: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let make: @Sendable (Sandbox) -> String
        let hasBody: Bool
        var reason = "invalid"
    }

    @Test(
        "Bad credentials after Bearer get an empty 401 and a challenge; anything else is not recognised",
        arguments: [
            BadHeader(testDescription: "unknown token", make: { _ in "Bearer unknown" }, hasBody: false),
            BadHeader(
                testDescription: "expired JWT",
                make: { "Bearer \($0.issueJWT(login: "observer", lifetime: .seconds(-10)))" },
                hasBody: false
            ),
            BadHeader(
                testDescription: "revoked token",
                make: {
                    let token = $0.issueOAuthToken(login: "observer")
                    $0.revokeOAuthTokens(login: "observer")
                    return "Bearer \(token)"
                },
                hasBody: false,
                reason: "was revoked"
            ),
            BadHeader(
                testDescription: "two spaces after Bearer",
                make: { "Bearer  \($0.issueOAuthToken(login: "observer"))" },
                hasBody: false
            ),
            BadHeader(
                testDescription: "token without Bearer",
                make: { $0.issueOAuthToken(login: "observer") },
                hasBody: true
            ),
            BadHeader(
                testDescription: "bearer in small letters",
                make: { "bearer \($0.issueOAuthToken(login: "observer"))" },
                hasBody: true
            ),
        ]
    )
    func badHeaders(header: BadHeader) async throws {
        try await withSandbox { sandbox, browser in
            let page = try await browser.get("/users/api_token.json", authorization: header.make(sandbox))
            #expect(page.status == 401)
            #expect(page.body.isEmpty != header.hasBody)
            let challenge = page.header("WWW-Authenticate")
            #expect((challenge == nil) == header.hasBody)
            if let challenge {
                #expect(challenge.hasPrefix("Bearer realm=\"Doorkeeper\", error=\"invalid_token\""))
                #expect(challenge.contains(header.reason))
            }
        }
    }

    @Test("A token without the scope write is forbidden, with nothing to read")
    func missingScope() async throws {
        try await withSandbox { sandbox, browser in
            let token = sandbox.issueOAuthToken(login: "observer", scope: "login")
            let page = try await browser.get("/users/api_token.json", authorization: "Bearer \(token)")
            #expect(page.status == 403)
            #expect(page.body.isEmpty)
            #expect(page.header("WWW-Authenticate") == nil)
            let edit = try await browser.get("/users/edit.json", authorization: "Bearer \(token)")
            #expect(try edit.json()["login"] == "observer")
        }
    }

    @Test("A client that keeps cookies is taken for its session, whatever its header says")
    func sessionWins() async throws {
        try await withSandbox { sandbox, browser in
            let first = try await browser.get(
                "/users/api_token.json",
                authorization: sandbox.bearer(.observer)
            )
            let cookie = try #require(first.header("Set-Cookie")?.split(separator: ";").first)
            let other = "Bearer \(sandbox.issueOAuthToken(login: "stranger"))"
            let page = try await browser.get(
                "/users/edit.json",
                authorization: other,
                headers: [("Cookie", String(cookie))]
            )
            #expect(try page.json()["login"] == "observer")
            #expect(sandbox.requests.map(\.hasCookie) == [false, true])
        }
    }
}
