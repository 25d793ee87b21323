import INaturalistSandbox

@testable import INaturalist

extension SandboxRefusal {
    /// A code that the sandbox gave for a request, and what is changed about it before it is sent.
    private static func exchange(
        _ session: SandboxSession,
        issuedFor application: SandboxApplication = .working,
        sentAs registration: OAuthApplication = SandboxApplication.working.registration,
        redirectURI: String = AuthorizationRequest.outOfBand,
        challenge: String? = nil,
        times: Int = 1
    ) async throws {
        let request = AuthorizationRequest(
            application: registration,
            redirectURI: AuthorizationRequest.outOfBand
        )
        let code = session.sandbox.issueAuthorizationCode(
            login: "observer",
            application: application,
            redirectURI: redirectURI,
            challenge: challenge ?? request.pkce.challenge
        )
        for _ in 0..<times {
            _ = try await session.client.signIn(CodeGrant(request: request, code: Secret(code)))
        }
    }

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
        codeRow("reused") { try await exchange($0, times: 2) },
        codeRow("foreign") {
            try await exchange($0, issuedFor: .publicClient)
        },
        codeRow("another redirect address") {
            try await exchange($0, redirectURI: "http://127.0.0.1/callback")
        },
        codeRow("another verifier") { try await exchange($0, challenge: PKCE.fresh().challenge) },
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
            try await exchange($0, sentAs: OAuthApplication(id: "no-such-application"))
        },
        SandboxRefusal(
            testDescription: "missing secret",
            error: .unknownApplication,
            field: .application,
            words: ["secret"]
        ) {
            try await exchange($0, sentAs: OAuthApplication(id: SandboxApplication.working.clientID))
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
