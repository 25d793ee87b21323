import INaturalistSandbox
import Testing

@testable import INaturalist

/// A password makes a token that never expires; what nobody keeps has to be ended.
@Suite(.timeLimit(.minutes(5)))
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

    @Test(
        "A token that comes after its person stopped waiting is ended too",
        arguments: [false, true]
    )
    func endsLateToken(isCode: Bool) async throws {
        try await SandboxSession.run { session in
            let gate = SandboxGate()
            session.sandbox.inject(SandboxFault(.held(gate), pathPrefix: "/oauth/token"))
            let signIn = Self.signIn(session, isCode: isCode)
            await gate.arrivals(1)
            signIn.cancel()
            await #expect(throws: INaturalistError.cancelled) { try await signIn.value }
            let ending = Task { await session.client.revokeIssuedTokens(within: .seconds(50)) }
            gate.open()
            #expect(await ending.value == 0)
            #expect(session.sandbox.requests.map(\.path) == ["/oauth/token", "/oauth/revoke"])
            #expect(session.sandbox.issuedTokens(login: "observer") == 0)
            #expect(await session.client.revokeIssuedTokens() == 0)
        }
    }

    @Test("A token that does not come in time is counted, and those that are there are ended meanwhile")
    func countsWhatMayCome() async throws {
        try await SandboxSession.run { session in
            let token = try await session.client.signIn(session.grant(.observer))
            let gate = SandboxGate()
            session.sandbox.inject(SandboxFault(.held(gate), pathPrefix: "/oauth/token"))
            let signIn = Self.signIn(session, isCode: false)
            await gate.arrivals(1)
            let ending = Task { await session.client.revokeIssuedTokens(within: .seconds(600)) }
            await eventually { !session.sandbox.isAlive(token.text.exposed) }
            #expect(await session.client.revokeIssuedTokens(within: .milliseconds(1)) > 0)
            gate.open()
            #expect(await ending.value == 0)
            // Who still waited has it, and it is ended: nobody kept it.
            #expect(!session.sandbox.isAlive(try await signIn.value.text.exposed))
        }
    }

    @Test("Who is cancelled before it is their turn sends nothing")
    func sendsNothingLate() async throws {
        let sandbox = try await Sandbox.start(SandboxConfiguration(observationCount: 200))
        let clock = ManualClock(jumps: false)
        let limits = RateLimits(interval: .seconds(1), burst: 1, window: .seconds(60), perWindow: 60)
        let client = INaturalistClient(
            addresses: try ServerAddresses(checkingSite: sandbox.baseURL, api: sandbox.baseURL),
            limiter: RateLimiter(limits: limits, clock: clock)
        )
        try await client.limiter.start()
        let account = Sandbox.account(.observer)
        let grant = PasswordGrant(
            username: account.login,
            password: Secret(account.password),
            application: SandboxApplication.working.registration
        )
        let signIn = Task { try await client.signIn(grant) }
        await eventually { clock.sleepers == 1 }
        signIn.cancel()
        await #expect(throws: INaturalistError.cancelled) { try await signIn.value }
        #expect(client.issued.count == 0)
        clock.advance(by: .seconds(2))
        #expect(await client.revokeIssuedTokens() == 0)
        #expect(sandbox.requests.isEmpty)
        await client.shutdown()
        await sandbox.stop()
    }

    private static func signIn(
        _ session: SandboxSession,
        isCode: Bool
    ) -> Task<OAuthToken, any Error> {
        guard isCode else {
            let grant = session.grant(.observer)
            return Task { try await session.client.signIn(grant) }
        }
        let grant = session.codeGrant()
        return Task { try await session.client.signIn(grant) }
    }
}
