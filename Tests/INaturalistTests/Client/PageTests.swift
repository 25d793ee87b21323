import INaturalistSandbox
import Testing

@testable import INaturalist

@Suite(.timeLimit(.minutes(5)))
struct PageTests {
    private static let hidden = ObservationQuery(obscurations: [.obscured, .private])

    @Test("A token that the API ignores gives the public view, and the page says so")
    func isSilentlyAnonymous() async throws {
        try await SandboxSession.run { session in
            let table: [(Authorization, Recognition)] = [
                (.anonymous, .notRecognised),
                (session.oauth(.observer), .notRecognised),
                (try session.jwt(.observer, lifetime: .seconds(-10)), .notRecognised),
                (.jwt(try TokenSamples.parsedJWT(expiry: 4_000_000_000)), .notRecognised),
                (try session.jwt(.observer), .recognised),
            ]
            for (authorization, recognition) in table {
                let page = try await session.client.page(Self.hidden, as: authorization)
                #expect(page.recognition == recognition)
                #expect(page.observations.count == 200)
                #expect(page.unreadable == 0)
                let disclosed = page.observations.filter { $0.disclosure != .withheld }
                #expect(disclosed.isEmpty == (recognition == .notRecognised))
            }
        }
    }

    @Test("Each viewer sees what the rules give them")
    func followsRights() async throws {
        try await SandboxSession.run { session in
            var query = Self.hidden
            query.observers = [.name("observer")]
            for role in [SandboxAccount.Role.observer, .trusted, .stranger] {
                let page = try await session.client.page(query, as: session.jwt(role))
                let isPermitted = role != .stranger
                #expect(!page.observations.isEmpty)
                for observation in page.observations {
                    #expect(observation.observer?.login == "observer")
                    #expect(observation.access == (isPermitted ? .granted : .withheld))
                    #expect(observation.viewerTrustedByObserver == (role == .trusted))
                    #expect((observation.displayDate ?? "").count <= (isPermitted ? 10 : 7))
                }
            }
        }
    }

    @Test("The sandbox's fixed records have their points with their own accuracies")
    func readsFixedRecords() async throws {
        try await SandboxSession.run { session in
            let page = try await session.client.page(ObservationQuery(), limit: 3, as: session.jwt(.observer))
            let orchid = try #require(page.observations.first)
            #expect(orchid.speciesGuess == "Western Prairie Fringed Orchid")
            #expect(
                orchid.geoprivacy == .obscured && orchid.obscuration == .obscured && orchid.access == .granted
            )
            #expect(
                orchid.publicFace.location
                    == Location(point: Coordinate(latitude: 41.65104, longitude: -93.71288), accuracy: 27_754)
            )
            #expect(
                orchid.trueLocation
                    == Location(point: Coordinate(latitude: 41.60218, longitude: -93.61240), accuracy: 330)
            )
            #expect(orchid.disclosure.trueFace?.place == "Old Mill Meadow, Polk, Iowa")
            #expect(orchid.displacement?.isSameCell == true)
            #expect(orchid.displacement?.compassPoint == "ESE")
            #expect(orchid.cell?.text == "41.6–41.8 N, 93.8–93.6 W")
            let turtle = page.observations[1]
            #expect(turtle.obscuration == .private && turtle.access == .granted)
            #expect(turtle.publicFace.location == nil && turtle.displacement == nil && turtle.cell == nil)
            #expect(turtle.trueLocation?.accuracy == 12)
            let falcon = page.observations[2]
            #expect(falcon.taxonGeoprivacy == .obscured && falcon.access == .withheld)
            #expect(falcon.displayDate == "2026-04")
            #expect(falcon.displayTime == nil)
        }
    }

    @Test("Open observations are open to everybody")
    func readsOpen() async throws {
        try await SandboxSession.run { session in
            let query = ObservationQuery(observer: "observer", obscurations: [.none])
            let table: [(Authorization, Disclosure)] = [
                (.anonymous, .withheld), (try session.jwt(.stranger), .withheld),
                (try session.jwt(.observer), .nothingHidden),
            ]
            for (authorization, disclosure) in table {
                let page = try await session.client.page(query, as: authorization)
                #expect(!page.observations.isEmpty)
                #expect(page.observations.allSatisfy { $0.obscuration == .none && $0.access == .open })
                #expect(page.observations.allSatisfy { $0.disclosure == disclosure })
            }
        }
    }

    @Test("Windows of ids reach past ten thousand, each observation once, in order")
    func pagesOn() async throws {
        try await SandboxSession.run(SandboxConfiguration(observationCount: 10_450)) { session in
            var ids: [Int] = []
            var below: Int?
            var first: Int?
            repeat {
                let page = try await session.client.page(
                    ObservationQuery(),
                    window: below.map(IDWindow.below) ?? .all,
                    as: .anonymous
                )
                first = first ?? page.total
                ids += page.observations.map(\.id)
                below = page.nextIDBelow
            } while below != nil
            #expect(first == 10_450)
            #expect(ids.count == 10_450)
            #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 > $1 })
        }
    }

    @Test(
        "The last page says that it is the last, also when it is full",
        arguments: [(1, 1), (2, 1), (3, 2), (200, 150)]
    )
    func ends(limit: Int, most: Int) async throws {
        try await SandboxSession.run { session in
            let newest = try await session.client.page(ObservationQuery(), limit: 3, as: .anonymous)
            let ids = Array(newest.observations.map(\.id).prefix(most))
            let page = try await session.client.page(ObservationQuery(ids: ids), limit: limit, as: .anonymous)
            #expect(page.total == ids.count)
            #expect((page.nextIDBelow == nil) == (limit >= ids.count))
        }
    }

    @Test("Odd limits are moved into what the API takes", arguments: [(-5, 1), (0, 1), (7, 7), (500, 200)])
    func clamps(limit: Int, rows: Int) async throws {
        try await SandboxSession.run { session in
            let page = try await session.client.page(ObservationQuery(), limit: limit, as: .anonymous)
            #expect(page.observations.count == rows)
        }
    }

    @Test("An unknown observer is told in the server's words")
    func refusesUnknownObserver() async throws {
        try await SandboxSession.run { session in
            let error = await #expect(throws: INaturalistError.self) {
                try await session.client.page(ObservationQuery(observer: "nobody & co"), as: .anonymous)
            }
            #expect(error == .notAccepted(message: "Unknown user_id nobody & co"))
        }
    }

    @Test("A suspended account's JWT is refused, not served the public view")
    func refusesSuspended() async throws {
        try await SandboxSession.run { session in
            let jwt = try session.jwt(.stranger)
            session.sandbox.suspend(login: "stranger", until: nil)
            await #expect(throws: INaturalistError.accountSuspended) {
                try await session.client.page(ObservationQuery(), as: jwt)
            }
        }
    }

    @Test("No copy that was made for another viewer is served, whoever asks first")
    func keepsCachesOut() async throws {
        try await SandboxSession.run { session in
            let jwt = try session.jwt(.observer)
            for authorization in [.anonymous, jwt, .anonymous, jwt] {
                let page = try await session.client.page(ObservationQuery(), as: authorization)
                #expect(page.recognition == (authorization == .anonymous ? .notRecognised : .recognised))
            }
            let queries = session.sandbox.requests.map(\.query)
            #expect(Set(queries).count == queries.count)
            #expect(queries.allSatisfy { $0.contains("&v=") })
        }
    }

    @Test("When the second version finds its own page wrong, the first version gives it")
    func fallsBack() async throws {
        try await SandboxSession.run { session in
            let jwt = try session.jwt(.observer)
            let expected = try await session.client.page(Self.hidden, limit: 50, as: jwt)
            session.sandbox.forgetRequests()
            session.sandbox.inject(SandboxFault.searchFailureV2.on("/v2/observations"))
            let page = try await session.client.page(Self.hidden, limit: 50, as: jwt)
            #expect(session.sandbox.requests.map(\.path) == ["/v2/observations", "/v1/observations"])
            #expect(session.clock.waits.isEmpty)
            #expect(page.observations.map(\.id) == expected.observations.map(\.id))
            #expect(page.observations.map(\.disclosure) == expected.observations.map(\.disclosure))
            #expect(page.observations.map(\.publicFace) == expected.observations.map(\.publicFace))
            #expect(page.observations.map(\.taxon) == expected.observations.map(\.taxon))
            #expect(page.recognition == .recognised)
            #expect(page.nextIDBelow == expected.nextIDBelow)
        }
    }

    @Test("Ids that no observation can have are not asked for")
    func skipsImpossible() async throws {
        try await SandboxSession.run { session in
            let page = try await session.client.page(
                ObservationQuery(ids: [-1, 0, 2_147_483_648]),
                as: .anonymous
            )
            #expect(page.observations.isEmpty && page.recognition == .unknown)
            #expect(session.sandbox.requests.isEmpty)
        }
    }
}
