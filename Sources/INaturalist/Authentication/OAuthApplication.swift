/// An application that is registered with the site, on whose behalf OAuth tokens are asked for and ended
/// (reference 1.4).
package struct OAuthApplication: Sendable, Hashable {
    /// Its id (`client_id`), which is no secret.
    package var id: String
    /// Its secret; nil for an application registered as not confidential.
    package var secret: Secret?

    /// Names an application. An empty secret is none.
    package init(id: String, secret: Secret? = nil) {
        self.id = id
        self.secret = secret.flatMap { $0.isEmpty ? nil : $0 }
    }
}
