/// `/oauth/authorize`: consent, asked of a person in a browser (API reference 1.1, 1.2, 1.4 to 1.6).
extension RailsServer {
    /// `GET /oauth/authorize`: the consent page; after a web login, which comes before everything else.
    static let authorizePage: Endpoint = { server, call in
        guard case (let cookie, var session)? = server.browserSession(of: call),
            let account = session.account
        else { return server.redirectToLogin(call) }
        let request = AuthorizationRequest(call.query)
        return server.answer(request) { (application, destination, scopes) in
            // A confidential application that already has a token of the same scopes need not ask (1.4).
            if application.isConfidential, server.hasToken(account, application, scopes) {
                return server.grant(request, application, destination, scopes, account)
            }
            session.returnTo = "\(call.path)?\(call.rawQuery)"
            server.state.sessions.update(session, as: cookie)
            let page = WebPage.consent(
                request,
                application,
                scopes: scopes,
                destination: destination,
                account: account,
                formToken: session.formToken
            )
            return page.reply()
        }
    }

    /// `POST /oauth/authorize`: consent; or its refusal when the form says that it stands for DELETE.
    static let authorize: Endpoint = { server, call in
        let isDenial = call.parameters["_method"]?.lowercased() == "delete"
        return server.decide(call, allows: !isDenial)
    }

    /// `DELETE /oauth/authorize`: refusal.
    static let denyAuthorization: Endpoint = { server, call in
        server.decide(call, allows: false)
    }

    /// `GET /oauth/authorize/native`: shows the code to who consented out of band.
    static let authorizationCodePage: Endpoint = { server, call in
        guard server.browserSession(of: call)?.session.account != nil else {
            return server.redirectToLogin(call)
        }
        return WebPage.authorizationCode(call.query["code"] ?? "").reply()
    }

    private func decide(_ call: Call, allows: Bool) -> Reply {
        guard let (_, session) = browserSession(of: call), Self.isOwnForm(call, session) else {
            return WebPage.rejected.reply(status: 422)
        }
        guard let account = session.account else { return redirectToLogin(call) }
        let request = AuthorizationRequest(call.parameters)
        return answer(request) { (application, destination, scopes) in
            allows
                ? grant(request, application, destination, scopes, account)
                : refuse(.denied, request, destination, asJSON: true)
        }
    }

    /// Checks a request, and goes on when it is in order. What is wrong with the application or the redirect URI is
    /// told to the reader, because there is nobody else to tell; the rest goes to the redirect URI (1.6).
    private func answer(
        _ request: AuthorizationRequest,
        _ continuation: (SandboxApplication, RedirectURI, [String]) -> Reply
    ) -> Reply {
        do throws(OAuthFailure) {
            let application = try request.application()
            let destination = try request.redirectURI(for: application)
            do throws(OAuthFailure) {
                try request.requireValidity(for: application)
                return continuation(application, destination, try request.scopes(for: application))
            } catch {
                return refuse(error, request, destination)
            }
        } catch {
            return WebPage.failure(error).reply()
        }
    }

    private func refuse(
        _ failure: OAuthFailure,
        _ request: AuthorizationRequest,
        _ destination: RedirectURI,
        asJSON: Bool = false
    ) -> Reply {
        let parameters = failure.parameters(state: request.state)
        guard destination.isOutOfBand else { return redirect(to: destination.adding(parameters)) }
        guard asJSON else { return WebPage.failure(failure).reply() }
        var body = JSONObject(reserving: parameters.count)
        for (name, value) in parameters { if let value { body.add(name, .string(value)) } }
        return .json(.object(body), status: failure.status)
    }

    private func grant(
        _ request: AuthorizationRequest,
        _ application: SandboxApplication,
        _ destination: RedirectURI,
        _ scopes: [String],
        _ account: SandboxAccount
    ) -> Reply {
        let code = state.keep(
            AuthorizationGrant(
                userID: account.userID,
                applicationID: application.id,
                redirectURI: destination.text,
                scopes: scopes,
                challenge: request.challenge,
                challengeMethod: request.challenge == nil ? nil : request.challengeMethod,
                createdAt: state.now
            )
        )
        if destination.isOutOfBand { return redirect(to: "/oauth/authorize/native?code=\(code)") }
        return redirect(to: destination.adding([("code", code), ("state", request.state)]))
    }

    private func hasToken(
        _ account: SandboxAccount,
        _ application: SandboxApplication,
        _ scopes: [String]
    ) -> Bool {
        state.tokens(userID: account.userID)
            .contains { $0.applicationID == application.id && Set($0.scopes) == Set(scopes) }
    }
}
