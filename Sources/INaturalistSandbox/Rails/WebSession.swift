/// What the website knows of a browser by its session cookie.
struct WebSession: Sendable, Hashable {
    /// Who signed in with it; nil before.
    var account: SandboxAccount?

    /// Path and query to which signing in leads, as Devise remembers it.
    var returnTo: String?

    /// Rails' `authenticity_token`: a form without it comes from somewhere else and is refused.
    let formToken = AccessToken.randomText()
}
