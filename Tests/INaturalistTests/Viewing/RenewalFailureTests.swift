import FoundationEssentials
import INaturalistSandbox
import Testing

@testable import INaturalist

/// Exchanges that fail: nobody is disturbed before the old JWT ends, and nothing is asked with an ended one.
@Suite(.timeLimit(.minutes(5)))
struct RenewalFailureTests {
    @Test("A failed exchange disturbs nobody while the old one is good, and is not tried again at once")
    func survivesFailure() async throws {
        try await SandboxSession.runOnSandboxClock { session, clock in
            let viewer = try await session.seenViewer()
            clock.advance(by: .seconds(85_800))
            session.sandbox.inject(SandboxFault.blockedAddress.on("/users/api_token.json", count: nil))
            for _ in 0..<3 {
                let page = try await session.client.page(.hidden, limit: 5, as: viewer)
                #expect(page.recognition == .recognised)
            }
            #expect(session.exchanges == 1)
            let jwt = try #require(viewer.credentials.jwt)
            #expect(session.client.renewalDate(of: jwt) == clock.now.addingTimeInterval(300))
            clock.advance(by: .seconds(300))
            _ = try await session.client.renew(viewer)
            #expect(session.exchanges == 2)
            session.sandbox.clearFaults()
            clock.advance(by: .seconds(150))
            _ = try await session.client.renew(viewer)
            #expect(session.exchanges == 3)
            clock.advance(by: .seconds(3600))
            let page = try await session.client.page(.hidden, limit: 5, as: viewer)
            #expect(page.recognition == .recognised && session.exchanges == 3)
        }
    }

    @Test("An ended JWT with nothing behind it asks for the person, and reaches no server")
    func ends() async throws {
        try await SandboxSession.runOnSandboxClock { session, clock in
            let viewer = try session.viewer(.observer)
            _ = try await session.client.page(.hidden, limit: 5, as: viewer)
            session.sandbox.forgetRequests()
            clock.advance(by: .seconds(86_400))
            let error = await #expect(throws: INaturalistError.jwtEnded(reason: "it has expired.")) {
                try await session.client.page(.hidden, as: viewer)
            }
            #expect(error?.description.hasSuffix("Sign in again to go on.") == true)
            await #expect(throws: INaturalistError.jwtEnded(reason: "it has expired.")) {
                try await session.client.renew(viewer)
            }
            #expect(session.sandbox.requests.isEmpty)
        }
    }

    @Test("An ended JWT with an OAuth token behind it is replaced before anything is asked")
    func replacesEnded() async throws {
        try await SandboxSession.runOnSandboxClock { session, clock in
            let viewer = try await session.seenViewer(hasOAuth: true)
            clock.advance(by: .seconds(200_000))
            let page = try await session.client.page(.hidden, limit: 5, as: viewer)
            #expect(page.recognition == .recognised)
            #expect(session.askedOfAPI == [.jwt] && session.exchanges == 1)
        }
    }

    @Test("A failure that may pass is told as it is, and the next call tries again")
    func tellsPassing() async throws {
        try await SandboxSession.runOnSandboxClock { session, clock in
            let viewer = try await session.seenViewer(hasOAuth: true)
            clock.advance(by: .seconds(90_000))
            session.sandbox.inject(SandboxFault.throttled.on("/users/api_token.json", count: nil))
            await #expect(throws: INaturalistError.throttled(retryAfter: nil)) {
                try await session.client.page(.hidden, as: viewer)
            }
            session.sandbox.clearFaults()
            #expect(session.askedOfAPI.isEmpty)
            let page = try await session.client.page(.hidden, limit: 5, as: viewer)
            #expect(page.recognition == .recognised)
        }
    }

    @Test("An OAuth token without the scope leaves the exchange to the JWT")
    func fallsBack() async throws {
        try await SandboxSession.runOnSandboxClock { session, clock in
            var viewer = try await session.seenViewer()
            if case .oauth(let token) = session.oauth(.observer, scope: "login") {
                viewer.credentials.oauth = token
            }
            clock.advance(by: .seconds(86_000))
            #expect(try await session.client.renew(viewer).jwt != viewer.credentials.jwt)
            #expect(session.sandbox.requests.map(\.authorization) == [.oauth, .jwt])
        }
    }

    @Test("Who revoked the OAuth token ends the renewals: the JWT lasts its time, and no longer")
    func respectsRevocation() async throws {
        try await SandboxSession.runOnSandboxClock { session, clock in
            let viewer = try await session.seenViewer(hasOAuth: true)
            session.sandbox.changePassword(login: "observer", to: "meadow-lark")
            clock.advance(by: .seconds(86_000))
            let page = try await session.client.page(.hidden, limit: 5, as: viewer)
            #expect(page.recognition == .recognised)
            clock.advance(by: .seconds(400))
            await #expect(
                throws: INaturalistError.jwtEnded(reason: "the OAuth token behind it was revoked.")
            ) {
                try await session.client.page(.hidden, limit: 5, as: viewer)
            }
            #expect(session.sandbox.requests.allSatisfy { $0.authorization != .invalid })
        }
    }

    @Test("A due exchange that brings somebody else's JWT stops everything")
    func refusesOtherAccount() async throws {
        try await SandboxSession.runOnSandboxClock { session, clock in
            var viewer = try await session.seenViewer()
            viewer.credentials.oauth = try session.viewer(.stranger, hasOAuth: true).credentials.oauth
            clock.advance(by: .seconds(86_000))
            await #expect(throws: INaturalistError.otherAccount) {
                try await session.client.page(.hidden, as: viewer)
            }
            #expect(session.askedOfAPI.isEmpty)
        }
    }
}
