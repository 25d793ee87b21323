/// What an authorization code stands for until it is exchanged.
struct AuthorizationGrant: Sendable, Hashable {
    let userID: Int
    let applicationID: Int

    /// Where the code was sent; the same must be named when it is exchanged.
    let redirectURI: String
    let scopes: [String]

    /// The PKCE challenge and its method, `S256` or `plain`.
    let challenge: String?
    let challengeMethod: String?

    /// When the code was made; it is good for ten minutes (API reference 1.1).
    let createdAt: Moment

    /// Whether it was exchanged: it works once.
    var isUsed = false
}
