package import INaturalist

/// Who is signed in with which tokens, which of them speaks, and what the servers said of each.
package nonisolated struct Session: Sendable, Hashable {
    /// The tokens held.
    package var credentials: Credentials
    /// Which of them speaks.
    package var identity: Identity
    /// What the servers said of each identity; nothing where they have not been asked.
    package private(set) var proofs: [Identity: Proof] = [:]

    package init(credentials: Credentials = Credentials(), identity: Identity = .anonymous) {
        self.credentials = credentials
        self.identity = identity
    }

    /// Who is signed in, as far as a server has told.
    package var account: Account? {
        if case .proved(let account) = proofs[.jwt] { return account }
        if case .ignoredByAPI(let account?) = proofs[.oauth] { return account }
        return lastAccount
    }

    /// The tokens and the header of the identity that speaks.
    package var authorization: Authorization {
        credentials.authorization(for: identity) ?? .anonymous
    }

    /// What the servers said of the identity that speaks.
    package var proof: Proof? {
        identity == .anonymous ? .anonymous : proofs[identity]
    }

    /// Keeps what a server said of an identity.
    package mutating func note(_ proof: Proof, for identity: Identity) {
        proofs[identity] = proof
        switch proof {
        case .proved(let account), .ignoredByAPI(let account?): lastAccount = account
        case .anonymous, .ignoredByAPI(nil), .refused: break
        }
    }

    /// Forgets what was said of an identity, so that it is asked again.
    package mutating func forgetProof(of identity: Identity) {
        proofs[identity] = nil
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
