/// One request for consent: what the browser is sent to the site's consent page with (reference 1.2).
///
/// Used once: state and verifier are drawn anew for every sign-in.
package struct AuthorizationRequest: Sendable, Hashable {
    /// Who asks.
    package let application: OAuthApplication
    /// Where the site sends the code; it has to be registered with the application.
    package let redirectURI: String
    /// What comes back unchanged with the code, so that a code of another sign-in is noticed (RFC 6749, 10.12).
    package let state: Secret
    /// What binds the code to this program.
    package let pkce: PKCE

    /// The redirect address that makes the site show the code instead (reference 1.5).
    package static let outOfBand = "urn:ietf:wg:oauth:2.0:oob"

    /// Begins a sign-in.
    package init(application: OAuthApplication, redirectURI: String) {
        self.application = application
        self.redirectURI = redirectURI
        state = RandomText.fresh()
        pkce = .fresh()
    }

    /// Puts together a request that was begun elsewhere, as tests do.
    package init(application: OAuthApplication, redirectURI: String, state: Secret, verifier: Secret) {
        self.application = application
        self.redirectURI = redirectURI
        self.state = state
        pkce = PKCE(verifier: verifier)
    }

    /// The address for the browser. The state is the only secret in it, and is good for nothing but this sign-in.
    ///
    /// `write` is what a JWT is given for, `login` is for the account's name (reference 1.1).
    package func url(at addresses: ServerAddresses) -> String {
        let pairs = [
            ("client_id", PercentEncoding.form(application.id)),
            ("redirect_uri", PercentEncoding.form(redirectURI)),
            ("response_type", "code"),
            ("scope", "write+login"),
            ("state", state.exposed),
            ("code_challenge", pkce.challenge),
            ("code_challenge_method", "S256"),
        ]
        return addresses.site + "/oauth/authorize?" + pairs.map { "\($0)=\($1)" }.joined(separator: "&")
    }
}
