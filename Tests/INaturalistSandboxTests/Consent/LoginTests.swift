import INaturalistSandbox
import TestBrowser
import Testing

/// The website's login page and session, on which consent rests.
struct LoginTests {
    @Test("The login page says what it is, and who can sign in")
    func page() async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.open("/login")
            #expect(visitor.text.contains("This is the sandbox"))
            for account in Sandbox.accounts {
                #expect(visitor.text.contains("<code>\(account.login)</code>"))
                #expect(visitor.text.contains("<code>\(account.password)</code>"))
            }
        }
    }

    @Test(
        "Who cannot log in is shown the form again, with the website’s words",
        arguments: [
            ("observer", "no", "Invalid email, username, or password."),
            ("nobody", "prairie-orchid", "Invalid email, username, or password."),
            ("observer", "", "Invalid email, username, or password."),
            ("suspended", "fallen-log", "Your account has been suspended until 2036-09-01"),
            ("banned", "dry-riverbed", "Your account has been suspended. If you think"),
            ("child", "tadpole-pond", "Please ask your parents for permission"),
        ]
    )
    func refused(name: String, password: String, text: String) async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.open(Authorization.path())
            try await visitor.logIn(name, password)
            #expect(visitor.status == 200)
            #expect(visitor.text.contains(text))
            let form = try #require(visitor.forms.first)
            #expect(form.fields.contains { $0 == ("user[email]", name) })
            #expect(form.fields.contains { $0 == ("user[password]", "") })
            // The way back is still known.
            try await visitor.logIn("OBSERVER@example.org", Sandbox.account(.observer).password)
            #expect(visitor.path == Authorization.path())
        }
    }

    @Test("What was typed cannot break out of the page")
    func escaping() async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.open("/login")
            try await visitor.logIn("\"><script>alert(1)</script>", "no")
            #expect(!visitor.text.contains("<script"))
            #expect(visitor.forms.count == 1)
        }
    }

    @Test("A login form without the token of its own session is refused")
    func forgery() async throws {
        try await withSandbox { _, browser in
            let account = Sandbox.account(.observer)
            let form = [("user[email]", account.login), ("user[password]", account.password)]
            let bare = try await browser.post("/session", form: form)
            #expect(bare.status == 422)
            #expect(bare.header("Set-Cookie") == nil)
            var (visitor, other) = (Visitor(browser), Visitor(browser))
            try await visitor.open("/login")
            try await other.open("/login")
            visitor.cookies = other.cookies
            try await visitor.logIn(account.login, account.password)
            #expect(visitor.status == 422)
        }
    }

    @Test("A login changes the cookie, and the old one is worth nothing")
    func freshCookie() async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.open("/login")
            var planted = visitor
            try await visitor.logIn("observer", Sandbox.account(.observer).password)
            #expect(visitor.cookies != planted.cookies)
            try await planted.open(Authorization.path())
            #expect(planted.path == "/login")
        }
    }

    @Test("The way to paste a token: log in at /users/api_token, and the JWT is there")
    func paste() async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.open("/users/api_token")
            #expect(visitor.path == "/login")
            try await visitor.logIn("curator", Sandbox.account(.curator).password)
            #expect(visitor.path == "/users/api_token")
            let body = try #require(try visitor.page?.json())
            #expect(body.keys == ["api_token"])
            let me = try await browser.get("/v1/users/me", authorization: body["api_token"]?.string)
            #expect(try me.results().first?["login"] == "curator")
        }
    }

    @Test("The first page says who is signed in, and who is signed in is not asked again")
    func home() async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.open("/")
            #expect(visitor.text.contains("not signed in"))
            try await visitor.open("/login")
            try await visitor.logIn("stranger", Sandbox.account(.stranger).password)
            #expect(visitor.path == "/")
            #expect(visitor.text.contains("<strong>stranger</strong>"))
            try await visitor.open("/login")
            #expect(visitor.path == "/")
        }
    }

    @Test("The wrong person signs out on the consent page, and the right one comes back to it")
    func otherPerson() async throws {
        try await withSandbox { _, browser in
            var visitor = Visitor(browser)
            try await visitor.askForConsent(.observer, at: Authorization.path())
            #expect(visitor.text.contains("<strong>observer</strong>"))
            try await visitor.open("/logout")
            #expect(visitor.path == "/login")
            try await visitor.logIn("stranger", Sandbox.account(.stranger).password)
            #expect(visitor.path == Authorization.path())
            #expect(visitor.text.contains("<strong>stranger</strong>"))
        }
    }

    @Test("A suspension or a new password ends the session", arguments: [true, false])
    func ended(isSuspension: Bool) async throws {
        try await withSandbox { sandbox, browser in
            var visitor = Visitor(browser)
            try await visitor.askForConsent(at: Authorization.path())
            if isSuspension {
                sandbox.suspend(login: "observer", until: nil)
            } else {
                sandbox.changePassword(login: "observer", to: "another-orchid")
            }
            try await visitor.open("/users/api_token")
            #expect(visitor.path == "/login")
        }
    }
}
