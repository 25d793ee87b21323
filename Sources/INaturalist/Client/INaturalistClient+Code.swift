extension INaturalistClient {
    /// Swaps an authorization code for an OAuth token (`POST /oauth/token`, reference 1.2). Sent once: a code is good
    /// once, and every success makes another token that never expires.
    ///
    /// - Throws: ``INaturalistError``; `.grantNotAccepted` for a code that is old, used or another application's.
    @concurrent
    package func signIn(_ grant: CodeGrant) async throws(INaturalistError) -> OAuthToken {
        let application = grant.request.application
        if application.id.isEmpty { throw .missing(.application) }
        if grant.code.isEmpty { throw .noCode }
        var form = [
            (name: "grant_type", value: Secret("authorization_code")),
            (name: "client_id", value: Secret(application.id)),
            (name: "code", value: grant.code),
            (name: "redirect_uri", value: Secret(grant.request.redirectURI)),
            (name: "code_verifier", value: grant.request.pkce.verifier),
            (name: "locale", value: Secret("en")),
        ]
        if let secret = application.secret {
            form.append((name: "client_secret", value: secret))
        }
        let request = HTTPRequest.post(
            .token,
            form: form,
            hiding: [grant.code, grant.request.pkce.verifier] + (application.secret.map { [$0] } ?? []),
            at: addresses
        )
        return try await token(from: request, issuedTo: application, for: .code)
    }
}
