/// A made-up OAuth application that is registered with the sandbox.
package struct SandboxApplication: Sendable, Hashable {
    /// The number that a JWT carries as `oauth_application_id`; three digits.
    package let id: Int

    /// The application's name.
    package let name: String

    /// The OAuth `client_id`.
    package let clientID: String

    /// The OAuth `client_secret`.
    package let clientSecret: String

    /// Whether the secret is mandatory (API reference 1.4).
    package let isConfidential: Bool

    /// The scopes that the application may ask for.
    package let scopes: [String]

    /// Where a code may be sent, as registered; of `http://127.0.0.1/callback` any port (API reference 1.5).
    package let redirectURIs: [String]

    /// A confidential application with both default scopes: the one that works.
    package static let working = SandboxApplication(
        id: 123,
        name: "Sandbox confidential application",
        clientID: "sandbox-confidential-application",
        clientSecret: "sandbox-confidential-secret",
        isConfidential: true,
        scopes: ["write", "login"],
        redirectURIs: loopbackAndOutOfBand
    )

    /// A public application, which may leave its secret out but must not send a wrong one.
    package static let publicClient = SandboxApplication(
        id: 124,
        name: "Sandbox public application",
        clientID: "sandbox-public-application",
        clientSecret: "sandbox-public-secret",
        isConfidential: false,
        scopes: ["write", "login"],
        redirectURIs: loopbackAndOutOfBand
    )

    /// An application without the scope `write`, so that `/users/api_token` answers 403 to its tokens.
    package static let loginOnly = SandboxApplication(
        id: 125,
        name: "Sandbox login-only application",
        clientID: "sandbox-login-only-application",
        clientSecret: "sandbox-login-only-secret",
        isConfidential: true,
        scopes: ["login"],
        redirectURIs: loopbackAndOutOfBand
    )

    /// What a program for a person's own computer registers: a listener of its own, and no listener at all.
    private static let loopbackAndOutOfBand = ["http://127.0.0.1/callback", RedirectURI.outOfBand]

    /// Every application that exists.
    static let all = [working, publicClient, loginOnly]
}
