package import INaturalist

/// What a person gave to sign in with.
package nonisolated struct SignInRequest: Sendable, Hashable {
    /// The two ways.
    package enum Means: Sendable, Hashable {
        /// A token that the person pasted or that stood in the environment.
        case token(PastedToken)
        /// User name, password and an application's id.
        case password(PasswordGrant)
    }

    /// The way.
    package var means: Means
    /// Which token is to speak afterwards, if it can be had.
    package var speaker: Identity

    package init(_ means: Means, speaker: Identity) {
        self.means = means
        self.speaker = speaker
    }
}

/// What came of it.
package nonisolated struct SignInResult: Sendable, Hashable {
    /// The tokens that are held now.
    package var credentials: Credentials
    /// Which of them speaks.
    package var identity: Identity
    /// What the servers said of each.
    package var proofs: [Identity: Proof]
    /// What went otherwise than asked, and what to do about it.
    package var remark: String?

    package init(
        credentials: Credentials,
        identity: Identity,
        proofs: [Identity: Proof],
        remark: String? = nil
    ) {
        self.credentials = credentials
        self.identity = identity
        self.proofs = proofs
        self.remark = remark
    }
}
