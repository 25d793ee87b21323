package import Accounts
package import FoundationEssentials
package import INaturalist

/// What came of signing in.
package nonisolated struct SignInResult: Sendable, Hashable {
    /// The tokens that are held now, how they were had, and the application that can end the OAuth token.
    package var tokens: KeptTokens
    /// Which of them speaks.
    package var identity: Identity
    /// What the servers said of each; nothing where they were not asked.
    package var proofs: [Identity: Proof]
    /// Where the tokens are kept.
    package var keeping: Keeping
    /// When the JWT is to be exchanged for a fresh one, on this computer's clock.
    package var renewalDate: Date?
    /// What went otherwise than asked, and what to do about it.
    package var remark: String?

    package init(
        tokens: KeptTokens,
        identity: Identity,
        proofs: [Identity: Proof],
        keeping: Keeping = .nowhere,
        renewalDate: Date? = nil,
        remark: String? = nil
    ) {
        self.tokens = tokens
        self.identity = identity
        self.proofs = proofs
        self.keeping = keeping
        self.renewalDate = renewalDate
        self.remark = remark
    }

    /// Who is signed in, as far as a server has told.
    package var account: Account? {
        proofs[.jwt]?.account ?? proofs[.oauth]?.account
    }
}
