/// What the OAuth authorization code grant asks for (reference 1.2).
package struct CodeGrant: Sendable, Hashable {
    /// The request that the code answers.
    package let request: AuthorizationRequest
    /// The code; good for ten minutes, and once.
    package let code: Secret

    /// Puts a grant together.
    package init(request: AuthorizationRequest, code: Secret) {
        self.request = request
        self.code = code
    }
}
