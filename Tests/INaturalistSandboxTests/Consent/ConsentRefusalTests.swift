import INaturalistSandbox
import TestBrowser
import Testing

/// What `/oauth/authorize` does with requests that are not in order (API reference 1.5 and 1.6).
struct ConsentRefusalTests {
    @Test(
        "A wrong application or redirect URI is told to the reader, and nobody is sent anywhere",
        arguments: [
            (["client_id": "no"], "Client authentication failed due to unknown client"),
            (["client_id": nil], "missing a required parameter"),
            (["redirect_uri": nil], "malformed or doesn&#39;t match"),
            (["redirect_uri": "http://evil.example/callback"], "malformed or doesn&#39;t match"),
            (
                ["redirect_uri": "http://evil.example/callback", "scope": "no"],
                "malformed or doesn&#39;t match"
            ),
        ]
    )
    func page(changes: [String: String?], text: String) async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.askForConsent(at: Authorization.path(changing: changes))
            #expect(visitor.destination == nil)
            #expect(visitor.page?.header("Content-Type") == "text/html; charset=utf-8")
            #expect(visitor.text.contains("An error has occurred"))
            #expect(visitor.text.contains(text))
            #expect(visitor.forms.isEmpty)
        }
    }

    @Test(
        "Anything else is told to the application, with its state",
        arguments: [
            (["response_type": "token"], "unsupported_response_type", "does not support this response type"),
            (["response_type": nil], "invalid_request", "missing a required parameter"),
            (["scope": "write account_delete"], "invalid_scope", "The requested scope is invalid"),
            (["code_challenge_method": "S512"], "invalid_code_challenge_method", "must be plain or S256"),
            (["code_challenge_method": nil], "invalid_code_challenge_method", "must be plain or S256"),
        ]
    )
    func redirect(changes: [String: String?], error: String, text: String) async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.askForConsent(at: Authorization.path(changing: changes))
            let parameters = Authorization.parameters(of: visitor.destination)
            #expect(visitor.destination?.hasPrefix("\(Authorization.loopback)?") == true)
            #expect(parameters["error"] == error)
            #expect(parameters["error_description"]?.contains(text) == true)
            #expect(parameters["state"] == "st&te=1/2+3")

            // Out of band there is nobody to tell but the reader.
            let path = Authorization.path(redirectURI: Authorization.outOfBand, changing: changes)
            try await visitor.open(path)
            #expect(visitor.destination == nil)
            #expect(visitor.text.contains(text))
        }
    }

    @Test("The application that may only log in cannot ask for more")
    func loginOnly() async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.askForConsent(at: Authorization.path(.loginOnly))
            #expect(Authorization.parameters(of: visitor.destination)["error"] == "invalid_scope")
            try await visitor.open(Authorization.path(.loginOnly, changing: ["scope": nil]))
            #expect(visitor.forms.count == 2)
        }
    }

    @Test("The form is checked as the page was: a changed one gets no code")
    func tampering() async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.askForConsent(at: Authorization.path())
            try await visitor.press("Authorize", filling: ["redirect_uri": "http://evil.example/"])
            #expect(visitor.destination == nil)
            #expect(visitor.text.contains("An error has occurred"))
            try await visitor.open(Authorization.path())
            try await visitor.press("Deny", filling: ["redirect_uri": "http://evil.example/"])
            #expect(visitor.destination == nil)
        }
    }

    @Test(
        "A form without the token of its own session is refused",
        arguments: ["Authorize", "Deny"],
        ["", "somebody else’s"]
    )
    func forgery(button: String, formToken: String) async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.askForConsent(at: Authorization.path())
            try await visitor.press(button, filling: ["authenticity_token": formToken])
            #expect(visitor.status == 422)
            #expect(visitor.destination == nil)
            #expect(visitor.page?.header("Content-Type") == "text/html; charset=utf-8")
        }
    }

    @Test("Somebody without the cookie of the session is refused as well")
    func withoutCookie() async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.askForConsent(at: Authorization.path())
            visitor.cookies = [:]
            try await visitor.press("Authorize")
            #expect(visitor.status == 422)
        }
    }

    @Test("The page with the code is for who is logged in")
    func codePage() async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.open("/oauth/authorize/native?code=abc")
            #expect(visitor.path == "/login")
        }
    }
}
