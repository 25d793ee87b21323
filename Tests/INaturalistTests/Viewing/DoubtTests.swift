import INaturalistSandbox
import Testing

@testable import INaturalist

/// What happens when a reply does not know the person: renewed once, asked again once, or told.
@Suite(.timeLimit(.minutes(5)))
struct DoubtTests {
    @Test("With an OAuth token one that is not honoured is renewed, and asked with again")
    func asksAgain() async throws {
        try await SandboxSession.run { session in
            let viewer = try session.unknownViewer(hasOAuth: true)
            let page = try await session.client.page(.hidden, limit: 20, as: viewer)
            #expect(page.recognition == .recognised)
            #expect(
                session.sandbox.requests.map(\.path)
                    == ["/v2/observations", "/users/api_token.json", "/v2/observations"]
            )
            #expect(session.sandbox.requests.map(\.authorization) == [.invalid, .oauth, .jwt])
            let latest = session.client.latest(viewer.credentials)
            #expect(latest.jwt != viewer.credentials.jwt && latest.oauth == viewer.credentials.oauth)
            // Who still holds the old one is led to the new one.
            session.sandbox.forgetRequests()
            _ = try await session.client.detail(id: page.observations[0].id, as: viewer)
            #expect(session.sandbox.requests.map(\.authorization) == [.jwt])
        }
    }

    @Test("When the OAuth token was revoked too, the person is asked")
    func ends() async throws {
        try await SandboxSession.run { session in
            let viewer = try session.unknownViewer(hasOAuth: true)
            session.sandbox.revokeOAuthTokens(login: "observer")
            let error = await #expect(throws: INaturalistError.self) {
                try await session.client.page(.hidden, as: viewer)
            }
            #expect(error == .jwtEnded(reason: "the OAuth token behind it was revoked."))
            #expect(error?.concerns == .token && error?.kind == .notHonoured)
        }
    }

    @Test("A suspended account is told so at once, and nothing is tried")
    func leavesSuspended() async throws {
        try await SandboxSession.run { session in
            let viewer = try session.viewer(.stranger, hasOAuth: true)
            session.sandbox.suspend(login: "stranger", until: nil)
            await #expect(throws: INaturalistError.accountSuspended) {
                try await session.client.page(.hidden, as: viewer)
            }
            #expect(session.sandbox.requests.count == 1)
        }
    }

    @Test("Tokens of two people are never mixed by a renewal")
    func refusesOtherAccount() async throws {
        try await SandboxSession.run { session in
            var viewer = try session.unknownViewer()
            viewer.credentials.oauth = try session.viewer(.stranger, hasOAuth: true).credentials.oauth
            await #expect(throws: INaturalistError.otherAccount) {
                try await session.client.page(.hidden, as: viewer)
            }
            #expect(session.client.latest(viewer.credentials) == viewer.credentials)
        }
    }

    @Test("A server that honours no JWT is not asked for more and more of them")
    func doesNotLoop() async throws {
        let row = RawServer.json(#"{"total_results":1,"results":[{"id":7}]}"#)
        let token = RawServer.json(
            #"{"api_token":"\#(TokenSamples.jwt(claims: #"{"user_id":1234567,"exp":2000000001}"#))"}"#
        )
        try await TestClient.run(against: [row, token, row]) { test, server in
            let credentials = Credentials(
                oauth: OAuthToken(text: Secret(TokenSamples.oauth)),
                jwt: try TokenSamples.parsedJWT()
            )
            let viewer = Viewer(credentials: credentials, identity: .jwt)
            for requests in [3, 4, 5] {
                await #expect(throws: INaturalistError.jwtNotHonoured) {
                    try await test.client.page(ObservationQuery(), as: viewer)
                }
                #expect(server.requests.count == requests)
            }
        }
    }
}
