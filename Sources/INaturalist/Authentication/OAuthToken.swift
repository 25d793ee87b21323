/// An OAuth access token. The site's tokens never expire; they end when they are revoked (reference 1.1).
package struct OAuthToken: Sendable, Hashable {
    /// The token.
    package let text: Secret
    /// The scopes that the site named when it gave the token; empty for a pasted one.
    package let scopes: [String]

    /// Wraps a token.
    package init(text: Secret, scopes: [String] = []) {
        self.text = text
        self.scopes = scopes
    }

    /// How many characters the token has: 43 today, more for old ones.
    package var length: Int { text.length }
}
