extension WebPage {
    /// The login page with its form, and with everybody who can sign in.
    /// - Parameters:
    ///   - formToken: Of the browser's session.
    ///   - name: What was typed before.
    ///   - alert: Why that failed, as HTML.
    static func login(formToken: String, name: String = "", alert: String? = nil) -> WebPage {
        WebPage(
            title: "Log in",
            content: """
                \(alert.map { "<p class=\"alert\" role=\"alert\">\($0)</p>" } ?? "")
                <form action="/session" method="post">
                \(hidden("authenticity_token", formToken))
                <label>User name or e-mail
                <input type="text" name="user[email]" value="\(escaped(name))" autocomplete="off" autofocus></label>
                <label>Password
                <input type="password" name="user[password]" autocomplete="off"></label>
                <input type="submit" name="commit" value="Log in">
                </form>
                <h2>Accounts</h2>
                <table>
                <tr><th>User name</th><th>Password</th><th>Who</th></tr>
                \(SandboxAccount.all.map(row).joined(separator: "\n"))
                </table>
                """
        )
    }

    private static func row(_ account: SandboxAccount) -> String {
        let cells = ["<code>\(escaped(account.login))</code>", "<code>\(escaped(account.password))</code>"]
        let words = escaped("\(account.name): \(words(for: account.role))")
        return "<tr>\((cells + [words]).map { "<td>\($0)</td>" }.joined())</tr>"
    }

    private static func words(for role: SandboxAccount.Role) -> String {
        switch role {
        case .observer: "made most of the observations and sees all of their coordinates"
        case .trusted: "is trusted by the observer with hidden coordinates"
        case .curator: "curates three projects"
        case .stranger: "sees what everybody sees, and their own"
        case .suspended: "is suspended until a date far ahead"
        case .banned: "is suspended for good"
        case .child: "has no permission of their parents"
        }
    }

    /// The first page: who is signed in, and where to go.
    static func home(_ account: SandboxAccount?) -> WebPage {
        let content =
            if let account {
                """
                <p>You are signed in as <strong>\(escaped(account.login))</strong>.</p>
                <ul>
                <li><a href="/users/api_token">Your JWT</a>, good for a day</li>
                <li><a href="/logout">Sign out</a></li>
                </ul>
                """
            } else {
                "<p>You are not signed in. <a href=\"/login\">Log in</a></p>"
            }
        return WebPage(title: "inatty sandbox", content: content)
    }

    /// What Rails answers to a form that does not come from its own page.
    static let rejected = WebPage(
        title: "The change you wanted was rejected.",
        content:
            "<p>The form has expired, or did not come from this website. Go back, reload, and try again.</p>"
    )
}
