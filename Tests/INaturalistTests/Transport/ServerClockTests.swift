import FoundationEssentials
import INaturalistSandbox
import Testing

@testable import INaturalist

@Suite(.timeLimit(.minutes(5)))
struct ServerClockTests {
    /// 2026-09-22 00:00:00 UTC.
    private static let midnight = 1_790_035_200.0

    private static func reply(_ date: String?, age: String? = nil) -> HTTPResponse {
        var headers: [(name: String, value: String)] = []
        if let date { headers.append(("Date", date)) }
        if let age { headers.append(("Age", age)) }
        return HTTPResponse(status: 200, headers: headers, body: [])
    }

    private static func error(
        _ readings: [(date: String, sent: Double, received: Double)]
    ) -> Double? {
        let clock = ServerClock()
        for (date, sent, received) in readings {
            clock.learn(
                from: reply(date),
                sent: Date(timeIntervalSince1970: midnight + sent),
                received: Date(timeIntervalSince1970: midnight + received)
            )
        }
        return clock.error
    }

    @Test("A right clock is right, whatever part of the second and however slow the reply")
    func isRight() {
        let date = "Tue, 22 Sep 2026 00:00:10 GMT"
        for (sent, received) in [(10.0, 10.0), (10.9, 10.95), (9.9, 10.1), (5, 10.2), (10.5, 40), (9, 11)] {
            #expect(Self.error([(date, sent, received)]) == 0)
        }
    }

    @Test(
        "A wrong clock is told within the second that a date leaves open",
        arguments: [-3600.0, 3600, -86_400, 3, 400_000]
    )
    func isWrong(shift: Double) throws {
        for fraction in [0.0, 0.4, 0.99] {
            let error = try #require(
                Self.error([
                    ("Tue, 22 Sep 2026 00:00:10 GMT", 10 + fraction + shift, 10.05 + fraction + shift)
                ])
            )
            #expect(abs(error - shift) <= 0.6)
        }
    }

    @Test("More replies narrow it down, and a clock that was set meanwhile is believed")
    func narrows() throws {
        let narrow = try #require(
            Self.error([
                ("Tue, 22 Sep 2026 00:00:10 GMT", 110.95, 110.96),
                ("Tue, 22 Sep 2026 00:00:12 GMT", 112.02, 112.03),
            ])
        )
        #expect(abs(narrow - 100) < 0.06)
        let set = try #require(
            Self.error([
                ("Tue, 22 Sep 2026 00:00:10 GMT", 110.5, 110.6),
                ("Tue, 22 Sep 2026 00:00:12 GMT", 12.5, 12.6),
            ])
        )
        #expect(set == 0)
    }

    @Test("What teaches nothing changes nothing")
    func ignores() {
        let clock = ServerClock()
        let now = Date(timeIntervalSince1970: Self.midnight)
        for reply in [
            Self.reply(nil), Self.reply("soon"), Self.reply("Tue, 22 Sep 2026 01:00:00 GMT", age: "120"),
        ] {
            clock.learn(from: reply, sent: now, received: now)
        }
        clock.learn(from: Self.reply("Tue, 22 Sep 2026 01:00:00 GMT"), sent: now, received: now - 1)
        #expect(clock.error == nil)
    }

    @Test(
        "A client notices from either host that its computer is an hour off",
        arguments: [-3600.0, 0, 3600]
    )
    func notices(shift: Double) async throws {
        for asksSite in [true, false] {
            try await SandboxSession.run(now: { Date.now.addingTimeInterval(shift) }) { session in
                #expect(session.client.clockError == nil)
                let asked = ContinuousClock.now
                if asksSite {
                    _ = try? await session.client.jwt(using: .anonymous)
                } else {
                    _ = try await session.client.page(ObservationQuery(), limit: 1, as: .anonymous)
                }
                // A reply leaves open the second it names and the time it took: the middle is half of both away.
                let leftOpen = 1 + (ContinuousClock.now - asked) / .seconds(1)
                let error = try #require(session.client.clockError)
                #expect(abs(error - shift) <= leftOpen / 2)
                let before = Date.now
                let told = session.client.serverNow
                #expect(told.timeIntervalSince(before) >= -leftOpen / 2)
                #expect(told.timeIntervalSince(.now) <= leftOpen / 2)
                if shift == 0 { #expect(error == 0) }
            }
        }
    }

    @Test("An end is judged by the servers' clock, not by this computer's", arguments: [-3600.0, 3600])
    func judges(shift: Double) async throws {
        try await SandboxSession.run(now: { Date.now.addingTimeInterval(shift) }) { session in
            // Half an hour more, or half an hour ago: with this clock each looks like the other.
            let good = try session.viewer(.observer, lifetime: .seconds(1800))
            let bad = try session.viewer(.observer, lifetime: .seconds(-1800))
            guard
                case .refused(let reason) = try await session.client.prove(
                    .jwt(#require(bad.credentials.jwt))
                )
            else {
                Issue.record("an ended JWT was honoured")
                return
            }
            #expect(reason == INaturalistError.tokenNotHonoured(.expired).description)
            session.sandbox.forgetRequests()
            let page = try await session.client.page(
                ObservationQuery(observer: "observer"),
                limit: 5,
                as: good
            )
            #expect(page.recognition == .recognised)
            #expect(session.exchanges == 0 && session.askedOfAPI == [.jwt])
            session.sandbox.forgetRequests()
            await #expect(throws: INaturalistError.jwtEnded(reason: "it has expired.")) {
                try await session.client.page(ObservationQuery(), as: bad)
            }
            #expect(session.sandbox.requests.isEmpty)
            let jwt = try #require(good.credentials.jwt)
            let due = try #require(session.client.renewalDate(of: jwt))
            // A fifth of what was left of half an hour when it was first seen, which may be a while after its issue.
            let expiry = try #require(jwt.expiry).addingTimeInterval(shift)
            #expect((240...362).contains(expiry.timeIntervalSince(due)))
        }
    }

    @Test(
        "Before the first reply an ended JWT is tried at the site, and a good one is not lost by a wrong clock"
    )
    func triesFirst() async throws {
        try await SandboxSession.run(now: { Date.now.addingTimeInterval(3600) }) { session in
            let good = try session.viewer(.observer, lifetime: .seconds(1800))
            let page = try await session.client.page(
                ObservationQuery(observer: "observer"),
                limit: 5,
                as: good
            )
            #expect(page.recognition == .recognised)
            #expect(session.sandbox.requests.map(\.path) == ["/users/api_token.json", "/v2/observations"])
        }
        try await SandboxSession.run { session in
            let bad = try session.viewer(.observer, lifetime: .seconds(-1800))
            let error = await #expect(throws: INaturalistError.self) {
                try await session.client.page(ObservationQuery(), as: bad)
            }
            #expect(error == .jwtEnded(reason: "iNaturalist does not take it any more."))
            #expect(session.askedOfAPI.isEmpty)
        }
    }
}
