import FoundationEssentials
import INaturalistSandbox
import Testing

@testable import INaturalist

@Suite(.timeLimit(.minutes(5)))
struct SignInTests {
    @Test(
        "The login and the e-mail address both sign in, in any case",
        arguments: ["observer", "OBSERVER", "observer@example.org", "Observer@Example.ORG"]
    )
    func signsIn(username: String) async throws {
        try await SandboxSession.run { session in
            let token = try await session.client.signIn(session.grant(.observer, username: username))
            #expect(token.length == 43)
            #expect(Set(token.scopes) == ["write", "login"])
            let proof = try await session.client.prove(.oauth(token))
            #expect(proof.account?.login == "observer")
        }
    }

    @Test("A public application needs no secret, and signs in without one")
    func signsInWithoutSecret() async throws {
        try await SandboxSession.run { session in
            var grant = session.grant(.observer, application: .publicClient)
            grant.application.secret = nil
            let token = try await session.client.signIn(grant)
            #expect(token.length == 43)
        }
    }

    @Test(
        "Refusals name what to correct",
        arguments: [
            (SandboxAccount.Role.observer, "wrong", nil, INaturalistError.wrongPassword),
            (.observer, nil, "wrong", .unknownApplication),
            (.banned, nil, nil, .suspended(until: nil)),
            (.child, nil, nil, .parentsNotAsked),
        ] as [(SandboxAccount.Role, String?, String?, INaturalistError)]
    )
    func refuses(
        role: SandboxAccount.Role,
        password: String?,
        secret: String?,
        error: INaturalistError
    ) async throws {
        try await SandboxSession.run { session in
            await #expect(throws: error) {
                try await session.client.signIn(session.grant(role, password: password, secret: secret))
            }
            #expect(session.sandbox.requests.count == 1)
        }
    }

    @Test("A suspension with an end tells the date")
    func tellsDate() async throws {
        try await SandboxSession.run { session in
            session.sandbox.suspend(login: "stranger", until: "2099-12-01T00:00:00Z")
            let error = await #expect(throws: INaturalistError.self) {
                try await session.client.signIn(session.grant(.stranger))
            }
            #expect(error?.description.hasPrefix("This account is suspended until 2099-12-01.") == true)
            #expect(error?.concerns == .username)
        }
    }

    @Test("An OAuth token buys a JWT for its user and application, and a JWT buys a new one")
    func buysJWT() async throws {
        try await SandboxSession.run { session in
            let token = try await session.client.signIn(session.grant(.observer))
            let jwt = try await session.client.jwt(using: .oauth(token))
            #expect(jwt.userID == Sandbox.account(.observer).userID)
            #expect(jwt.applicationID == SandboxApplication.working.id)
            #expect(jwt.algorithm == "HS512")
            let next = try await session.client.jwt(using: .jwt(jwt))
            #expect(next.userID == jwt.userID)
            let seconds = try #require(next.secondsLeft(at: .now))
            #expect((80_000...86_401).contains(seconds))
        }
    }

    @Test("Without a right to a JWT the reason is told")
    func refusesJWT() async throws {
        try await SandboxSession.run { session in
            let revoked = session.oauth(.trusted)
            session.sandbox.revokeOAuthTokens(login: "trusted")
            let table: [(Authorization, [INaturalistError])] = [
                (.anonymous, [.notSignedIn]),
                (.oauth(OAuthToken(text: Secret("garbage"))), [.tokenNotHonoured(.invalid)]),
                (revoked, [.tokenNotHonoured(.revoked)]),
                (session.oauth(.observer, scope: "login"), [.tokenLacksScope]),
                (
                    try session.jwt(.observer, lifetime: .seconds(-10)),
                    [.notSignedIn, .tokenNotHonoured(.invalid)]
                ),
            ]
            for (authorization, errors) in table {
                let error = await #expect(throws: INaturalistError.self) {
                    try await session.client.jwt(using: authorization)
                }
                #expect(error.map(errors.contains) == true)
            }
        }
    }

    @Test("A revoked token is dead, the JWT that it bought lives on")
    func revokes() async throws {
        try await SandboxSession.run { session in
            let token = try await session.client.signIn(session.grant(.observer))
            let jwt = try await session.client.jwt(using: .oauth(token))
            try await session.client.revoke(
                token,
                issuedTo: SandboxApplication.working.registration
            )
            guard case .refused(let reason) = try await session.client.prove(.oauth(token)) else {
                Issue.record("still honoured")
                return
            }
            #expect(reason.contains("revoked"))
            let proof = try await session.client.prove(.jwt(jwt))
            #expect(proof.account?.login == "observer")
        }
    }

    @Test("Another application cannot revoke a token")
    func refusesRevocation() async throws {
        try await SandboxSession.run { session in
            let token = try await session.client.signIn(session.grant(.observer))
            await #expect(throws: INaturalistError.revocationNotAllowed) {
                try await session.client.revoke(
                    token,
                    issuedTo: SandboxApplication.loginOnly.registration
                )
            }
            let proof = try await session.client.prove(.oauth(token))
            #expect(proof.account?.login == "observer")
        }
    }
}
