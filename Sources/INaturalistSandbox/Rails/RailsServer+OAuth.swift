import Crypto

extension RailsServer {
    /// `POST /oauth/token` (API reference 1.2 to 1.6).
    static let oauthToken: Endpoint = { server, call in
        do throws(OAuthFailure) {
            let parameters = call.parameters
            let now = WallClock.now
            switch parameters["grant_type"] {
            case nil: throw .badRequest
            case "password":
                guard parameters["password"] != nil, Self.userName(in: parameters) != nil else {
                    // The website calls a method that does not exist there.
                    return .html("<!DOCTYPE html><html><body><h1>500</h1></body></html>", status: 500)
                }
                return try server.passwordGrant(call, parameters, now: now)
            case "authorization_code": return try server.codeGrant(call, parameters, now: now)
            default: throw .unsupportedGrant
            }
        } catch {
            return error.reply
        }
    }

    /// `login`, `email` or `username`; that order wins.
    private static func userName(in parameters: Query) -> String? {
        parameters["login"] ?? parameters["email"] ?? parameters["username"]
    }

    /// Credentials are judged before the client is, so that a wrong password hides a wrong client.
    private func passwordGrant(_ call: Call, _ parameters: Query, now: Moment) throws(OAuthFailure) -> Reply {
        let name = Self.userName(in: parameters) ?? ""
        guard let account = SandboxState.account(named: name), account.password == parameters["password"]
        else {
            throw .badCredentials
        }
        try requireGoodStanding(account, now: now)
        guard let application = OAuthClient.application(of: call, parameters: parameters) else {
            throw .badClient
        }
        let scopes = try Self.scopes(parameters["scope"], for: application)
        return issue(account, application, scopes, now: now)
    }

    private func requireGoodStanding(_ account: SandboxAccount, now: Moment) throws(OAuthFailure) {
        if let suspension = state.suspension(of: account, now: now) {
            throw .suspended(suspension, helpURL: "\(baseURL)/help")
        }
        if account.role == .child { throw .child }
    }

    /// Exchanges a code that a test made with `issueAuthorizationCode`.
    private func codeGrant(_ call: Call, _ parameters: Query, now: Moment) throws(OAuthFailure) -> Reply {
        guard let application = OAuthClient.application(of: call, parameters: parameters) else {
            throw .badClient
        }
        guard let code = parameters["code"], let redirectURI = parameters["redirect_uri"] else {
            throw .badRequest
        }
        guard let grant = state.takeGrant(code) else { throw .badGrant }
        if grant.challenge != nil, parameters["code_verifier"] == nil {
            state.keep(grant, as: code)
            throw .badRequest
        }
        guard grant.applicationID == application.id, grant.redirectURI == redirectURI,
            now.seconds - grant.createdAt.seconds <= Self.codeLifetimeSeconds,
            Self.verifies(parameters["code_verifier"] ?? "", grant),
            let account = SandboxState.account(userID: grant.userID)
        else { throw .badGrant }
        try requireGoodStanding(account, now: now)
        return issue(account, application, grant.scopes, now: now)
    }

    private static let codeLifetimeSeconds = 600

    private static func verifies(_ verifier: String, _ grant: AuthorizationGrant) -> Bool {
        guard let challenge = grant.challenge else { return true }
        if grant.challengeMethod == "plain" { return verifier == challenge }
        return Base64URL.encode(Array(SHA256.hash(data: Array(verifier.utf8)))) == challenge
    }

    /// The scopes asked for, or the default ones that the application has.
    private static func scopes(
        _ text: String?,
        for application: SandboxApplication
    ) throws(OAuthFailure) -> [String] {
        let asked = (text ?? "").split(separator: " ").map(String.init)
        guard !asked.isEmpty else { return application.scopes }
        guard asked.allSatisfy(application.scopes.contains) else { throw .badScope }
        return asked
    }

    private func issue(
        _ account: SandboxAccount,
        _ application: SandboxApplication,
        _ scopes: [String],
        now: Moment
    ) -> Reply {
        let token = state.issueToken(for: account, applicationID: application.id, scopes: scopes, now: now)
        return .json(
            [
                "access_token": .string(token.text), "token_type": "Bearer",
                "scope": .string(scopes.joined(separator: " ")), "created_at": .integer(now.seconds),
            ],
            headers: [("Cache-Control", "no-store, no-cache")]
        )
    }

    /// `POST /oauth/revoke`: 200 for unknown tokens too, and 403 without the client that the token belongs to.
    static let oauthRevoke: Endpoint = { server, call in
        let parameters = call.parameters
        guard let application = OAuthClient.application(of: call, parameters: parameters) else {
            return OAuthFailure.mayNotRevoke.reply
        }
        if let token = parameters["token"].flatMap(server.state.token) {
            if let owner = token.applicationID, owner != application.id {
                return OAuthFailure.mayNotRevoke.reply
            }
            server.state.revokeToken(token.text)
        }
        return .json(.object(JSONObject()))
    }

    /// `GET /oauth/token/info`.
    static let oauthTokenInfo: Endpoint = { server, call in
        switch RailsIdentity(call, state: server.state, now: WallClock.now) {
        case .oauth(let account, let token):
            let application = SandboxApplication.all.first { $0.id == token.applicationID }
            return .json([
                "resource_owner_id": .integer(account.userID), "scope": .strings(token.scopes),
                "expires_in": nil,
                "application": ["uid": .optional(application?.clientID)],
                "created_at": .integer(token.createdAt.seconds),
            ])
        case .none, .session, .jwt, .badBearer:
            return .json(
                [
                    "error": "invalid_token", "error_description": "The access token is invalid",
                    "state": "unauthorized",
                ],
                status: 401,
                headers: [challenge("invalid_token", "The access token is invalid")]
            )
        }
    }
}
