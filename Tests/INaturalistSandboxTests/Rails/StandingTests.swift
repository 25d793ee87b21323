import INaturalistSandbox
import TestBrowser
import Testing

/// Suspended users and children (API reference 1.3 and 1.6).
struct StandingTests {
    @Test("A timed suspension says when it ends, with a link in HTML")
    func timed() async throws {
        try await withSandbox { _, browser in
            let page = try await browser.post("/oauth/token", form: Sandbox.loginForm(.suspended))
            let body = try page.json()
            #expect(page.status == 400)
            #expect(body["error"] == "invalid_grant")
            #expect(body["error_description"]?.string?.contains("<a href=") == true)
            #expect(body["suspended_until"]?.string?.hasPrefix("2036-09-01T") == true)
            #expect(page.header("WWW-Authenticate") == nil)
        }
    }

    @Test("A suspension without an end has null there, not no key")
    func banned() async throws {
        try await withSandbox { _, browser in
            let body = try await browser.post("/oauth/token", form: Sandbox.loginForm(.banned)).json()
            #expect(body["suspended_until"] == .null)
        }
    }

    @Test("The password is judged before the suspension, and the suspension before the client")
    func order() async throws {
        try await withSandbox { _, browser in
            let wrongPassword = Sandbox.loginForm(.suspended, replacing: ["password": "no"])
            let wrongClient = Sandbox.loginForm(.suspended, replacing: ["client_id": "no"])
            let first = try await browser.post("/oauth/token", form: wrongPassword).json()
            let second = try await browser.post("/oauth/token", form: wrongClient).json()
            #expect(first["error_description"] == "Invalid email, username, or password.")
            #expect(second.keys.contains("suspended_until"))
        }
    }

    @Test("A child needs its parents")
    func child() async throws {
        try await withSandbox { _, browser in
            let page = try await browser.post("/oauth/token", form: Sandbox.loginForm(.child))
            #expect(page.status == 400)
            #expect(try page.json()["error_description"] == "Please ask your parents for permission")
        }
    }

    @Test("A suspension whose time has passed is lifted by the next login")
    func lapsed() async throws {
        try await withSandbox { sandbox, browser async throws in
            sandbox.suspend(login: "observer", until: "2020-01-01T00:00:00Z")
            #expect(try await browser.post("/oauth/token", form: Sandbox.loginForm()).status == 200)
        }
    }

    @Test("Suspending revokes tokens and silences JWTs; lifting it brings both back")
    func tokens() async throws {
        try await withSandbox { sandbox, browser in
            let oauth = "Bearer \(sandbox.issueOAuthToken(login: "observer"))"
            let jwt = sandbox.bearer(.observer)
            sandbox.suspend(login: "observer", until: nil)
            let refused = try await browser.get("/users/api_token.json", authorization: oauth)
            #expect(refused.status == 401)
            #expect(refused.header("WWW-Authenticate")?.contains("The access token was revoked") == true)
            #expect(try await browser.get("/users/api_token.json", authorization: jwt).status == 401)
            for path in ["/v1/users/me", "/v2/users/me", "/v1/observations?v=1", "/v2/observations?v=1"] {
                #expect(try await browser.get(path, authorization: jwt).status == 401, "\(path)")
            }
            sandbox.reinstate(login: "observer")
            #expect(try await browser.get("/users/api_token.json", authorization: oauth).status == 200)
            #expect(try await browser.get("/v1/users/me", authorization: jwt).status == 200)
        }
    }

    @Test("A JWT outlives the revocation of OAuth tokens")
    func passwordChange() async throws {
        try await withSandbox { sandbox, browser async throws in
            let oauth = "Bearer \(sandbox.issueOAuthToken(login: "observer"))"
            sandbox.revokeOAuthTokens(login: "observer")
            #expect(try await browser.get("/users/api_token.json", authorization: oauth).status == 401)
            #expect(
                try await browser.get("/v1/users/me", authorization: sandbox.bearer(.observer)).status == 200
            )
        }
    }
}
