import Crypto

extension RailsServer {
    /// `POST /oauth/token` (API reference 1.2 to 1.6).
    static let oauthToken: Endpoint = { server, call in
        do throws(OAuthFailure) {
            let parameters = call.parameters
            let now = server.state.now
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
        let account = try account(
            Self.userName(in: parameters) ?? "",
            password: parameters["password"] ?? "",
            now: now
        )
        guard let application = OAuthClient.application(of: call, parameters: parameters) else {
            throw .badClient
        }
        return issue(account, application, try application.scopes(from: parameters["scope"]), now: now)
    }

    /// The account of a login, in the website's order of checks (API reference 1.3): user, password, suspension,
    /// parents' permission.
    func account(_ name: String, password: String, now: Moment) throws(OAuthFailure) -> SandboxAccount {
        guard let account = SandboxState.account(named: name), state.password(of: account) == password else {
            throw .badCredentials
        }
        try requireGoodStanding(account, now: now)
        return account
    }

    private func requireGoodStanding(_ account: SandboxAccount, now: Moment) throws(OAuthFailure) {
        if let suspension = state.suspension(of: account, now: now) {
            throw .suspended(suspension, helpURL: "\(baseURL)/help")
        }
        if account.role == .child { throw .child }
    }

    /// Exchanges a code, with Doorkeeper's checks in their order (API reference 1.1, 1.5 and 1.6). A refused exchange
    /// leaves the code as it was.
    private func codeGrant(_ call: Call, _ parameters: Query, now: Moment) throws(OAuthFailure) -> Reply {
        guard let code = parameters["code"], let redirectURI = parameters["redirect_uri"] else {
            throw .badRequest
        }
        let grant = state.grant(code)
        let verifier = parameters["code_verifier"]
        if grant?.challenge != nil, verifier == nil { throw .badRequest }
        guard let application = OAuthClient.application(of: call, parameters: parameters) else {
            throw .badClient
        }
        guard let grant, grant.applicationID == application.id,
            now.seconds - grant.createdAt.seconds <= Self.codeLifetimeSeconds,
            let asked = RedirectURI(grant.redirectURI),
            RedirectURI(redirectURI)?.matches(asked) == true,
            Self.verifies(verifier, grant),
            let account = SandboxState.account(userID: grant.userID),
            state.useGrant(code)
        else { throw .badGrant }
        try requireGoodStanding(account, now: now)
        return issue(account, application, grant.scopes, now: now)
    }

    private static let codeLifetimeSeconds = 600

    /// Whether a verifier fits the challenge; without a challenge there must be none.
    private static func verifies(_ verifier: String?, _ grant: AuthorizationGrant) -> Bool {
        guard let verifier else { return grant.challenge == nil }
        return switch grant.challengeMethod {
        case "S256": Base64URL.encode(Array(SHA256.hash(data: Array(verifier.utf8)))) == grant.challenge
        case "plain": verifier == grant.challenge
        default: false
        }
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
        switch RailsIdentity(call, state: server.state, now: server.state.now) {
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
