import INaturalistSandbox
import Testing

@testable import INaturalist

/// “Which token where”, measured.
@Suite(.timeLimit(.minutes(5)))
struct MeasuringTests {
    private static let keys = ["private_location", "private_geojson", "private_place_guess"]
    private static let legacyKeys = ["private_place_guess", "private_latitude", "private_longitude"]

    private static func ids(_ session: SandboxSession) async throws -> (hidden: Int, open: Int) {
        var ids: [Int] = []
        for obscuration in [Obscuration.obscured, .none] {
            let query = ObservationQuery(observer: "observer", obscurations: [obscuration])
            let page = try await session.client.page(query, limit: 1, as: .anonymous)
            ids.append(try #require(page.observations.first?.id))
        }
        return (ids[0], ids[1])
    }

    private static func measure(
        _ session: SandboxSession,
        _ authorization: Authorization,
        observation: Int
    ) async -> [TokenFinding] {
        var findings: [TokenFinding] = []
        for probe in TokenProbe.allCases {
            findings.append(await session.client.measure(probe, observation: observation, as: authorization))
        }
        return findings
    }

    @Test("The table is that of the reference")
    func measures() async throws {
        try await SandboxSession.run { session in
            let (hidden, open) = try await Self.ids(session)
            let observer = Sandbox.account(.observer)
            let account = TokenFinding.account(
                Account(id: observer.userID, login: observer.login, name: observer.name)
            )
            let table: [(Authorization, [TokenFinding])] = [
                (.anonymous, [.refused(status: 401), .refused(status: 401), .publicView, .hidden]),
                (
                    session.oauth(.observer),
                    [.refused(status: 401), account, .publicView, .privateKeys(Self.legacyKeys)]
                ),
                (
                    try session.jwt(.observer),
                    [account, account, .privateKeys(Self.keys), .privateKeys(Self.legacyKeys)]
                ),
                (
                    .jwt(try TokenSamples.parsedJWT(expiry: 4_000_000_000)),
                    [.refused(status: 401), .refused(status: 401), .publicView, .hidden]
                ),
                (
                    .oauth(OAuthToken(text: Secret("garbage"))),
                    [.refused(status: 401), .refused(status: 401), .publicView, .hidden]
                ),
            ]
            for (authorization, findings) in table {
                let found = await Self.measure(session, authorization, observation: hidden)
                #expect(found == findings)
            }
            let stranger = await Self.measure(session, try session.jwt(.stranger), observation: hidden)
            #expect(stranger.suffix(2) == [.hidden, .hidden])
            let opened = await Self.measure(session, try session.jwt(.observer), observation: open)
            #expect(opened.suffix(2) == [.nothingHidden, .nothingHidden])
            #expect(
                await Self.measure(session, .anonymous, observation: open).suffix(2) == [
                    .publicView, .nothingHidden,
                ]
            )
        }
    }

    @Test("A suspended account's JWT is refused everywhere by the API")
    func measuresSuspended() async throws {
        try await SandboxSession.run { session in
            let (hidden, _) = try await Self.ids(session)
            let jwt = try session.jwt(.stranger)
            session.sandbox.suspend(login: "stranger", until: nil)
            let found = await Self.measure(session, jwt, observation: hidden)
            #expect(found[0] == .refused(status: 401) && found[2] == .refused(status: 401))
        }
    }

    @Test("Observations that are not there, and failures, are findings")
    func measuresFailures() async throws {
        try await SandboxSession.run { session in
            let client = session.client
            for id in [5, Sandbox.deletedObservationID, 0] {
                for probe in [TokenProbe.privateKeys, .legacyObservation] {
                    let finding = await client.measure(probe, observation: id, as: .anonymous)
                    #expect(finding.words == "no such observation" && finding.verdict == .bad)
                }
            }
            session.sandbox.inject(SandboxFault.throttled.on("/v1", count: nil))
            #expect(
                await client.measure(.usersMe, observation: 1, as: .anonymous)
                    == .failed(.throttled(retryAfter: nil))
            )
            session.sandbox.clearFaults()
            session.sandbox.inject(SandboxFault.htmlInsteadOfJSON.on("/users"))
            #expect(await client.measure(.editUser, observation: 1, as: .anonymous).words == "not understood")
            session.sandbox.inject(SandboxFault.redirect(to: "https://example.org").on("/users"))
            #expect(await client.measure(.editUser, observation: 1, as: .anonymous) == .refused(status: 302))
        }
    }

    @Test("Words fit a cell, and say whether that is good")
    func tells() {
        let long = Account(id: 1, login: String(repeating: "x", count: 60))
        let findings: [(TokenFinding, String, TokenFinding.Verdict)] = [
            (.account(Account(id: 1, login: "wren")), "@wren", .good),
            (.privateKeys(["a"]), "1 private key", .good),
            (.privateKeys(["a", "b"]), "2 private keys", .good), (.publicView, "public view", .neutral),
            (.hidden, "hidden", .neutral), (.nothingHidden, "nothing hidden", .neutral),
            (.refused(status: 401), "refused (401)", .bad),
            (.failed(.transport(.timedOut, host: "h")), "no answer", .bad),
            (.failed(.cancelled), "not asked", .bad),
            (.failed(.throttled(retryAfter: nil)), "try again later", .bad),
            (.account(long), "@" + String(repeating: "x", count: 22) + "…", .good),
        ]
        for (finding, words, verdict) in findings {
            #expect(finding.words == words && finding.verdict == verdict)
            #expect(finding.words.count <= 24)
        }
        #expect(
            TokenProbe.allCases.map(\.path) == [
                "/v1/users/me", "/users/edit.json", "/v1/observations/ID", "/observations/ID.json",
            ]
        )
    }
}
