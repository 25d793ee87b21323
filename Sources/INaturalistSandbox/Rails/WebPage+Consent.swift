extension WebPage {
    /// The page that asks whether an application may act for somebody (API reference 1.1 and 1.2).
    static func consent(
        _ request: AuthorizationRequest,
        _ application: SandboxApplication,
        scopes: [String],
        destination: RedirectURI,
        account: SandboxAccount,
        formToken: String
    ) -> WebPage {
        let fields = [("authenticity_token", formToken)] + request.fields
        let inputs = fields.map { hidden($0.0, $0.1) }.joined(separator: "\n")
        let place =
            destination.isOutOfBand
            ? "a page that shows you a code" : "<code>\(escaped(destination.text))</code>"
        return WebPage(
            title: "Authorize \(application.name) to use your account?",
            content: """
                <p>You are signed in as <strong>\(escaped(account.login))</strong>.
                <a href="/logout">Not you?</a></p>
                <p>This application will be able to:</p>
                <ul>
                \(scopes.map { "<li>\(escaped(words(forScope: $0)))</li>" }.joined(separator: "\n"))
                </ul>
                <p>Your answer leads to \(place).</p>
                <form class="choice" action="/oauth/authorize" method="post">
                \(inputs)
                <input type="submit" name="commit" value="Authorize">
                </form>
                <form class="choice" action="/oauth/authorize" method="post">
                \(hidden("_method", "delete"))
                \(inputs)
                <input type="submit" name="commit" value="Deny">
                </form>
                """
        )
    }

    private static func words(forScope scope: String) -> String {
        switch scope {
        case "write": "Add, change and delete your data, and access your hidden coordinates"
        case "login": "See your e-mail address, user name, name and icon"
        default: scope
        }
    }

    /// The out-of-band page: the code, to be copied into the program that waits for it (API reference 1.2).
    static func authorizationCode(_ code: String) -> WebPage {
        WebPage(
            title: "Authorization code:",
            content: """
                <p><code id="authorization_code">\(escaped(code))</code></p>
                <p>Copy it into the program that asked for it. It is good for ten minutes, once.</p>
                """
        )
    }

    /// Why there is no consent page and nowhere to send the reader.
    static func failure(_ failure: OAuthFailure) -> WebPage {
        WebPage(title: "An error has occurred", content: "<pre>\(escaped(failure.description))</pre>")
    }
}
