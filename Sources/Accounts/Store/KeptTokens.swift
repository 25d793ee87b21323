package import INaturalist

/// What is kept of one account: its tokens, how they came, and what can end them.
package struct KeptTokens: Sendable, Hashable {
    /// The OAuth token with its scopes, the JWT, or both.
    package var credentials: Credentials
    /// The application that the OAuth token was issued to, which alone can revoke it; nil for a pasted token.
    package var application: OAuthApplication?
    /// How the person signed in last; the OAuth token may be from a sign-in before.
    package var way: SignInWay

    /// Puts together what is kept.
    package init(credentials: Credentials, application: OAuthApplication? = nil, way: SignInWay) {
        self.credentials = credentials
        self.application = application
        self.way = way
    }
}
