/// The website's own login, without which there is no consent page.
extension RailsServer {
    /// `GET /`.
    static let homePage: Endpoint = { server, call in
        WebPage.home(server.browserSession(of: call)?.session.account).reply()
    }

    /// `GET /login`: the page that a client which follows redirects gets.
    static let loginPage: Endpoint = { server, call in
        let known = server.browserSession(of: call)
        if known?.session.account != nil { return server.redirect(to: "/") }
        let session = known?.session ?? WebSession()
        let cookie = known?.cookie ?? server.state.sessions.open(session)
        return WebPage.login(formToken: session.formToken).reply(headers: [WebSessions.header(cookie)])
    }

    /// `POST /session`: leads back to where signing in was asked for, or shows the form again and says why.
    static let signIn: Endpoint = { server, call in
        guard let (cookie, session) = server.browserSession(of: call), isOwnForm(call, session) else {
            return WebPage.rejected.reply(status: 422)
        }
        let name = call.parameters["user[email]"] ?? ""
        do throws(OAuthFailure) {
            let password = call.parameters["user[password]"] ?? ""
            let account = try server.account(name, password: password, now: server.state.now)
            // A new cookie with every login, so that nobody can have planted it before.
            server.state.sessions.close(cookie)
            let opened = server.state.sessions.open(WebSession(account: account))
            return server.redirect(to: session.returnTo ?? "/", headers: [WebSessions.header(opened)])
        } catch {
            // The texts are the website's own, and one of them holds a link.
            let page = WebPage.login(formToken: session.formToken, name: name, alert: error.description)
            return page.reply(headers: [WebSessions.header(cookie)])
        }
    }

    /// `GET /logout`: the next login leads back to the consent page, if that was where somebody else was met.
    static let signOut: Endpoint = { server, call in
        guard let (cookie, session) = server.browserSession(of: call) else { return server.redirect(to: "/") }
        server.state.sessions.close(cookie)
        let opened = server.state.sessions.open(WebSession(returnTo: session.returnTo))
        let path = session.returnTo == nil ? "/" : "/login"
        return server.redirect(to: path, headers: [WebSessions.header(opened)])
    }

    /// The session of a request's cookie. That of somebody who was suspended meanwhile is nobody's.
    func browserSession(of call: Call) -> (cookie: String, session: WebSession)? {
        guard let (cookie, session) = state.sessions.session(of: call) else { return nil }
        if let account = session.account, state.suspension(of: account, now: state.now) != nil {
            state.sessions.close(cookie)
            return nil
        }
        return (cookie, session)
    }

    /// Whether a form carries the token of the session that it is sent in, as Rails demands.
    static func isOwnForm(_ call: Call, _ session: WebSession) -> Bool {
        call.parameters["authenticity_token"] == session.formToken
    }

    /// Sends the reader to log in, remembering where to go back.
    func redirectToLogin(_ call: Call) -> Reply {
        let asked = call.rawQuery.isEmpty ? call.path : "\(call.path)?\(call.rawQuery)"
        let returnTo = call.method == "GET" ? asked : nil
        guard case (let cookie, var session)? = browserSession(of: call) else {
            let cookie = state.sessions.open(WebSession(returnTo: returnTo))
            return redirect(to: "/login", headers: [WebSessions.header(cookie)])
        }
        session.returnTo = returnTo ?? session.returnTo
        state.sessions.update(session, as: cookie)
        return redirect(to: "/login", headers: [WebSessions.header(cookie)])
    }

    /// A redirect as Rails sends it.
    /// - Parameter location: A path of this server, or a whole address.
    func redirect(to location: String, headers: [(name: String, value: String)] = []) -> Reply {
        let address = location.hasPrefix("/") ? baseURL + location : location
        return .html(
            "<html><body>You are being <a href=\"\(WebPage.escaped(address))\">redirected</a>.</body></html>",
            status: 302,
            headers: [("Location", address)] + headers
        )
    }
}
