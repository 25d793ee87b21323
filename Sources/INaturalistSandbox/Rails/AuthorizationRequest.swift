/// What `/oauth/authorize` is asked for, and Doorkeeper's checks in their order (API reference 1.1, 1.5 and 1.6).
struct AuthorizationRequest: Sendable {
    private let parameters: Query

    /// What the consent form hands on, in the website's order.
    private static let names = [
        "client_id", "redirect_uri", "state", "response_type", "scope", "code_challenge",
        "code_challenge_method",
    ]

    init(_ parameters: Query) {
        self.parameters = parameters
    }

    /// The hidden fields of the consent form.
    var fields: [(name: String, value: String)] {
        Self.names.map { ($0, parameters[$0] ?? "") }
    }

    /// Handed back with whatever comes of the request.
    var state: String? {
        parameters["state"]
    }

    /// The PKCE challenge, if the application sent one.
    var challenge: String? {
        parameters["code_challenge"]
    }

    /// `S256` or `plain`, once ``requireValidity(for:)`` has been passed.
    var challengeMethod: String? {
        parameters["code_challenge_method"]
    }

    /// The application that asks.
    func application() throws(OAuthFailure) -> SandboxApplication {
        guard let clientID = parameters["client_id"] else { throw .badRequest }
        guard let application = SandboxApplication.all.first(where: { $0.clientID == clientID }) else {
            throw .badClient
        }
        return application
    }

    /// Where the code goes: one of the application's registered redirect URIs.
    func redirectURI(for application: SandboxApplication) throws(OAuthFailure) -> RedirectURI {
        guard let uri = parameters["redirect_uri"].flatMap({ RedirectURI($0) }),
            application.redirectURIs.compactMap({ RedirectURI($0) }).contains(where: { uri.matches($0) })
        else { throw .badRedirectURI }
        return uri
    }

    /// The checks whose failures may be sent to the redirect URI.
    func requireValidity(for application: SandboxApplication) throws(OAuthFailure) {
        guard let responseType = parameters["response_type"] else { throw .badRequest }
        guard responseType == "code" else { throw .badResponseType }
        _ = try scopes(for: application)
        if challenge != nil, !["S256", "plain"].contains(challengeMethod) { throw .badChallengeMethod }
    }

    /// The scopes asked for, or the application's when none are named.
    func scopes(for application: SandboxApplication) throws(OAuthFailure) -> [String] {
        try application.scopes(from: parameters["scope"])
    }
}

extension SandboxApplication {
    /// The scopes in a text, or those that the application has when there are none (API reference 1.1).
    func scopes(from text: String?) throws(OAuthFailure) -> [String] {
        let asked = (text ?? "").split(separator: " ").map(String.init)
        guard !asked.isEmpty else { return scopes }
        guard asked.allSatisfy(scopes.contains) else { throw .badScope }
        return asked
    }
}
