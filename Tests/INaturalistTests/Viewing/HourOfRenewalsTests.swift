import FoundationEssentials
import INaturalistSandbox
import Testing

@testable import INaturalist

/// An hour with JWTs of five seconds: not one row that was made for anybody is taken for the person's.
@Suite(.timeLimit(.minutes(5)))
struct HourOfRenewalsTests {
    private static func run(_ body: (SandboxSession, SandboxClock) async throws -> Void) async throws {
        try await SandboxSession.runOnSandboxClock(jwtLifetime: .seconds(5), body)
    }

    /// Asks for a page or a detail as the person, and looks at every row.
    private static func ask(
        _ session: SandboxSession,
        _ viewer: Viewer,
        turn: Int,
        id: inout Int?
    ) async throws {
        if turn.isMultiple(of: 3), let id {
            let detail = try await session.client.detail(id: id, as: viewer)
            #expect(detail.recognition == .recognised && detail.observation.access == .granted)
            return
        }
        let page = try await session.client.page(
            .hidden,
            window: turn.isMultiple(of: 2) ? id.map(IDWindow.below) ?? .all : .all,
            limit: 3,
            as: viewer
        )
        #expect(page.recognition == .recognised)
        for row in page.observations { #expect(row.access == .granted && row.disclosure != .withheld) }
        id = page.observations.last?.id
    }

    private static func expectGoodTokens(_ session: SandboxSession) {
        #expect(session.askedOfAPI.allSatisfy { $0 == .jwt })
        #expect(session.sandbox.requests.allSatisfy { !$0.hasCookie })
    }

    @Test("From an OAuth token")
    func renewsFromOAuth() async throws {
        try await Self.run { session, clock in
            let viewer = try session.viewer(.observer, lifetime: .seconds(5), hasOAuth: true)
            let end = clock.now.addingTimeInterval(3600)
            var (turn, id) = (0, nil as Int?)
            while clock.now < end {
                try await Self.ask(session, viewer, turn: turn, id: &id)
                turn += 1
                clock.advance(by: .milliseconds([900, 1000, 1100, 950, 1050][turn % 5]))
            }
            #expect(turn >= 3599)
            // One every four seconds, or every five when a step leaps over the last one.
            #expect((720...900).contains(session.exchanges))
            #expect(session.client.latest(viewer.credentials).oauth == viewer.credentials.oauth)
            Self.expectGoodTokens(session)
        }
    }

    @Test("From the JWT alone, with the timer that the program sets")
    func renewsFromJWT() async throws {
        try await Self.run { session, clock in
            let viewer = try session.viewer(.observer, lifetime: .seconds(5))
            let first = try #require(viewer.credentials.jwt)
            let end = clock.now.addingTimeInterval(3600)
            var (turn, id) = (0, nil as Int?)
            while clock.now < end {
                try await Self.ask(session, viewer, turn: turn, id: &id)
                turn += 1
                let next = clock.now.addingTimeInterval([0.9, 1, 1.1, 0.95, 1.05][turn % 5])
                let due = try #require(session.client.renewalDate(of: first))
                if due < next {
                    clock.advance(by: .nanoseconds(Int64(max(0, due.timeIntervalSince(clock.now)) * 1e9)))
                    _ = try await session.client.renew(viewer)
                }
                clock.advance(by: .nanoseconds(Int64(max(0, next.timeIntervalSince(clock.now)) * 1e9)))
            }
            // One every four seconds.
            #expect((890...910).contains(session.exchanges))
            Self.expectGoodTokens(session)
        }
    }

    @Test("Interruptions of the token page are survived with an OAuth token")
    func survivesInterruptions() async throws {
        try await Self.run { session, clock in
            let viewer = try session.viewer(.observer, lifetime: .seconds(5), hasOAuth: true)
            var (failures, id) = ([] as [INaturalistError], nil as Int?)
            let faults: [SandboxFault] = [
                .throttled, .maintenance(), .htmlInsteadOfJSON, .blockedAddress,
                SandboxFault(.droppedConnection), SandboxFault(.truncatedBody(afterBytes: 10)),
            ]
            for turn in 0..<300 {
                if turn % 50 == 10 {
                    session.sandbox.inject(faults[turn / 50].on("/users/api_token.json", count: nil))
                }
                if turn % 50 == 25 { session.sandbox.clearFaults() }
                do {
                    try await Self.ask(session, viewer, turn: turn, id: &id)
                } catch let error as INaturalistError {
                    failures.append(error)
                    #expect((10..<25).contains(turn % 50))
                }
                clock.advance(by: .seconds(1))
            }
            #expect(failures.count >= 6 * 8)
            #expect(failures.allSatisfy { $0.concerns != .token })
            Self.expectGoodTokens(session)
        }
    }

    @Test("One that is too long for a JWT alone ends with the person being asked")
    func endsAlone() async throws {
        try await Self.run { session, clock in
            let viewer = try session.viewer(.observer, lifetime: .seconds(5))
            var (ended, id) = (0, nil as Int?)
            for turn in 0..<30 {
                if turn == 10 {
                    session.sandbox.inject(SandboxFault.throttled.on("/users/api_token.json", count: nil))
                }
                if turn == 20 { session.sandbox.clearFaults() }
                do {
                    try await Self.ask(session, viewer, turn: turn, id: &id)
                    #expect(ended == 0)
                } catch INaturalistError.jwtEnded {
                    ended += 1
                }
                clock.advance(by: .seconds(1))
            }
            #expect(ended > 10)
            Self.expectGoodTokens(session)
        }
    }
}
