import INaturalistSandbox
import TestBrowser
import Testing

/// `POST /oauth/revoke` and `GET /oauth/token/info` (API reference 1.2).
struct RevocationTests {
    private static func form(
        _ token: String,
        _ application: SandboxApplication = .working
    ) -> [(String, String)] {
        [("token", token), ("client_id", application.clientID), ("client_secret", application.clientSecret)]
    }

    @Test("A revoked token is good for nothing")
    func revoke() async throws {
        try await withSandbox { sandbox, browser in
            let token = sandbox.issueOAuthToken(login: "observer")
            let page = try await browser.post("/oauth/revoke", form: Self.form(token))
            #expect(page.status == 200)
            #expect(page.text == "{}")
            #expect(
                try await browser.get("/users/api_token.json", authorization: "Bearer \(token)").status == 401
            )
        }
    }

    @Test("An unknown token is revoked without complaint", arguments: ["unknown", ""])
    func unknown(token: String) async throws {
        try await withSandbox { _, browser in
            let page = try await browser.post("/oauth/revoke", form: Self.form(token))
            #expect(page.status == 200)
            #expect(page.text == "{}")
        }
    }

    @Test("Another client must not revoke it")
    func otherClient() async throws {
        try await withSandbox { sandbox, browser in
            let token = sandbox.issueOAuthToken(login: "observer")
            for form in [Self.form(token, .publicClient), [("token", token)]] {
                let page = try await browser.post("/oauth/revoke", form: form)
                #expect(page.status == 403)
                #expect(try page.json()["error"] == "unauthorized_client")
            }
            #expect(
                try await browser.get("/users/api_token.json", authorization: "Bearer \(token)").status == 200
            )
        }
    }

    @Test("The info of a good token")
    func info() async throws {
        try await withSandbox { sandbox, browser in
            let token = sandbox.issueOAuthToken(login: "observer")
            let body = try await browser.get("/oauth/token/info", authorization: "Bearer \(token)").json()
            #expect(body["resource_owner_id"] == 1_234_567)
            #expect(body["scope"] == ["write", "login"])
            #expect(body["expires_in"] == .null)
            #expect(body["application"]?["uid"] == .string(SandboxApplication.working.clientID))
        }
    }

    @Test("The info of anything else", arguments: ["Bearer unknown", nil])
    func noInfo(authorization: String?) async throws {
        try await withSandbox { _, browser in
            let page = try await browser.get("/oauth/token/info", authorization: authorization)
            #expect(page.status == 401)
            #expect(
                try page.json() == [
                    "error": "invalid_token", "error_description": "The access token is invalid",
                    "state": "unauthorized",
                ]
            )
        }
    }
}
