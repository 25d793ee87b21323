package import Accounts
package import INaturalist

/// Who is signed in with which tokens, which of them speaks, and what the servers said of each.
package nonisolated struct Session: Sendable, Hashable {
    /// The tokens held.
    package var credentials: Credentials
    /// Which of them speaks.
    package var identity: Identity
    /// How the tokens were had; nothing when nobody is signed in.
    package var way: SignInWay?
    /// The application that can end the OAuth token, when it is known.
    package var application: OAuthApplication?
    /// Whether there is no server: the rows are those of a file.
    package var isOfFile = false
    /// Where the tokens are kept.
    package var keeping = Keeping.nowhere
    /// What the servers said of each identity; nothing where they have not been asked.
    package private(set) var proofs: [Identity: Proof] = [:]

    package init(credentials: Credentials = Credentials(), identity: Identity = .anonymous) {
        self.credentials = credentials
        self.identity = identity
    }

    /// The session that a sign-in leads to.
    package init(_ result: SignInResult) {
        self.init(credentials: result.tokens.credentials, identity: result.identity)
        way = result.tokens.way
        application = result.tokens.application
        keeping = result.keeping
        for (identity, proof) in result.proofs { note(proof, for: identity) }
    }

    /// Who is signed in, as far as a server has told.
    package var account: Account? {
        if case .proved(let account) = proofs[.jwt] { return account }
        if case .ignoredByAPI(let account?) = proofs[.oauth] { return account }
        return lastAccount
    }

    /// The tokens and the identity that speaks, for a request.
    package var viewer: Viewer {
        Viewer(credentials: credentials, identity: authorization.identity)
    }

    /// The tokens and the header of the identity that speaks.
    package var authorization: Authorization {
        credentials.authorization(for: identity) ?? .anonymous
    }

    /// What the servers said of the identity that speaks.
    package var proof: Proof? {
        identity == .anonymous ? .anonymous : proofs[identity]
    }

    /// Whether asking with the identity that speaks can bring what it stands for: a JWT that was refused would be
    /// answered with the public view.
    package var mayAsk: Bool {
        identity == .jwt ? isJWTUsable : true
    }

    /// Whether a JWT is held that no server has refused, whichever identity speaks.
    package var isJWTUsable: Bool {
        guard credentials.jwt != nil else { return false }
        return if case .refused = proofs[.jwt] { false } else { true }
    }

    /// What is held, for keeping it or giving it up.
    package var tokens: KeptTokens? {
        way.map { KeptTokens(credentials: credentials, application: application, way: $0) }
    }

    /// The account as it is kept; nothing when it is not.
    package func keptAccount(at addresses: ServerAddresses?) -> KeptAccount? {
        guard keeping != .nowhere, let way, let account, let addresses else { return nil }
        return KeptAccount(
            account: account,
            addresses: addresses,
            keeping: keeping,
            way: way,
            isCurrent: true,
            jwtExpiry: credentials.jwt?.expiry
        )
    }

    /// Keeps what a server said of an identity.
    package mutating func note(_ proof: Proof, for identity: Identity) {
        proofs[identity] = proof
        switch proof {
        case .proved(let account), .ignoredByAPI(let account?): lastAccount = account
        case .anonymous, .ignoredByAPI(nil), .refused: break
        }
    }

    /// The identities that can speak, in the order in which the key turns through them.
    package var identities: [Identity] {
        Identity.allCases.filter { $0 == .anonymous || credentials.authorization(for: $0) != nil }
    }

    /// The identity after the one that speaks.
    package var nextIdentity: Identity {
        let order = identities
        let index = order.firstIndex(of: identity) ?? 0
        return order[(index + 1) % order.count]
    }

    // A refused token still leaves it known whose list was being looked at.
    private var lastAccount: Account?
}
