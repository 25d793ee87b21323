import INaturalistSandbox
import Synchronization
import Testing

@testable import INaturalist

/// Asking as a person: nothing that was made for anybody is handed back under a JWT.
@Suite(.timeLimit(.minutes(5)))
struct ViewerTests {
    @Test("The person gets what is theirs, without any exchange")
    func asks() async throws {
        try await SandboxSession.run { session in
            let viewer = try session.viewer(.observer, hasOAuth: true)
            let page = try await session.client.page(.hidden, limit: 20, as: viewer)
            #expect(page.recognition == .recognised)
            #expect(page.observations.allSatisfy { $0.access == .granted })
            let ids = page.observations.map(\.id)
            let batch = try await session.client.observations(ids: ids, as: viewer)
            #expect(batch.observations.map(\.disclosure) == page.observations.map(\.disclosure))
            let detail = try await session.client.detail(id: ids[0], as: viewer)
            #expect(detail.observation.disclosure == page.observations[0].disclosure)
            #expect(session.exchanges == 0)
            #expect(session.client.latest(viewer.credentials) == viewer.credentials)
        }
    }

    @Test("Without a JWT the calls do what they always did", arguments: [Identity.anonymous, .oauth])
    func asksOtherwise(identity: Identity) async throws {
        try await SandboxSession.run { session in
            var viewer = try session.viewer(.observer, hasOAuth: true)
            viewer.identity = identity
            let page = try await session.client.page(.hidden, limit: 20, as: viewer)
            #expect(page.recognition == .notRecognised && page.observations.count == 20)
            let batch = try await session.client.observations(ids: [5], as: viewer)
            #expect(batch.recognition == .unknown && batch.missing == [5])
            _ = try await session.client.detail(id: page.observations[0].id, as: viewer)
            #expect(session.sandbox.requests.count == 3)
        }
    }

    @Test(
        "Who has no token for an identity is not served as somebody else",
        arguments: [Identity.oauth, .jwt]
    )
    func needsToken(identity: Identity) async throws {
        try await SandboxSession.run { session in
            let viewer = Viewer(credentials: Credentials(), identity: identity)
            await #expect(throws: INaturalistError.notSignedIn) {
                try await session.client.page(.hidden, as: viewer)
            }
            #expect(session.sandbox.requests.isEmpty)
        }
    }

    @Test("A JWT that is not honoured gets nothing at all")
    func throwsAway() async throws {
        try await SandboxSession.run { session in
            let viewer = try session.unknownViewer()
            await #expect(throws: INaturalistError.jwtNotHonoured) {
                try await session.client.page(.hidden, as: viewer)
            }
            let known = try await session.client.page(.hidden, limit: 1, as: Authorization.anonymous)
            let batches = Mutex(0)
            await #expect(throws: INaturalistError.jwtNotHonoured) {
                try await session.client.observations(ids: known.observations.map(\.id), as: viewer) { _ in
                    batches.withLock { $0 += 1 }
                }
            }
            #expect(batches.withLock { $0 } == 0)
            await #expect(throws: INaturalistError.jwtNotHonoured) {
                try await session.client.detail(id: known.observations[0].id, as: viewer)
            }
            #expect(session.exchanges == 0)
        }
    }

    @Test("A page without rows is proved before it is called the person's")
    func provesEmpty() async throws {
        try await SandboxSession.run { session in
            let viewer = try session.viewer(.observer)
            let page = try await session.client.page(ObservationQuery(ids: [5]), as: viewer)
            #expect(page.observations.isEmpty && page.recognition == .recognised)
            let batch = try await session.client.observations(ids: [5, 6], as: viewer)
            #expect(batch.missing == [5, 6] && batch.recognition == .recognised)
            #expect(
                session.sandbox.requests.map(\.path)
                    == ["/v2/observations", "/v1/users/me", "/v2/observations", "/v1/users/me"]
            )
            let pretender = try session.unknownViewer()
            await #expect(throws: INaturalistError.jwtNotHonoured) {
                try await session.client.page(ObservationQuery(ids: [5]), as: pretender)
            }
            await #expect(throws: INaturalistError.jwtNotHonoured) {
                try await session.client.observations(ids: [5], as: pretender)
            }
        }
    }

    @Test("What needs no request needs no proof")
    func skipsImpossible() async throws {
        try await SandboxSession.run { session in
            let viewer = try session.unknownViewer()
            let page = try await session.client.page(ObservationQuery(ids: [0, -1]), as: viewer)
            #expect(page.observations.isEmpty && page.recognition == .unknown)
            let batch = try await session.client.observations(ids: [0, -1], as: viewer)
            #expect(batch.missing == [0, -1] && batch.recognition == .unknown)
            await #expect(throws: INaturalistError.impossibleID(0)) {
                try await session.client.detail(id: 0, as: viewer)
            }
            #expect(session.sandbox.requests.isEmpty)
        }
    }

    @Test("Two people in turn never get each other's rows, names or tokens")
    func keepsApart() async throws {
        try await SandboxSession.run { session in
            let people: [(SandboxAccount.Role, Viewer)] = [
                (.observer, try session.viewer(.observer, hasOAuth: true)),
                (.stranger, try session.viewer(.stranger, hasOAuth: true)),
            ]
            for _ in 0..<6 {
                for (role, viewer) in people {
                    let page = try await session.client.page(.hidden, limit: 30, as: viewer)
                    #expect(page.recognition == .recognised && page.observations.count == 30)
                    #expect(page.observations.allSatisfy { ($0.access == .granted) == (role == .observer) })
                    let id = page.observations[0].id
                    let detail = try await session.client.detail(id: id, as: viewer)
                    #expect((detail.observation.access == .granted) == (role == .observer))
                    let latest = session.client.latest(viewer.credentials)
                    #expect(latest.jwt?.userID == Sandbox.account(role).userID)
                    let proof = try await session.client.prove(.jwt(try #require(latest.jwt)))
                    #expect(proof.account?.login == role.rawValue)
                    let fresh = try await session.client.jwt(using: .jwt(try #require(latest.jwt)))
                    #expect(fresh.userID == Sandbox.account(role).userID)
                }
            }
            #expect(session.sandbox.requests.allSatisfy { !$0.hasCookie })
            let queries = session.sandbox.requests.filter { $0.path.hasPrefix("/v") }.map(\.query)
            #expect(Set(queries).count == queries.count)
        }
    }
}
