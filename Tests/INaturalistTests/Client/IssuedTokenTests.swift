import INaturalistSandbox
import Testing

@testable import INaturalist

/// A password makes a token that never expires; what nobody keeps has to be ended.
@Suite(.timeLimit(.minutes(1)))
struct IssuedTokenTests {
    @Test("A token that nobody keeps is ended at the site")
    func endsToken() async throws {
        try await SandboxSession.run { session in
            let token = try await session.client.signIn(session.grant(.observer))
            #expect(try await session.client.prove(.oauth(token)).account?.login == "observer")
            #expect(await session.client.revokeIssuedTokens() == 0)
            guard case .refused = try await session.client.prove(.oauth(token)) else {
                Issue.record("the token still speaks for somebody")
                return
            }
        }
    }

    @Test("A token that somebody keeps lives on")
    func keepsToken() async throws {
        try await SandboxSession.run { session in
            let token = try await session.client.signIn(session.grant(.observer))
            session.client.keep(token)
            #expect(await session.client.revokeIssuedTokens() == 0)
            #expect(try await session.client.prove(.oauth(token)).account?.login == "observer")
        }
    }

    @Test("It is told how many could not be ended")
    func tellsFailure() async throws {
        try await SandboxSession.run { session in
            _ = try await session.client.signIn(session.grant(.observer))
            session.sandbox.inject(.blockedAddress.on("/oauth/revoke", count: 1))
            #expect(await session.client.revokeIssuedTokens() == 1)
        }
    }
}
