import FoundationEssentials
import INaturalistSandbox
import Testing

@testable import INaturalist

/// JWTs are exchanged before they end: each once, and only for the same person.
@Suite(.timeLimit(.minutes(5)))
struct RenewalTests {
    @Test(
        "A JWT is due ten minutes before its end, or after four fifths of its time",
        arguments: [(86_400, 85_800), (3600, 3000), (3000, 2400), (1000, 800), (5, 4)]
    )
    func isDue(lifetime: Int, due: Int) async throws {
        try await SandboxSession.runOnSandboxClock { session, clock in
            let start = clock.now
            let viewer = try session.viewer(.observer, lifetime: .seconds(lifetime))
            let jwt = try #require(viewer.credentials.jwt)
            #expect(session.client.renewalDate(of: jwt) == start.addingTimeInterval(Double(due)))
            clock.advance(by: .seconds(due) - .milliseconds(100))
            #expect(try await session.client.renew(viewer) == viewer.credentials)
            #expect(session.exchanges == 0)
            clock.advance(by: .milliseconds(100))
            let renewed = try await session.client.renew(viewer)
            #expect(session.exchanges == 1)
            #expect(renewed.jwt?.userID == jwt.userID && renewed.jwt != jwt)
            #expect(session.client.latest(viewer.credentials) == renewed)
            let next = clock.now.addingTimeInterval(85_800)
            #expect(session.client.renewalDate(of: jwt) == next)
            let newest = try #require(renewed.jwt)
            #expect(session.client.renewalDate(of: newest) == next)
        }
    }

    @Test("A JWT without an end is never due")
    func isNeverDue() async throws {
        try await SandboxSession.runOnSandboxClock { session, _ in
            let jwt = try TokenSamples.parsedJWT(expiry: nil)
            #expect(session.client.renewalDate(of: jwt) == nil)
            let viewer = Viewer(credentials: Credentials(jwt: jwt), identity: .jwt)
            #expect(try await session.client.renew(viewer).jwt == jwt)
            #expect(session.sandbox.requests.isEmpty)
        }
    }

    @Test("It is bought with the OAuth token when there is one", arguments: [true, false])
    func picksToken(hasOAuth: Bool) async throws {
        try await SandboxSession.runOnSandboxClock { session, clock in
            let viewer = try await session.seenViewer(hasOAuth: hasOAuth)
            clock.advance(by: .seconds(86_000))
            let page = try await session.client.page(.hidden, limit: 5, as: viewer)
            #expect(page.recognition == .recognised)
            let exchange = try #require(session.sandbox.requests.first)
            #expect(exchange.path == "/users/api_token.json")
            #expect(exchange.authorization == (hasOAuth ? .oauth : .jwt))
            let application = session.client.latest(viewer.credentials).jwt?.applicationID
            #expect((application != nil) == hasOAuth)
        }
    }

    @Test("However many calls wait, it is exchanged once; who stops waiting takes nothing away")
    func exchangesOnce() async throws {
        try await SandboxSession.runOnSandboxClock { session, clock in
            let viewer = try await session.seenViewer(hasOAuth: true)
            clock.advance(by: .seconds(86_000))
            let gate = SandboxGate()
            session.sandbox.inject(SandboxFault(.held(gate), pathPrefix: "/users/api_token.json"))
            let first = Task { try await session.client.page(.hidden, limit: 5, as: viewer) }
            await gate.arrivals(1)
            let others = (0..<12).map { _ in
                Task { try await session.client.page(.hidden, limit: 5, as: viewer) }
            }
            first.cancel()
            await #expect(throws: INaturalistError.cancelled) { try await first.value }
            #expect(session.exchanges == 1)
            gate.open()
            for other in others { #expect(try await other.value.recognition == .recognised) }
            #expect(session.exchanges == 1)
            #expect(session.askedOfAPI == Array(repeating: .jwt, count: 12))
        }
    }

    @Test("The web session that an exchange opens is never used")
    func sendsNoCookie() async throws {
        try await SandboxSession.runOnSandboxClock { session, clock in
            let viewer = try await session.seenViewer()
            clock.advance(by: .seconds(86_000))
            _ = try await session.client.renew(viewer)
            for authorization in [Authorization.anonymous, session.oauth(.stranger)] {
                _ = try? await session.client.jwt(using: authorization)
                _ = try await session.client.page(.hidden, limit: 1, as: authorization)
            }
            #expect(session.sandbox.requests.count == 5)
            #expect(session.sandbox.requests.allSatisfy { !$0.hasCookie })
        }
    }

    @Test("What is forgotten begins anew")
    func forgets() async throws {
        try await SandboxSession.runOnSandboxClock { session, clock in
            let viewer = try await session.seenViewer()
            clock.advance(by: .seconds(86_000))
            let renewed = try await session.client.renew(viewer)
            session.client.forget(renewed)
            #expect(session.client.latest(viewer.credentials) == viewer.credentials)
        }
    }
}
