import INaturalistSandbox

@testable import INaturalist

extension SandboxRefusal {
    /// Of the token page, of a revocation, and of the API (reference 1.6, 1.7, 2.3, 2.4).
    static let tokens: [SandboxRefusal] = [
        SandboxRefusal(
            testDescription: "nothing sent",
            error: .notSignedIn,
            field: .token,
            words: ["Sign in again"]
        ) {
            _ = try await $0.client.jwt(using: .anonymous)
        },
        SandboxRefusal(
            testDescription: "unknown token, an empty 401",
            error: .tokenNotHonoured(.invalid),
            field: .token,
            words: ["does not know this token"]
        ) { _ = try await $0.client.jwt(using: .oauth(OAuthToken(text: Secret(TokenSamples.oauth)))) },
        SandboxRefusal(
            testDescription: "revoked token",
            error: .tokenNotHonoured(.revoked),
            field: .token,
            words: ["revoked", "Sign in again"]
        ) {
            let token = $0.oauth(.trusted)
            $0.sandbox.revokeOAuthTokens(login: "trusted")
            _ = try await $0.client.jwt(using: token)
        },
        SandboxRefusal(
            testDescription: "missing scope, a 403 without a body",
            error: .tokenLacksScope,
            field: .token,
            words: ["scope “write”"]
        ) { _ = try await $0.client.jwt(using: $0.oauth(.observer, scope: "login")) },
        SandboxRefusal(
            testDescription: "a sign-in page, where a redirect leads",
            error: .notSignedIn,
            field: .token,
            words: ["Sign in again"]
        ) {
            $0.sandbox.inject(SandboxFault.redirect(to: "\($0.sandbox.baseURL)/login").on("/users"))
            _ = try await $0.client.jwt(using: $0.oauth(.observer))
        },
        SandboxRefusal(
            testDescription: "a revocation without the proper application",
            error: .revocationNotAllowed,
            field: .application,
            words: ["another application", "account settings"]
        ) {
            guard case .oauth(let token) = $0.oauth(.observer) else { return }
            try await $0.client.revoke(token, issuedTo: SandboxApplication.loginOnly.registration)
        },
        SandboxRefusal(
            testDescription: "a revocation with a wrong secret",
            error: .revocationNotAllowed,
            field: .application,
            words: ["not revoked"]
        ) {
            guard case .oauth(let token) = $0.oauth(.observer) else { return }
            let application = OAuthApplication(
                id: SandboxApplication.working.clientID,
                secret: Secret("wrong-one")
            )
            try await $0.client.revoke(token, issuedTo: application)
        },
        SandboxRefusal(
            testDescription: "a suspended account's JWT",
            error: .accountSuspended,
            field: .token,
            words: ["suspended", "Continue without a token"]
        ) {
            let jwt = try $0.jwt(.stranger)
            $0.sandbox.suspend(login: "stranger", until: nil)
            _ = try await $0.client.detail(id: 5, as: jwt)
        },
    ]
}
