/// What the website makes of a request's credentials (API reference 2.1).
enum RailsIdentity: Sendable {
    /// Nothing that it recognises.
    case none
    /// A web session from a cookie, which wins over the header.
    case session(SandboxAccount)
    /// A JWT that is still valid.
    case jwt(SandboxAccount)
    /// A good OAuth token.
    case oauth(SandboxAccount, AccessToken)
    /// `Bearer ` with something that is no good, and what the server says about it.
    case badBearer(String)

    /// - Parameter call: The request. Only the case-sensitive `Bearer ` with one space makes a token an OAuth one.
    init(_ call: Call, state: SandboxState, now: Moment) {
        if let account = state.sessions.session(of: call)?.session.account {
            self = state.suspension(of: account, now: now) == nil ? .session(account) : .none
        } else if let word = call.lastAuthorizationWord, let jwt = JSONWebToken(verifying: word, now: now),
            let account = SandboxState.account(userID: jwt.userID),
            state.suspension(of: account, now: now) == nil
        {
            self = .jwt(account)
        } else if let header = call.authorization, header.hasPrefix("Bearer ") {
            self = Self.bearer(String(header.dropFirst("Bearer ".count)), state: state, now: now)
        } else {
            self = .none
        }
    }

    private static func bearer(_ text: String, state: SandboxState, now: Moment) -> RailsIdentity {
        guard let token = state.token(text), let account = SandboxState.account(userID: token.userID) else {
            return .badBearer("The access token is invalid")
        }
        // Suspending somebody revokes their tokens until the suspension is lifted.
        if token.isRevoked || state.suspension(of: account, now: now) != nil {
            return .badBearer("The access token was revoked")
        }
        return .oauth(account, token)
    }

    /// The account, where a bad token is as good as none.
    var account: SandboxAccount? {
        switch self {
        case .session(let account), .jwt(let account), .oauth(let account, _): account
        case .none, .badBearer: nil
        }
    }
}
