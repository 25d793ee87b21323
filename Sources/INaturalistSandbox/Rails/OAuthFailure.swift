/// A refusal of `POST /oauth/token` and its relatives (API reference 1.6).
struct OAuthFailure: Error, Sendable {
    let status: Int
    let error: String
    let description: String

    /// Whether Doorkeeper itself says so, with a `WWW-Authenticate` header; the website's own refusals have none.
    let isFromDoorkeeper: Bool

    /// Set for suspended users: the end of the suspension, or null.
    var suspendedUntil: JSONValue?

    init(_ status: Int, _ error: String, _ description: String, isFromDoorkeeper: Bool = true) {
        self.status = status
        self.error = error
        self.description = description
        self.isFromDoorkeeper = isFromDoorkeeper
    }

    var reply: Reply {
        var body = JSONObject(reserving: 3)
        body.add("error", .string(error))
        body.add("error_description", .string(description))
        if let suspendedUntil { body.add("suspended_until", suspendedUntil) }
        let challenge = isFromDoorkeeper ? [RailsServer.challenge(error, description)] : []
        return .json(
            .object(body),
            status: status,
            headers: [("Cache-Control", "no-store, no-cache")] + challenge
        )
    }

    static let badCredentials = OAuthFailure(
        400,
        "invalid_grant",
        "Invalid email, username, or password.",
        isFromDoorkeeper: false
    )

    static let child = OAuthFailure(
        400,
        "invalid_grant",
        "Please ask your parents for permission",
        isFromDoorkeeper: false
    )

    /// The text holds a link in HTML.
    static func suspended(_ suspension: Suspension, helpURL: String) -> OAuthFailure {
        let end = suspension.until.map { " until \($0.prefix(10))" } ?? ""
        var failure = OAuthFailure(
            400,
            "invalid_grant",
            """
            Your account has been suspended\(end). If you think this is a mistake, please \
            <a href="\(helpURL)">contact support</a>.
            """,
            isFromDoorkeeper: false
        )
        failure.suspendedUntil = .optional(suspension.until)
        return failure
    }

    static let badGrant = OAuthFailure(
        400,
        "invalid_grant",
        """
        The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in \
        the authorization request, or was issued to another client.
        """
    )

    static let badClient = OAuthFailure(
        401,
        "invalid_client",
        """
        Client authentication failed due to unknown client, no client authentication included, or unsupported \
        authentication method.
        """
    )

    static let unsupportedGrant = OAuthFailure(
        400,
        "unsupported_grant_type",
        "The authorization grant type is not supported by the authorization server."
    )

    static let badRequest = OAuthFailure(
        400,
        "invalid_request",
        """
        The request is missing a required parameter, includes an unsupported parameter value, or is otherwise \
        malformed.
        """
    )

    static let badScope = OAuthFailure(
        400,
        "invalid_scope",
        "The requested scope is invalid, unknown, or malformed."
    )

    static let mayNotRevoke = OAuthFailure(
        403,
        "unauthorized_client",
        "You are not authorized to revoke this token",
        isFromDoorkeeper: false
    )
}
