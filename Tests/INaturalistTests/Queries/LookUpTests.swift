import INaturalistSandbox
import Testing

@testable import INaturalist

@Suite(.timeLimit(.minutes(5)))
struct LookUpTests {
    private static let small = SandboxConfiguration(observationCount: 200)

    @Test("Taxa are found by either name, with what tells them apart")
    func findsTaxa() async throws {
        try await SandboxSession.run(Self.small) { session in
            let orchids = try await session.client.lookUp(.taxon, "ghost orch", as: .anonymous)
            #expect(
                orchids.map(\.line).sorted() == [
                    "Ghost Orchid (Dendrophylax lindenii, species)",
                    "Ghost Orchid (Epipogium aphyllum, species)",
                ]
            )
            #expect(Set(orchids.map(\.reference)) == [.id(164_377), .id(64_063)])
            #expect(orchids.contains { $0.word == "\"64063/Epipogium aphyllum\"" })
            let family = try await session.client.lookUp(.withoutTaxon, "Orchidaceae", as: .anonymous)
            #expect(family.first?.word == "47217/Orchidaceae")
            #expect(family.first?.detail.hasSuffix("family") == true)
        }
    }

    @Test("Places are found with what they lie in, without reading their outlines")
    func findsPlaces() async throws {
        try await SandboxSession.run(Self.small) { session in
            let places = try await session.client.lookUp(.place, "Carolina", as: .anonymous)
            #expect(places.first?.line == "North Carolina, US")
            #expect(places.first?.reference.name == "North Carolina, US")
            #expect(places.first?.word.hasSuffix("/North Carolina, US\"") == true)
            #expect(places.count == 10)
        }
    }

    @Test("Projects come with their type, people with their login and name")
    func findsProjectsAndPeople() async throws {
        try await SandboxSession.run(Self.small) { session in
            let projects = try await session.client.lookUp(.project, "sandbox", as: .anonymous)
            #expect(projects.map(\.line).contains("Sandbox Orchid Watch (collection project)"))
            #expect(projects.map(\.line).contains("Sandbox Wetland Survey (traditional project)"))
            #expect(projects.first { $0.id == 100_201 }?.reference == .id(100_201))
            let people = try await session.client.lookUp(.observer, "OBSERV", as: session.jwt(.stranger))
            #expect(people.first?.reference == .name("observer"))
            #expect(people.first?.word == "observer")
            #expect(people.first?.detail.isEmpty == false)
            let viewer = try session.viewer(.observer)
            #expect(
                try await session.client.lookUp(.observer, "observer", as: viewer).first?.title == "observer"
            )
            // Their observations are there.
            let banned = try await session.client.lookUp(.observer, "banned", as: .anonymous)
            #expect(banned.first?.title == "banned")
        }
    }

    @Test("Nothing is asked without words, and nothing for fields that have no names")
    func asksNothing() async throws {
        try await SandboxSession.run(Self.small) { session in
            let blank = try await session.client.lookUp(.taxon, "  ", as: .anonymous)
            #expect(blank.isEmpty)
            for field in QueryField.allCases {
                switch field.kind {
                case .persons, .taxa, .places, .projects: break
                default:
                    let found = try await session.client.lookUp(field, "orchid", as: .anonymous)
                    #expect(found.isEmpty)
                }
            }
            #expect(session.sandbox.requests.isEmpty)
            let unknown = try await session.client.lookUp(.taxon, "xyzzy & co", as: .anonymous)
            #expect(unknown.isEmpty)
            #expect(session.sandbox.requests.map(\.path) == ["/v1/taxa/autocomplete"])
        }
    }

    @Test("As many rows come as are wanted, and never more than the API sends for places")
    func limitsRows() async throws {
        try await SandboxSession.run(Self.small) { session in
            for (limit, count) in [(1, 1), (0, 1), (7, 7), (500, 20)] {
                let places = try await session.client.lookUp(.place, "Reserve", limit: limit, as: .anonymous)
                #expect(places.count == count)
            }
        }
    }

    @Test("Rows without a number or a name are left out, and odd ones are read as far as they go")
    func readsLeniently() async throws {
        let taxa = """
            {"total_results":"6","page":"1","per_page":6,"results":[null,7,{"name":"No number"},{"id":3},
            {"id":"5","name":"Aves","matched_term":"aves","preferred_common_name":null,"rank":null},
            {"id":6,"name":"Pica pica","matched_term":"Magpie","preferred_common_name":"Eurasian Magpie","rank":"species",
            "ancestor_ids":null}]}
            """
        try await TestClient.run(against: [RawServer.json(taxa)]) { test, _ in
            let found = try await test.client.lookUp(.taxon, "a", as: .anonymous)
            #expect(found.map(\.line) == ["aves", "Magpie (Eurasian Magpie, Pica pica, species)"])
            #expect(found.map(\.word) == ["5/Aves", "\"6/Pica pica\""])
        }
        for (field, row, line) in [
            (QueryField.place, #"{"id":1,"name":"Bog","display_name":null,"admin_level":null}"#, "Bog"),
            (.project, #"{"id":1,"title":"Fen","project_type":null}"#, "Fen (traditional project)"),
            (.project, #"{"id":1,"title":"Fen","project_type":"umbrella"}"#, "Fen (umbrella project)"),
            (.observer, #"{"id":1,"login":"wren","name":null}"#, "wren"),
        ] {
            let reply = RawServer.json(#"{"page":"1","results":[\#(row)]}"#)
            try await TestClient.run(against: [reply]) { test, _ in
                let found = try await test.client.lookUp(field, "x", as: .anonymous)
                #expect(found.map(\.line) == [line])
            }
        }
    }

    @Test("A reply that is none is told, and so is a refusal")
    func tellsOfFailures() async throws {
        let rows: [(RawServer.Reply, INaturalistError)] = [
            (
                RawServer.json(#"{"results":{"standard":[]}}"#),
                .unreadableReply(what: "it has no list of names")
            ),
            (RawServer.json(#"{"total_results":0}"#), .unreadableReply(what: "it has no list of names")),
            (RawServer.json("{"), .unreadableReply(what: "it is not whole JSON")),
            (
                RawServer.reply("422 Unprocessable Entity", body: #"{"error":"q too long","status":422}"#),
                .notAccepted(message: "q too long")
            ),
        ]
        for (reply, error) in rows {
            try await TestClient.run(against: [reply]) { (test, _) -> Void in
                await #expect(throws: error) {
                    _ = try await test.client.lookUp(.place, "x", as: .anonymous)
                }
            }
        }
    }

    @Test("What is typed goes into the address as it is, and no further than the API takes it")
    func encodes() async throws {
        try await TestClient.run(against: [RawServer.json(#"{"results":[]}"#)]) { test, server in
            _ = try await test.client.lookUp(.taxon, " a&b=é? ", as: .anonymous)
            #expect(
                server.requests[0].hasPrefix("GET /v1/taxa/autocomplete?q=a%26b%3D%C3%A9%3F&per_page=10 HTTP")
            )
            _ = try await test.client.lookUp(.taxon, String(repeating: "x", count: 5_000), as: .anonymous)
            #expect(server.requests[1].contains("q=" + String(repeating: "x", count: 1_000) + "&"))
        }
    }
}

extension QuerySuggestion {
    /// What stands for it in a line of a query.
    fileprivate var word: String { ObservationQuery.quoted(reference.word) }
}
