package import INaturalist

/// What came of keeping an account's tokens.
package struct KeepReceipt: Sendable, Hashable {
    /// Where they are now.
    package let keeping: Keeping
    /// What was kept of the same account before; nil when nothing was, or when it could not be read.
    package let replaced: KeptTokens?
    /// The OAuth token that is kept no more because another took its place; nil when none came, as with a pasted JWT:
    /// the old one is kept on.
    ///
    /// Every sign-in makes another token that never expires (reference 1.1), so the caller should revoke this one
    /// with the `application` of ``replaced``; without that it can only be revoked on the site.
    package let supersededToken: OAuthToken?
    /// What the person has to know, in whole sentences: that the keyring refused and a file was used instead, or
    /// that something older could not be deleted. Usually empty.
    package let remarks: [String]

    /// Puts a receipt together.
    package init(
        keeping: Keeping,
        replaced: KeptTokens? = nil,
        supersededToken: OAuthToken? = nil,
        remarks: [String] = []
    ) {
        self.keeping = keeping
        self.replaced = replaced
        self.supersededToken = supersededToken
        self.remarks = remarks
    }
}
