import Foundation
import INaturalistSandbox
import TestBrowser
import Testing

/// `POST /oauth/token`, row by row (API reference 1.2 to 1.6).
struct TokenEndpointTests {
    @Test("A password login gives a token that never expires, and says nothing of expiry")
    func success() async throws {
        try await withSandbox { _, browser in
            let page = try await browser.post("/oauth/token", form: Sandbox.loginForm())
            let body = try page.json()
            #expect(page.status == 200)
            #expect(body.keys == ["access_token", "token_type", "scope", "created_at"])
            #expect(body["access_token"]?.string?.utf8.count == 43)
            #expect(body["token_type"] == "Bearer")
            #expect(body["scope"] == "write login")
            #expect(page.header("Cache-Control") == "no-store, no-cache")
            #expect(page.header("Content-Type") == "application/json; charset=utf-8")
        }
    }

    @Test("Each login makes another token, and both work")
    func tokensPileUp() async throws {
        try await withSandbox { _, browser in
            var tokens: Set<String> = []
            for _ in 0..<2 {
                let page = try await browser.post("/oauth/token", form: Sandbox.loginForm())
                tokens.insert(try #require(try page.json()["access_token"]?.string))
            }
            #expect(tokens.count == 2)
            for token in tokens {
                let page = try await browser.get("/users/api_token.json", authorization: "Bearer \(token)")
                #expect(page.status == 200)
            }
        }
    }

    @Test("A JSON body does as well as a form")
    func jsonBody() async throws {
        try await withSandbox { _, browser in
            let members = Sandbox.loginForm().map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",")
            let page = try await browser.send(
                "POST",
                "/oauth/token",
                headers: [("Content-Type", "application/json")],
                body: "{\(members)}"
            )
            #expect(page.status == 200)
        }
    }

    @Test(
        "Login and e-mail both work, in any case and under three names",
        arguments: [
            ("username", "observer"), ("username", "OBSERVER"), ("login", "Observer"),
            ("email", "observer@example.org"), ("username", "Observer@Example.org"),
        ]
    )
    func names(parameter: String, value: String) async throws {
        try await withSandbox { _, browser async throws in
            let form = Sandbox.loginForm().filter { $0.0 != "username" } + [(parameter, value)]
            #expect(try await browser.post("/oauth/token", form: form).status == 200)
        }
    }

    @Test("login wins over email, and email over username")
    func precedence() async throws {
        try await withSandbox { _, browser async throws in
            let good = Sandbox.loginForm(replacing: ["username": "nobody", "login": "observer"])
            let bad = Sandbox.loginForm(replacing: ["username": "observer", "login": "nobody"])
            #expect(try await browser.post("/oauth/token", form: good).status == 200)
            #expect(try await browser.post("/oauth/token", form: bad).status == 400)
        }
    }

    /// What is changed in a good login, and what comes of it.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: [String: String?]
        let status: Int
        let error: String
        let text: String
        var isFromDoorkeeper = true
    }

    @Test(
        "Every refusal has its status, its code and its text",
        arguments: [
            Refusal(
                testDescription: "wrong password",
                change: ["password": "no"],
                status: 400,
                error: "invalid_grant",
                text: "Invalid email, username, or password.",
                isFromDoorkeeper: false
            ),
            Refusal(
                testDescription: "unknown user",
                change: ["username": "nobody"],
                status: 400,
                error: "invalid_grant",
                text: "Invalid email, username, or password.",
                isFromDoorkeeper: false
            ),
            Refusal(
                testDescription: "wrong password hides a wrong client",
                change: ["password": "no", "client_id": "no"],
                status: 400,
                error: "invalid_grant",
                text: "Invalid email, username, or password.",
                isFromDoorkeeper: false
            ),
            Refusal(
                testDescription: "unknown client",
                change: ["client_id": "no"],
                status: 401,
                error: "invalid_client",
                text: "Client authentication failed due to unknown client"
            ),
            Refusal(
                testDescription: "wrong secret",
                change: ["client_secret": "no"],
                status: 401,
                error: "invalid_client",
                text: "Client authentication failed"
            ),
            Refusal(
                testDescription: "missing secret of a confidential application",
                change: ["client_secret": nil],
                status: 401,
                error: "invalid_client",
                text: "Client authentication failed"
            ),
            Refusal(
                testDescription: "no client at all",
                change: ["client_id": nil, "client_secret": nil],
                status: 401,
                error: "invalid_client",
                text: "Client authentication failed"
            ),
            Refusal(
                testDescription: "unknown grant type",
                change: ["grant_type": "implicit"],
                status: 400,
                error: "unsupported_grant_type",
                text: "not supported"
            ),
            Refusal(
                testDescription: "missing grant type",
                change: ["grant_type": nil],
                status: 400,
                error: "invalid_request",
                text: "missing a required parameter"
            ),
            Refusal(
                testDescription: "scope that the application does not have",
                change: ["scope": "write account_delete"],
                status: 400,
                error: "invalid_scope",
                text: "The requested scope is invalid"
            ),
        ]
    )
    func refusals(refusal: Refusal) async throws {
        try await withSandbox { _, browser in
            let page = try await browser.post(
                "/oauth/token",
                form: Sandbox.loginForm(replacing: refusal.change)
            )
            let body = try page.json()
            #expect(page.status == refusal.status)
            #expect(body["error"] == .string(refusal.error))
            #expect(body["error_description"]?.string?.contains(refusal.text) == true)
            #expect(body["suspended_until"] == nil)
            let challenge = page.header("WWW-Authenticate")
            #expect((challenge != nil) == refusal.isFromDoorkeeper)
            if let challenge {
                #expect(challenge.hasPrefix("Bearer realm=\"Doorkeeper\", error=\"\(refusal.error)\""))
            }
        }
    }

    @Test("A public application may leave its secret out, but must not send a wrong one")
    func publicApplication() async throws {
        try await withSandbox { _, browser async throws in
            let without = Sandbox.loginForm(.observer, .publicClient, replacing: ["client_secret": nil])
            let wrong = Sandbox.loginForm(.observer, .publicClient, replacing: ["client_secret": "no"])
            #expect(try await browser.post("/oauth/token", form: without).status == 200)
            #expect(try await browser.post("/oauth/token", form: wrong).status == 401)
        }
    }

    @Test("HTTP Basic comes before the parameters")
    func basic() async throws {
        try await withSandbox { _, browser async throws in
            let form = Sandbox.loginForm(replacing: ["client_id": "no", "client_secret": "no"])
            let secret = "\(SandboxApplication.working.clientID):\(SandboxApplication.working.clientSecret)"
            let header = ("Authorization", "Basic \(Data(secret.utf8).base64EncodedString())")
            #expect(try await browser.post("/oauth/token", form: form, headers: [header]).status == 200)
        }
    }

    @Test("Without a scope an application gets those it has; asked for less, it gets less")
    func scopes() async throws {
        try await withSandbox { _, browser in
            let loginOnly = try await browser.post(
                "/oauth/token",
                form: Sandbox.loginForm(.observer, .loginOnly)
            )
            #expect(try loginOnly.json()["scope"] == "login")
            let less = try await browser.post(
                "/oauth/token",
                form: Sandbox.loginForm(replacing: ["scope": "login"])
            )
            #expect(try less.json()["scope"] == "login")
        }
    }

    @Test("A missing password is a mistake that the website does not survive")
    func missingPassword() async throws {
        try await withSandbox { _, browser in
            let page = try await browser.post(
                "/oauth/token",
                form: Sandbox.loginForm(replacing: ["password": nil])
            )
            #expect(page.status == 500)
            #expect(page.header("Content-Type")?.hasPrefix("text/html") == true)
        }
    }
}
