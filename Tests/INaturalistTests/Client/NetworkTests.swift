import INaturalistSandbox
import Testing

@testable import INaturalist

@Suite(.timeLimit(.minutes(5)))
struct NetworkTests {
    @Test("Only GET is sent, but for tokens, and never a cookie; the program names itself")
    func behaves() async throws {
        try await SandboxSession.run { session in
            let token = try await session.client.signIn(session.grant(.observer))
            let jwt = try await session.client.jwt(using: .oauth(token))
            _ = try await session.client.jwt(using: .jwt(jwt))
            for authorization in [Authorization.anonymous, .oauth(token), .jwt(jwt)] {
                _ = try await session.client.prove(authorization)
                let page = try await session.client.page(ObservationQuery(), limit: 5, as: authorization)
                _ = try await session.client.observations(ids: page.observations.map(\.id), as: authorization)
                _ = try await session.client.detail(id: page.observations[0].id, as: authorization)
            }
            try await session.client.revoke(
                token,
                issuedTo: SandboxApplication.working.registration
            )
            let requests = session.sandbox.requests
            for request in requests {
                let isTokenEndpoint = ["/oauth/token", "/oauth/revoke"].contains(request.path)
                #expect(request.method == (isTokenEndpoint ? "POST" : "GET"))
                #expect(!request.hasCookie)
                #expect(request.userAgent == "inatty/0.1.0")
                #expect(request.accept == "application/json")
                #expect(
                    !request.query.contains(jwt.text.exposed) && !request.query.contains(token.text.exposed)
                )
            }
            #expect(requests.filter { $0.method == "POST" }.count == 2)
        }
    }

    @Test("A redirect to another server carries nothing there")
    func keepsTokens() async throws {
        try await SandboxSession.run { other in
            try await SandboxSession.run { session in
                let calls: [(String, (INaturalistClient, Authorization) async throws -> Void)] = [
                    ("/v1/observations", { _ = try await $0.detail(id: 1, as: $1) }),
                    ("/v2/observations", { _ = try await $0.page(ObservationQuery(), as: $1) }),
                    ("/v1/users/me", { _ = try await $0.prove($1) }),
                    ("/users/api_token.json", { _ = try await $0.jwt(using: $1) }),
                ]
                for (path, call) in calls {
                    session.sandbox.inject(SandboxFault.redirect(to: other.sandbox.baseURL + path).on(path))
                    let error = await #expect(throws: INaturalistError.self) {
                        try await call(session.client, session.jwt(.observer))
                    }
                    #expect(error?.kind == .notUnderstood)
                    #expect(error?.description.contains("127.0.0.1:\(other.sandbox.port)") == true)
                }
                session.sandbox.inject(
                    SandboxFault.redirect(to: other.sandbox.baseURL + "/oauth/token").on("/oauth/token")
                )
                await #expect(throws: INaturalistError.self) {
                    try await session.client.signIn(session.grant(.observer))
                }
            }
            #expect(other.sandbox.requests.isEmpty)
        }
    }

    @Test("Replies that are cut off are asked for again")
    func retriesCutReplies() async throws {
        try await SandboxSession.run { session in
            session.sandbox.inject(SandboxFault(.truncatedBody(afterBytes: 40), pathPrefix: "/v2"))
            session.sandbox.inject(SandboxFault(.droppedConnection, pathPrefix: "/v2"))
            let page = try await session.client.page(ObservationQuery(), limit: 5, as: .anonymous)
            #expect(page.observations.count == 5)
            #expect(session.clock.waits == [.seconds(1), .seconds(2)])
            session.sandbox.inject(
                SandboxFault(.truncatedBody(afterBytes: 40), pathPrefix: "/v2", count: nil)
            )
            let error = await #expect(throws: INaturalistError.self) {
                try await session.client.page(ObservationQuery(), as: .anonymous)
            }
            #expect(error?.kind == .unreachable)
            #expect(error?.description.contains("in the middle of the reply") == true)
        }
    }

    @Test(
        "Bodies without an end, and bodies that are too large, are given up on",
        arguments: [SandboxFault.Action.endlessBody, .oversizedBody(bytes: 400_000)]
    )
    func limitsBodies(action: SandboxFault.Action) async throws {
        try await SandboxSession.run(settings: TransportSettings(bodyLimit: 262_144)) { session in
            session.sandbox.inject(SandboxFault(action, pathPrefix: "/v1", count: nil))
            let error = await #expect(throws: INaturalistError.self) {
                try await session.client.detail(id: 1, as: .anonymous)
            }
            guard case .transport(.replyTooLarge(limit: 262_144), _) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(session.sandbox.requests.count == 1)
        }
    }

    @Test("A call that is cancelled while the server thinks ends at once")
    func cancels() async throws {
        try await SandboxSession.run { session in
            let gate = SandboxGate()
            session.sandbox.inject(SandboxFault(.held(gate), pathPrefix: "/v2"))
            let task = Task { try await session.client.page(ObservationQuery(), as: .anonymous) }
            await gate.arrivals(1)
            task.cancel()
            await #expect(throws: INaturalistError.cancelled) { try await task.value }
            gate.open()
            let page = try await session.client.page(ObservationQuery(), limit: 5, as: .anonymous)
            #expect(page.observations.count == 5)
        }
    }

    @Test("Throttling, maintenance, a blocked address and a foreign page are told apart")
    func namesFailures() async throws {
        try await SandboxSession.run { session in
            let table: [(SandboxFault, ErrorKind)] = [
                (.throttled, .throttled), (.maintenance(), .throttled), (.blockedAddress, .notHonoured),
                (.htmlInsteadOfJSON, .notUnderstood), (.searchFailureV1, .unreachable),
                (.railsFailureBehindV1, .unreachable),
            ]
            for (fault, kind) in table {
                session.sandbox.inject(fault.on("/v1", count: nil))
                let error = await #expect(throws: INaturalistError.self) {
                    try await session.client.detail(id: 1, as: .anonymous)
                }
                #expect(error?.kind == kind)
                session.sandbox.clearFaults()
            }
        }
    }

    @Test("The limiter paces what is sent, retries included")
    func paces() async throws {
        let sandbox = try await Sandbox.start(SandboxConfiguration(observationCount: 200))
        let clock = ManualClock(jumps: true)
        let client = INaturalistClient(
            addresses: try ServerAddresses(checkingSite: sandbox.baseURL, api: sandbox.baseURL),
            limiter: RateLimiter(limits: .iNaturalist, clock: clock),
            retries: RetryPolicy(jitter: { 1 })
        )
        for _ in 0..<6 { _ = try await client.page(ObservationQuery(), limit: 1, as: .anonymous) }
        #expect(clock.now == .seconds(1))
        sandbox.inject(SandboxFault.throttled.on("/v2"))
        _ = try await client.page(ObservationQuery(), limit: 1, as: .anonymous)
        #expect(clock.now == .seconds(3))
        #expect(sandbox.requests.count == 8)
        await client.shutdown()
        await sandbox.stop()
    }
}
