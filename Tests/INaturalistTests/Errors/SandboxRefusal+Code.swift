import INaturalistSandbox

@testable import INaturalist

extension SandboxRefusal {
    private static func codeRow(
        _ name: String,
        _ call: @escaping @Sendable (SandboxSession) async throws -> Void
    ) -> SandboxRefusal {
        SandboxRefusal(
            testDescription: name,
            error: .grantNotAccepted,
            field: .token,
            words: ["code", "not valid any more", "Start signing in again"],
            call: call
        )
    }

    /// Of an authorization code (reference 1.6).
    static let codes: [SandboxRefusal] = [
        codeRow("reused") {
            let grant = $0.codeGrant()
            for _ in 0..<2 { _ = try await $0.client.signIn(grant) }
        },
        codeRow("foreign") { _ = try await $0.client.signIn($0.codeGrant(issuedFor: .publicClient)) },
        codeRow("another redirect address") {
            _ = try await $0.client.signIn($0.codeGrant(redirectURI: "http://127.0.0.1/callback"))
        },
        codeRow("another verifier") {
            _ = try await $0.client.signIn($0.codeGrant(challenge: PKCE.fresh().challenge))
        },
        codeRow("unknown") {
            let request = AuthorizationRequest(
                application: SandboxApplication.working.registration,
                redirectURI: AuthorizationRequest.outOfBand
            )
            _ = try await $0.client.signIn(CodeGrant(request: request, code: Secret("never-issued")))
        },
        SandboxRefusal(
            testDescription: "unknown application",
            error: .unknownApplication,
            field: .application,
            words: ["id"]
        ) {
            let application = OAuthApplication(id: "no-such-application")
            _ = try await $0.client.signIn($0.codeGrant(sentAs: application))
        },
        SandboxRefusal(
            testDescription: "missing secret",
            error: .unknownApplication,
            field: .application,
            words: ["secret"]
        ) {
            let application = OAuthApplication(id: SandboxApplication.working.clientID)
            _ = try await $0.client.signIn($0.codeGrant(sentAs: application))
        },
        SandboxRefusal(
            testDescription: "no code",
            error: .noCode,
            field: .token,
            words: ["authorization code"]
        ) {
            let request = AuthorizationRequest(
                application: SandboxApplication.working.registration,
                redirectURI: AuthorizationRequest.outOfBand
            )
            _ = try await $0.client.signIn(CodeGrant(request: request, code: Secret("")))
        },
    ]
}
