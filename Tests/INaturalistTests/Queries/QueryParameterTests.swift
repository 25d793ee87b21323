import FoundationEssentials
import INaturalistSandbox
import Testing

@testable import INaturalist

@Suite(.timeLimit(.minutes(5)))
struct QueryParameterTests {
    @Test(
        "Every field is sent under the API's own name",
        arguments: [
            (.observer, ["user_id": "reed-warbler,38"]), (.taxon, ["taxon_id": "47217,47170"]),
            (.withoutTaxon, ["without_taxon_id": "164412"]), (.place, ["place_id": "7001,12"]),
            (.project, ["project_id": "bog-watch,9"]), (.id, ["id": "5,2147483647"]),
            (.obscuration, ["obscuration": "obscured,private"]),
            (.geoprivacy, ["geoprivacy": "open,obscured"]),
            (.taxonGeoprivacy, ["taxon_geoprivacy": "private"]),
            (.quality, ["quality_grade": "research,casual"]),
            (.observedFrom, ["d1": "2024-02-29"]), (.observedTo, ["d2": "2024-03-01"]),
            (.createdFrom, ["created_d1": "2025-01-01"]), (.createdTo, ["created_d2": "2025-12-31"]),
            (.iconicTaxon, ["iconic_taxa": "Plantae,unknown"]), (.highestRank, ["hrank": "genus"]),
            (.lowestRank, ["lrank": "variety"]), (.captive, ["captive": "false"]),
            (.photos, ["photos": "true"]),
            (.geo, ["geo": "false"]), (.words, ["q": "bog, wet “moss” and a:colon"]),
            (.searchOn, ["search_on": "description"]),
            (.box, ["swlat": "-38.5", "swlng": "175.0", "nelat": "-36.0", "nelng": "-178.25"]),
            (.updatedSince, ["updated_since": "2026-11-24T06:00:00Z"]),
            // Fetching goes by id whatever the order.
            (.order, [:]),
        ] as [(QueryField, [String: String])]
    )
    func isSent(field: QueryField, parameters: [String: String]) throws {
        var query = ObservationQuery()
        try query.set(field, to: ObservationQuery.words(for: field))
        #expect(Dictionary(uniqueKeysWithValues: query.parameters.map { ($0.name, $0.value) }) == parameters)
    }

    @Test("The server takes every value of every choice, in both versions")
    func isTaken() async throws {
        try await SandboxSession.run(SandboxConfiguration(observationCount: 200)) { session in
            for field in QueryField.allCases where field != .searchOn {
                for choice in field.choices {
                    let query = try ObservationQuery(text: "\(field.name):\(choice)")
                    _ = try await session.client.page(query, limit: 1, as: .anonymous)
                }
            }
            for choice in QueryField.searchOn.choices {
                _ = try await session.client.page(
                    ObservationQuery(text: "orchid search-on:\(choice)"),
                    limit: 1,
                    as: .anonymous
                )
            }
            // A refusal of the second version would have been told; none was asked again in the first.
            #expect(session.sandbox.requests.allSatisfy { $0.path == "/v2/observations" })
        }
    }

    @Test("Fields narrow what is found")
    func narrows() async throws {
        try await SandboxSession.run { session in
            func count(_ line: String) async throws -> Int {
                try await session.client.page(ObservationQuery(text: line), limit: 1, as: .anonymous).total
            }
            let all = try await count("")
            let casual = try await count("quality:casual")
            let better = try await count("quality:research,needs_id")
            #expect(casual > 0 && better > 0)
            #expect(casual + better == all)
            let withPhotos = try await count("photos:yes")
            let withoutPhotos = try await count("photos:no")
            #expect(withPhotos > 0)
            #expect(withPhotos + withoutPhotos == all)
            let south = try await count("box:-90,-180,0,180")
            let north = try await count("box:0,-180,90,180")
            #expect(south > 0 && north > 0)
            let located = try await count("geo:yes")
            #expect(south + north == located)
            let orchids = try await count("taxon:47217")
            let others = try await count("without-taxon:47217")
            #expect(orchids > 0 && others > 0)
            #expect(orchids + others == all)
        }
    }

    @Test(
        "Nothing is sent for a query with a problem, or with names that were not looked up",
        arguments: [
            "search-on:tags", "box:1,0,0,1", "highest-rank:species lowest-rank:genus", "taxon:Orchidaceae",
            "place:Iowa", "without-taxon:Orchidaceae", "user:observer,trusted",
            "project:sandbox-wetland-survey",
        ]
    )
    func sendsNothing(line: String) async throws {
        try await SandboxSession.run(SandboxConfiguration(observationCount: 200)) { session in
            let query = try ObservationQuery(text: line)
            let error = await #expect(throws: INaturalistError.self) {
                try await session.client.page(query, as: .anonymous)
            }
            guard case .query(let problem)? = error else {
                Issue.record("\(error.map { "\($0)" } ?? "no error")")
                return
            }
            #expect(problem.field != nil)
            #expect(error?.kind.exitCode == 64)
            #expect(session.sandbox.requests.isEmpty)
        }
    }

    @Test("A login that nobody has is refused in the server's words")
    func tellsTheServersWords() async throws {
        try await SandboxSession.run(SandboxConfiguration(observationCount: 200)) { session in
            let query = try await session.client.resolving(
                ObservationQuery(observer: "nobody-here"),
                as: .anonymous
            )
            let error = await #expect(throws: INaturalistError.self) {
                try await session.client.page(query, as: .anonymous)
            }
            #expect(error?.description.contains("Unknown user_id nobody-here") == true)
        }
    }
}
