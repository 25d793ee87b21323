/// What goes into the `Authorization` header of one request: nothing, an OAuth token or a JWT.
package enum Authorization: Sendable, Hashable {
    /// No header.
    case anonymous
    /// `Bearer ` and the access token.
    case oauth(OAuthToken)
    /// The JWT alone.
    case jwt(JWT)

    /// Which identity this header speaks for.
    package var identity: Identity {
        switch self {
        case .anonymous: .anonymous
        case .oauth: .oauth
        case .jwt: .jwt
        }
    }

    /// The value of the header, nil when none is sent.
    ///
    /// A JWT goes without `Bearer`: the site takes every header that begins with `Bearer ` for an OAuth
    /// token, while both hosts accept a bare JWT (reference 2.1 and 2.4).
    var header: Secret? {
        switch self {
        case .anonymous: nil
        case .oauth(let token): Secret("Bearer \(token.text.exposed)")
        case .jwt(let token): token.text
        }
    }

    /// The token alone, nil when none is sent.
    var token: Secret? {
        switch self {
        case .anonymous: nil
        case .oauth(let token): token.text
        case .jwt(let token): token.text
        }
    }
}
