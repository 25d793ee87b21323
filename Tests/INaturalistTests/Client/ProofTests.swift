import INaturalistSandbox
import Testing

@testable import INaturalist

@Suite(.timeLimit(.minutes(5)))
struct ProofTests {
    @Test(
        "A JWT is proved by the API",
        arguments: [SandboxAccount.Role.observer, .trusted, .curator, .stranger]
    )
    func provesJWT(role: SandboxAccount.Role) async throws {
        try await SandboxSession.run { session in
            let account = Sandbox.account(role)
            let proof = try await session.client.prove(session.jwt(role))
            #expect(proof == .proved(Account(id: account.userID, login: account.login, name: account.name)))
        }
    }

    @Test(
        "An OAuth token is known to the site and ignored by the API",
        arguments: ["write login", "login", "write"]
    )
    func doubtsOAuth(scope: String) async throws {
        try await SandboxSession.run { session in
            let account = Sandbox.account(.observer)
            let proof = try await session.client.prove(session.oauth(.observer, scope: scope))
            #expect(
                proof == .ignoredByAPI(Account(id: account.userID, login: account.login, name: account.name))
            )
        }
    }

    @Test("Nothing is sent to prove that nothing is sent")
    func needsNoProof() async throws {
        try await SandboxSession.run { session in
            let proof = try await session.client.prove(.anonymous)
            #expect(proof == .anonymous)
            #expect(session.sandbox.requests.isEmpty)
        }
    }

    @Test("What is not honoured is refused with its own reason")
    func refuses() async throws {
        try await SandboxSession.run { session in
            let suspended = try session.jwt(.stranger)
            session.sandbox.suspend(login: "stranger", until: nil)
            let revoked = session.oauth(.trusted)
            session.sandbox.revokeOAuthTokens(login: "trusted")
            let table: [(Authorization, INaturalistError)] = [
                (try session.jwt(.observer, lifetime: .seconds(-10)), .tokenNotHonoured(.expired)),
                (.jwt(try TokenSamples.parsedJWT(expiry: 4_000_000_000)), .jwtNotHonoured),
                (suspended, .accountSuspended),
                (revoked, .tokenNotHonoured(.revoked)),
                (.oauth(OAuthToken(text: Secret("garbage"))), .tokenNotHonoured(.invalid)),
            ]
            for (authorization, error) in table {
                let proof = try await session.client.prove(authorization)
                #expect(proof == .refused(reason: error.description))
            }
        }
    }

    @Test("A JWT that the API takes for somebody else, or that names nobody, is refused")
    func refusesOtherUser() async throws {
        try await SandboxSession.run { session in
            let token = try session.jwt(.observer)
            let observer = Sandbox.account(.observer)
            let stranger = Sandbox.account(.stranger)
            let reply = """
                {"total_results":1,"results":[{"id":\(stranger.userID),"login":"\(stranger.login)"}]}
                """
            session.sandbox.inject(SandboxFault.reply(status: 200, body: reply).on("/v1/users/me"))
            guard case .refused(let reason) = try await session.client.prove(token) else {
                Issue.record("taken for \(stranger.login)")
                return
            }
            #expect(reason.contains("user \(observer.userID)") && reason.contains("user \(stranger.userID)"))
            let nobody = try JWT(text: Secret(TokenSamples.jwt(claims: #"{"exp":4000000000}"#)))
            session.sandbox.inject(SandboxFault.reply(status: 200, body: reply).on("/v1/users/me"))
            guard case .refused(let other) = try await session.client.prove(.jwt(nobody)) else {
                Issue.record("taken for \(stranger.login)")
                return
            }
            #expect(other.contains("names no user"))
        }
    }

    @Test("A network that fails proves nothing and refuses nothing")
    func leavesOpen() async throws {
        try await SandboxSession.run { session in
            session.sandbox.inject(SandboxFault.throttled.on("/v1/users/me", count: nil))
            await #expect(throws: INaturalistError.throttled(retryAfter: nil)) {
                try await session.client.prove(session.jwt(.observer))
            }
            session.sandbox.clearFaults()
            session.sandbox.inject(SandboxFault.maintenance().on("/users/edit.json", count: nil))
            let error = await #expect(throws: INaturalistError.self) {
                try await session.client.prove(session.oauth(.observer))
            }
            #expect(error?.kind == .throttled)
        }
    }
}
