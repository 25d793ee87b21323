import INaturalistSandbox
import TestBrowser
import Testing

/// Consent, followed as a browser follows it (API reference 1.1, 1.2 and 1.6).
struct ConsentTests {
    @Test("Log in, allow, and the code is sent to the port that asked, good for a token and a JWT")
    func allow() async throws {
        try await withSandbox { sandbox, browser in
            var visitor = Visitor(browser)
            try await visitor.open(Authorization.path())
            #expect(visitor.path == "/login")
            try await visitor.logIn("observer", Sandbox.account(.observer).password)
            #expect(visitor.path == Authorization.path())
            #expect(visitor.text.contains(SandboxApplication.publicClient.name))
            #expect(visitor.text.contains("access your hidden coordinates"))
            #expect(visitor.text.contains("e-mail address, user name, name and icon"))
            #expect(visitor.forms.flatMap(\.buttons) == ["Authorize", "Deny"])

            try await visitor.press("Authorize")
            let destination = try #require(visitor.destination)
            #expect(destination.hasPrefix("\(Authorization.loopback)?"))
            let parameters = Authorization.parameters(of: destination)
            #expect(Set(parameters.keys) == ["code", "state"])
            #expect(parameters["state"] == "st&te=1/2+3")
            let code = try #require(parameters["code"])
            #expect(code.utf8.count == 43)

            let exchange = try await browser.post("/oauth/token", form: Authorization.exchange(code))
            #expect(exchange.status == 200)
            #expect(try exchange.json()["scope"] == "write login")
            let token = try #require(try exchange.json()["access_token"]?.string)
            let page = try await browser.get("/users/api_token.json", authorization: "Bearer \(token)")
            let jwt = try #require(try page.json()["api_token"]?.string)
            let me = try await browser.get("/v1/users/me", authorization: jwt)
            #expect(try me.results().first?["login"] == "observer")
        }
    }

    @Test("Out of band the code is shown on a page, to be copied")
    func outOfBand() async throws {
        try await withSandbox { sandbox, browser in
            var visitor = Visitor(browser)
            let path = Authorization.path(.working, redirectURI: Authorization.outOfBand)
            try await visitor.askForConsent(.trusted, at: path)
            try await visitor.press("Authorize")
            #expect(visitor.destination == nil)
            #expect(visitor.path.hasPrefix("/oauth/authorize/native?code="))
            let code = try #require(HTMLForm.text(ofElement: "authorization_code", in: visitor.text))
            let form = Authorization.exchange(code, .working, redirectURI: Authorization.outOfBand)
            #expect(try await browser.post("/oauth/token", form: form).status == 200)
            #expect(sandbox.issuedTokens(login: "trusted") == 1)
            #expect(!"\(sandbox.requests)".contains(code))
        }
    }

    @Test("A refusal goes to the port that asked, in the website's words")
    func deny() async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.askForConsent(at: Authorization.path())
            try await visitor.press("Deny")
            #expect(visitor.destination?.hasPrefix("\(Authorization.loopback)?") == true)
            #expect(
                Authorization.parameters(of: visitor.destination) == [
                    "error": "access_denied",
                    "error_description": "The resource owner or authorization server denied the request.",
                    "state": "st&te=1/2+3",
                ]
            )
        }
    }

    @Test("A refusal out of band is JSON")
    func denyOutOfBand() async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.askForConsent(at: Authorization.path(redirectURI: Authorization.outOfBand))
            try await visitor.press("Deny")
            #expect(visitor.destination == nil)
            #expect(visitor.status == 400)
            #expect(
                try visitor.page?.json() == [
                    "error": "access_denied",
                    "error_description": "The resource owner or authorization server denied the request.",
                    "state": "st&te=1/2+3",
                ]
            )
        }
    }

    @Test("DELETE refuses as the form does")
    func delete() async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.askForConsent(at: Authorization.path())
            let fields = try #require(visitor.forms.first).fields
            let query = fields.map { "\($0.name)=\(Browser.encoded($0.value))" }.joined(separator: "&")
            let cookie = try #require(visitor.cookies.first)
            let page = try await browser.send(
                "DELETE",
                "/oauth/authorize?\(query)",
                headers: [("Cookie", "\(cookie.key)=\(cookie.value)")]
            )
            #expect(page.status == 302)
            #expect(Authorization.parameters(of: page.header("Location"))["error"] == "access_denied")
        }
    }

    @Test("Without a state none comes back")
    func stateless() async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.askForConsent(at: Authorization.path(changing: ["state": nil]))
            try await visitor.press("Authorize")
            #expect(Set(Authorization.parameters(of: visitor.destination).keys) == ["code"])
        }
    }

    @Test("A state cannot break out of the page, and comes back as it was")
    func escaping() async throws {
        try await withSandbox { _, browser in
            let state = "\"><script>alert('&amp;')</script>"
            var visitor = Visitor(browser)
            try await visitor.askForConsent(at: Authorization.path(changing: ["state": state]))
            #expect(!visitor.text.contains("<script"))
            try await visitor.press("Authorize")
            #expect(Authorization.parameters(of: visitor.destination)["state"] == state)
        }
    }

    @Test("Without PKCE the code needs no verifier, and must have none", arguments: [nil, "anything"])
    func withoutChallenge(verifier: String?) async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            let changes: [String: String?] = ["code_challenge": nil, "code_challenge_method": nil]
            try await visitor.askForConsent(at: Authorization.path(.working, changing: changes))
            try await visitor.press("Authorize")
            let code = try #require(Authorization.parameters(of: visitor.destination)["code"])
            let form = Authorization.exchange(code, .working, changing: ["code_verifier": verifier])
            let page = try await browser.post("/oauth/token", form: form)
            #expect(page.status == (verifier == nil ? 200 : 400))
        }
    }

    @Test("Asked for less, the token is good for less")
    func scopes() async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.askForConsent(at: Authorization.path(changing: ["scope": "login"]))
            #expect(!visitor.text.contains("hidden coordinates"))
            try await visitor.press("Authorize")
            let code = try #require(Authorization.parameters(of: visitor.destination)["code"])
            let page = try await browser.post("/oauth/token", form: Authorization.exchange(code))
            #expect(try page.json()["scope"] == "login")
            let token = try #require(try page.json()["access_token"]?.string)
            let refused = try await browser.get("/users/api_token.json", authorization: "Bearer \(token)")
            #expect(refused.status == 403)
        }
    }

    @Test(
        "Consent is given unasked only to a confidential application that has a token of the same scopes",
        arguments: [
            (SandboxApplication.working, "write login", true), (.working, "login write", true),
            (.working, "login", false), (.publicClient, "write login", false),
        ]
    )
    func unasked(application: SandboxApplication, scopes: String, isUnasked: Bool) async throws {
        try await withSandbox { sandbox, browser in
            let login = Sandbox.loginForm(.observer, application)
            #expect(try await browser.post("/oauth/token", form: login).status == 200)
            var visitor = Visitor(browser)
            let path = Authorization.path(application, changing: ["scope": scopes])
            try await visitor.askForConsent(at: path)
            #expect((Authorization.parameters(of: visitor.destination)["code"] != nil) == isUnasked)
            #expect(visitor.forms.isEmpty == isUnasked)
            sandbox.revokeOAuthTokens(login: "observer")
            try await visitor.open(path)
            #expect(visitor.forms.count == 2)
        }
    }
}
