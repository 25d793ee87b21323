/// Refusals of `/oauth/authorize`, in Doorkeeper's words (API reference 1.6).
extension OAuthFailure {
    static let badRedirectURI = OAuthFailure(
        400,
        "invalid_redirect_uri",
        "The requested redirect uri is malformed or doesn't match client redirect URI."
    )

    static let badResponseType = OAuthFailure(
        400,
        "unsupported_response_type",
        "The authorization server does not support this response type."
    )

    static let badChallengeMethod = OAuthFailure(
        400,
        "invalid_code_challenge_method",
        "The code challenge method must be plain or S256."
    )

    static let denied = OAuthFailure(
        400,
        "access_denied",
        "The resource owner or authorization server denied the request."
    )

    /// What the redirect URI, or the reader of the JSON, is told.
    /// - Parameter state: The request's own, handed back.
    func parameters(state: String?) -> [(name: String, value: String?)] {
        [("error", error), ("error_description", description), ("state", state)]
    }
}
