/// The tokens of one person: either, both or none.
package struct Credentials: Sendable, Hashable {
    /// The OAuth access token, when there is one.
    package var oauth: OAuthToken?
    /// The JWT, when there is one.
    package var jwt: JWT?

    /// Puts the tokens together.
    package init(oauth: OAuthToken? = nil, jwt: JWT? = nil) {
        self.oauth = oauth
        self.jwt = jwt
    }

    /// The authorization that speaks for an identity, nil when its token is not there.
    package func authorization(for identity: Identity) -> Authorization? {
        switch identity {
        case .anonymous: .anonymous
        case .oauth: oauth.map(Authorization.oauth)
        case .jwt: jwt.map(Authorization.jwt)
        }
    }
}
