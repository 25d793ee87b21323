extension INaturalistClient {
    /// Swaps a password for an OAuth token (`POST /oauth/token`, reference 1.3). Sent once, never again by
    /// itself: every success makes another token that never expires.
    ///
    /// - Throws: ``INaturalistError``; its `concerns` names the field to correct.
    @concurrent
    package func signIn(_ grant: PasswordGrant) async throws(INaturalistError) -> OAuthToken {
        // Without one of these the site fails with a status of 500 (reference 1.3).
        if grant.username.isEmpty { throw .missing(.username) }
        if grant.password.isEmpty { throw .missing(.password) }
        if grant.application.id.isEmpty { throw .missing(.application) }
        var form = [
            (name: "grant_type", value: Secret("password")),
            (name: "client_id", value: Secret(grant.application.id)),
            (name: "username", value: Secret(grant.username)),
            (name: "password", value: grant.password),
            // Errors come in English then, whatever the account's language.
            (name: "locale", value: Secret("en")),
        ]
        if let secret = grant.application.secret {
            form.append((name: "client_secret", value: secret))
        }
        let request = HTTPRequest.post(
            .token,
            form: form,
            hiding: [grant.password] + (grant.application.secret.map { [$0] } ?? []),
            at: addresses
        )
        return try await token(from: request, issuedTo: grant.application, for: .password)
    }

    /// Gets a JWT (`GET /users/api_token.json`, reference 2.1): for an OAuth token with the scope `write`, or
    /// a new one of 24 hours for a JWT that is still valid.
    ///
    /// - Throws: ``INaturalistError``; `.notSignedIn` for `.anonymous`.
    @concurrent
    package func jwt(using authorization: Authorization) async throws(INaturalistError) -> JWT {
        let request = HTTPRequest.get(.site, "/users/api_token.json", as: authorization, at: addresses)
        let response = try await reply(to: request)
        guard response.status == 200 else { throw error(in: response, to: request).site }
        let json = try json(of: response, to: request)
        guard let text = json["api_token"]?.words, let token = try? JWT(text: Secret(text)) else {
            throw .noTokenInReply
        }
        return token
    }

    /// Ends an OAuth token (`POST /oauth/revoke`, reference 1.2). A JWT cannot be ended; it lasts its 24
    /// hours.
    ///
    /// The site answers a token that it does not know like one that it ended.
    ///
    /// - Throws: ``INaturalistError``.
    @concurrent
    package func revoke(
        _ token: OAuthToken,
        issuedTo application: OAuthApplication
    ) async throws(INaturalistError) {
        var form = [
            (name: "token", value: token.text),
            (name: "client_id", value: Secret(application.id)),
            (name: "locale", value: Secret("en")),
        ]
        if let secret = application.secret {
            form.append((name: "client_secret", value: secret))
        }
        let request = HTTPRequest.post(
            .revoke,
            form: form,
            hiding: [token.text] + (application.secret.map { [$0] } ?? []),
            at: addresses
        )
        let response = try await reply(to: request)
        guard response.status == 200 else { throw error(in: response, to: request).token(of: nil) }
    }
}
