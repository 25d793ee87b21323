import Accounts
import FoundationEssentials
import INaturalist
import ObservationSync
import TerminalUI
import Testing

@testable import Browser

/// JWTs that end: exchanged in time, asked for in place when that fails, and never a row of anybody's as the person's.
@Suite struct RenewalTests {
    /// A browser whose JWT is due in 24 h less ten minutes, with 450 rows of which 200 are fetched.
    private func browser() throws -> TestBrowser {
        var state = try World.browser(120, 36, showing: World.many((251...450).reversed()), total: 450)
        state.renewalDate = World.now.addingTimeInterval(84_690)
        return state
    }

    private func renewal(_ effects: [Effect]) -> (ticket: Int, viewer: Viewer)? {
        for case .work(.renewal, let ticket, .renew(let viewer)) in effects { return (ticket, viewer) }
        return nil
    }

    @Test func `the alarm is set for the moment at which the JWT is due`() throws {
        var state = try browser()
        let effects = state.press(.down)
        #expect(effects.contains(.wake(at: World.now.addingTimeInterval(84_690))))
        #expect(!state.press(.down).contains { if case .wake = $0 { true } else { false } })
    }

    @Test func `at that moment the JWT is exchanged, not before`() throws {
        var state = try browser()
        #expect(renewal(state.update(.woke, at: World.now.addingTimeInterval(84_000))) == nil)
        let due = state.update(.woke, at: World.now.addingTimeInterval(84_690))
        #expect(renewal(due)?.viewer == state.session.viewer)
    }

    @Test(arguments: [Identity.anonymous, .oauth])
    func `also while another identity speaks`(_ identity: Identity) throws {
        var state = try browser()
        state.session.identity = identity
        let due = state.update(.woke, at: World.now.addingTimeInterval(84_690))
        #expect(renewal(due)?.viewer == Viewer(credentials: state.session.credentials, identity: .jwt))
    }

    @Test func `the new JWT takes the old one's place, and is kept where the old one was`() throws {
        var state = try browser()
        let old = state.session.credentials
        let new = Credentials(oauth: old.oauth, jwt: try World.jwt(secondsLeft: 170_000))
        let effects = state.update(.renewed(from: old, to: new, due: nil), at: World.now)
        #expect(state.session.credentials == new)
        #expect(effects.contains(.keepRenewed(state.session)))
    }

    @Test func `what is not kept is not kept after a renewal either`() throws {
        var state = try browser()
        state.session.keeping = .nowhere
        let new = Credentials(oauth: World.oauth, jwt: try World.jwt(secondsLeft: 170_000))
        let effects = state.update(
            .renewed(from: state.session.credentials, to: new, due: nil),
            at: World.now
        )
        #expect(!effects.contains { if case .keepRenewed = $0 { true } else { false } })
    }

    @Test func `a renewal of somebody who is not signed in any more changes nothing`() throws {
        var state = try browser()
        let other = Credentials(jwt: try World.jwt(secondsLeft: 50))
        let before = state.session
        _ = state.update(
            .renewed(from: other, to: Credentials(jwt: try World.jwt(secondsLeft: 60)), due: nil),
            at: World.now
        )
        #expect(state.session == before)
    }

    /// The person presses `End`, and the server does not honour the JWT any more.
    private func interrupted(by error: INaturalistError) throws -> TestBrowser {
        var state = try browser()
        let effects = state.press(.end)
        let ticket = try #require(workTicket(effects, .job))
        state.update(.finished(.job, ticket: ticket, .failed(error)), at: World.now)
        return state
    }

    @Test(arguments: [
        INaturalistError.jwtNotHonoured, .jwtEnded(reason: "it has expired."), .tokenNotHonoured(.revoked),
    ])
    func `when no new JWT can be had the person is asked in place, and everything waits`(
        _ error: INaturalistError
    ) throws {
        var state = try interrupted(by: error)
        #expect(state.context == .signIn)
        #expect(state.screenText.contains("Sign in again, and what was under way goes on"))
        #expect(!state.screenText.contains("proved"))
        #expect(state.list.count == 200)
        let effects = state.update(.woke, at: World.now)
        #expect(!effects.contains { $0.fetch != nil })
    }

    @Test func `signed in again as the same person, what was under way goes on`() throws {
        var state = try interrupted(by: .jwtNotHonoured)
        let effects = try signIn(&state, as: World.observer)
        #expect(state.context == .table)
        #expect(state.list.count == 200)
        let next = try #require(effects.lazy.compactMap(\.fetch).first)
        #expect(next.lane == .job)
        #expect(next.request.reach == .everything)
        #expect(!next.request.isWhole)
        #expect(state.job?.state == .running)
    }

    @Test func `signed in as somebody else, nothing of the person before is left`() throws {
        var state = try interrupted(by: .jwtNotHonoured)
        _ = try signIn(&state, as: World.curator)
        #expect(state.list.count == 0)
        #expect(!state.screenText.contains("observer"))
        #expect(!state.screenText.contains("Orchid"))
    }

    @Test func `Escape leaves the rows as they are, with the reason above them, and fetches nothing`() throws
    {
        var state = try interrupted(by: .jwtNotHonoured)
        let effects = state.press(.escape)
        #expect(state.context == .table)
        #expect(state.screenText.contains("not honoured"))
        #expect(!effects.contains { if case .work = $0 { true } else { false } })
    }

    @Test func `a suspended account is told, without asking to sign in`() throws {
        let state = try interrupted(by: .accountSuspended)
        #expect(state.context == .table)
        #expect(state.screenText.contains("suspended"))
    }

    @Test func `a network that is away does not end a session`() throws {
        let state = try interrupted(by: .transport(.noConnection, host: "api.inaturalist.org"))
        #expect(state.context == .table)
        #expect(state.session.mayAsk)
    }

    private func signIn(_ state: inout TestBrowser, as account: Account) throws -> [Effect] {
        _ = state.update(.input(.paste(PastedText(try World.jwt().text.exposed))), at: World.now)
        let asked = state.press(.enter)
        let ticket = try #require(workTicket(asked, .signIn))
        let result = try World.result(as: account)
        return state.update(.finished(.signIn, ticket: ticket, .signedIn(result)), at: World.now)
    }
}

/// A computer whose clock is wrong.
@Suite struct ClockTests {
    @Test(arguments: [3_600.0, -3_600])
    func `a clock that is an hour off is told, and times left go by the server's`(_ error: Double) throws {
        var state = try World.browser(120, 36)
        _ = state.update(.clockError(error), at: World.now.addingTimeInterval(error))
        #expect(
            state.screenText.contains("This computer's clock is 1 h 0 min \(error > 0 ? "ahead" : "behind")")
        )
        #expect(state.screenText.contains("23 h 41 min left"))
    }

    @Test(arguments: [1.0, -30, 119])
    func `what a reply may take is no error of the clock`(_ error: Double) throws {
        var state = try World.browser(120, 36)
        _ = state.update(.clockError(error), at: World.now)
        #expect(!state.screenText.contains("clock"))
    }

    @Test func `an expired JWT is told, also when nobody presses a key`() throws {
        var state = try World.browser(120, 36)
        #expect(state.screenText.contains("proved"))
        _ = state.update(.woke, at: World.now.addingTimeInterval(86_400))
        #expect(state.screenText.contains("expired"))
        #expect(!state.screenText.contains("proved"))
    }

    @Test func `an expired JWT has no countdown, so nothing wakes up for one`() throws {
        var state = try World.browser(120, 36)
        state.session.credentials.jwt = try World.jwt(secondsLeft: -30)
        state.press(.character("a"))
        let effects = state.update(.woke, at: World.now.addingTimeInterval(1))
        #expect(!effects.contains { if case .wake = $0 { true } else { false } })
    }

    @Test func `on the token screen the countdown goes on by itself, elsewhere nothing wakes up for it`()
        throws
    {
        var state = try World.browser(120, 36)
        state.session.credentials.jwt = try World.jwt(secondsLeft: 90.5)
        func alarms(_ effects: [Effect]) -> [Double] {
            effects.compactMap {
                if case .wake(let date) = $0 { date.timeIntervalSince(World.now) } else { nil }
            }
        }
        #expect(alarms(state.press(.down)) == [90])
        #expect(alarms(state.press(.character("a"))).allSatisfy { $0 <= 1 })
        #expect(state.screenText.contains("1 min 30 s"))
    }
}
