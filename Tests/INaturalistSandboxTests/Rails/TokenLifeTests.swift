import INaturalistSandbox
import TestBrowser
import Testing

/// How tokens begin and end, and what a test can ask about that (API reference 1.1).
struct TokenLifeTests {
    @Test("Tokens of an account are counted until they are revoked, and JWTs are none of them")
    func counting() async throws {
        try await withSandbox { sandbox, browser in
            #expect(sandbox.issuedTokens(login: "observer") == 0)
            let page = try await browser.post("/oauth/token", form: Sandbox.loginForm())
            let token = try #require(try page.json()["access_token"]?.string)
            let other = sandbox.issueOAuthToken(login: "observer")
            let jwt = sandbox.issueJWT(login: "observer")
            #expect(sandbox.issuedTokens(login: "observer") == 2)
            #expect(sandbox.issuedTokens(login: "stranger") == 0)
            let application = SandboxApplication.working
            let form = [
                ("token", token), ("client_id", application.clientID),
                ("client_secret", application.clientSecret),
            ]
            #expect(try await browser.post("/oauth/revoke", form: form).status == 200)
            #expect(sandbox.issuedTokens(login: "observer") == 1)
            #expect([token, other, jwt, "garbage"].map(sandbox.isAlive) == [false, true, true, false])
        }
    }

    @Test("A new password revokes every OAuth token, and no JWT")
    func passwordChange() async throws {
        try await withSandbox { sandbox, browser in
            let (oauth, jwt) = (
                sandbox.issueOAuthToken(login: "observer"), sandbox.issueJWT(login: "observer")
            )
            sandbox.changePassword(login: "observer", to: "another-orchid")
            #expect([oauth, jwt].map(sandbox.isAlive) == [false, true])
            let refused = try await browser.get("/users/api_token.json", authorization: "Bearer \(oauth)")
            #expect(refused.status == 401)
            #expect(refused.body.isEmpty)
            #expect(refused.header("WWW-Authenticate")?.contains("The access token was revoked") == true)
            #expect(try await browser.get("/v1/users/me", authorization: jwt).status == 200)
            // Whoever holds a JWT can go on for as long as they like.
            #expect(try await browser.get("/users/api_token.json", authorization: jwt).status == 200)

            #expect(try await browser.post("/oauth/token", form: Sandbox.loginForm()).status == 400)
            let form = Sandbox.loginForm(replacing: ["password": "another-orchid"])
            #expect(try await browser.post("/oauth/token", form: form).status == 200)
            #expect(sandbox.issuedTokens(login: "observer") == 1)
        }
    }

    @Test("Lifting a suspension brings all tokens back, those that were revoked before it too")
    func reinstated() async throws {
        try await withSandbox { sandbox, _ in
            let token = sandbox.issueOAuthToken(login: "observer")
            sandbox.revokeOAuthTokens(login: "observer")
            sandbox.suspend(login: "observer", until: nil)
            #expect(!sandbox.isAlive(token))
            sandbox.reinstate(login: "observer")
            #expect(sandbox.isAlive(token))
        }
    }

    @Test("Two accounts in turn: a kept cookie gives the first one’s JWT to the second one’s token")
    func sessionTrap() async throws {
        try await withSandbox { sandbox, browser in
            let first = try await browser.get(
                "/users/api_token.json",
                authorization: sandbox.bearer(.observer)
            )
            let cookie = String(try #require(first.header("Set-Cookie")?.split(separator: ";").first))
            let second = "Bearer \(sandbox.issueOAuthToken(login: "stranger"))"
            for (headers, login) in [([("Cookie", cookie)], "observer"), ([], "stranger")] {
                let page = try await browser.get(
                    "/users/api_token.json",
                    authorization: second,
                    headers: headers
                )
                let jwt = try page.json()["api_token"]?.string
                let me = try await browser.get("/v1/users/me", authorization: jwt, headers: headers)
                #expect(try me.results().first?["login"] == .string(login))
            }
        }
    }
}
