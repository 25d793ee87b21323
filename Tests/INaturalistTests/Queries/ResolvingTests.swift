import INaturalistSandbox
import Testing

@testable import INaturalist

@Suite(.timeLimit(.minutes(5)))
struct ResolvingTests {
    private static let small = SandboxConfiguration(observationCount: 200)

    @Test(
        "Names become the numbers of what is called exactly so",
        arguments: [
            ("taxon:orchidaceae", "taxon:47217/Orchidaceae"),
            ("taxon:Birds", "taxon:3/Aves"),
            ("taxon:\"platanthera PRAECLARA\",1", "taxon:\"164412/Platanthera praeclara\",1"),
            ("without-taxon:Fungi taxon:Life", "taxon:48460/Life without-taxon:47170/Fungi"),
            ("place:\"North Carolina\"", "place:\"7010/North Carolina, US\""),
            ("place:\"north carolina, us\"", "place:\"7010/North Carolina, US\""),
            ("place:north-carolina", "place:\"7010/North Carolina, US\""),
            ("project:sandbox-orchid-watch", "project:\"100201/Sandbox Orchid Watch\""),
            ("project:\"sandbox orchid watch\"", "project:\"100201/Sandbox Orchid Watch\""),
            // Both are the same.
            (
                "project:\"sandbox orchid watch\",sandbox-orchid-watch",
                "project:\"100201/Sandbox Orchid Watch\""
            ),
            ("taxon:Orchidaceae quality:casual orchid", "taxon:47217/Orchidaceae quality:casual q:orchid"),
            // One login is the server's to judge.
            ("user:nobody-here", "observer:nobody-here"),
        ]
    )
    func resolves(line: String, text: String) async throws {
        try await SandboxSession.run(Self.small) { session in
            let query = try await session.client.resolving(ObservationQuery(text: line), as: .anonymous)
            #expect(query.text == text)
            #expect(!query.hasNames)
        }
    }

    @Test("What is resolved finds what is below a taxon, which a search by its name does not")
    func findsBelow() async throws {
        try await SandboxSession.run(Self.small) { session in
            let named = try ObservationQuery(text: "taxon:Orchidaceae")
            let query = try await session.client.resolving(named, as: session.viewer(.observer))
            let page = try await session.client.page(query, as: session.viewer(.observer))
            #expect(page.observations.contains { $0.taxon?.rank == "species" })
        }
    }

    @Test("Several observers become numbers, each known to the server")
    func resolvesObservers() async throws {
        try await SandboxSession.run(Self.small) { session in
            let query = try await session.client.resolving(
                ObservationQuery(text: "user:Observer,trusted"),
                as: .anonymous
            )
            #expect(query.observers.map(\.name) == ["observer", "trusted"])
            #expect(!query.hasNames)
            let page = try await session.client.page(query, as: .anonymous)
            #expect(
                Set(page.observations.compactMap(\.observer?.login)).isSubset(of: ["observer", "trusted"])
            )
            #expect(!page.observations.isEmpty)
            let error = await #expect(throws: INaturalistError.self) {
                try await session.client.resolving(
                    ObservationQuery(text: "user:observer,obsrver"),
                    as: .anonymous
                )
            }
            #expect(
                error?.description
                    == "“obsrver” is no person that the server knows, and it offers nothing like it."
            )
        }
    }

    @Test(
        "A name that nothing has exactly is told with what the server offers",
        arguments: [
            ("taxon:Orchid", .taxon, ["“Orchid” is no taxon that the server knows. It offers ", "species"]),
            (
                "taxon:Platantera", .taxon,
                ["“Platantera” is no taxon that the server knows, and it offers nothing like it."]
            ),
            ("without-taxon:Platanth", .withoutTaxon, ["It offers ", "Platanthera"]),
            (
                "place:Carolina", .place,
                ["“Carolina” is no place that the server knows", "North Carolina, US", " more."]
            ),
            (
                "project:sandbox", .project,
                ["“sandbox” is no project", "Sandbox Orchid Watch (collection project)"]
            ),
            (
                "taxon:\"Ghost Orchid\"", .taxon,
                [
                    "more than one taxon", "Write the number",
                    "64063 for Ghost Orchid (Epipogium aphyllum, species)",
                    "164377 for",
                ]
            ),
        ] as [(String, QueryField, [String])]
    )
    func tells(line: String, field: QueryField, words: [String]) async throws {
        try await SandboxSession.run(Self.small) { session in
            let error = await #expect(throws: INaturalistError.self) {
                try await session.client.resolving(ObservationQuery(text: line), as: .anonymous)
            }
            guard case .query(let problem)? = error else {
                Issue.record("\(error.map { "\($0)" } ?? "no error")")
                return
            }
            #expect(problem.field == field)
            for word in words { #expect(problem.description.contains(word), "\(problem.description)") }
            #expect(session.sandbox.requests.allSatisfy { $0.path.hasSuffix("/autocomplete") })
        }
    }

    @Test("Nothing is asked for a query without names, or with a problem")
    func asksNothing() async throws {
        try await SandboxSession.run(Self.small) { session in
            let viewer = try session.viewer(.observer)
            for line in ["", "taxon:47217/Orchidaceae user:observer", "user:1,2", "orchid"] {
                let query = try ObservationQuery(text: line)
                #expect(try await session.client.resolving(query, as: .anonymous) == query)
                #expect(try await session.client.resolving(query, as: viewer) == query)
            }
            let wrong = try ObservationQuery(text: "taxon:Fungi search-on:tags")
            let problem = try #require(wrong.problems.first)
            await #expect(throws: INaturalistError.query(problem)) {
                try await session.client.resolving(wrong, as: .anonymous)
            }
            await #expect(throws: INaturalistError.query(problem)) {
                try await session.client.resolving(wrong, as: viewer)
            }
            #expect(session.sandbox.requests.isEmpty)
        }
    }

    @Test(
        "Among several of one name the one that holds the others is meant, and nobody's words reach the terminal raw"
    )
    func choosesTheHigher() async throws {
        let bombus = """
            {"results":[{"id":20,"name":"Bombus","rank":"subgenus","ancestor_ids":[1,10,20]},
            {"id":10,"name":"Bombus","rank":"genus","ancestor_ids":[1,10]},
            {"id":30,"name":"Bombus bombus","matched_term":"Bombus","rank":"species","ancestor_ids":[1,30]}]}
            """
        try await TestClient.run(against: [RawServer.json(bombus)]) { test, _ in
            let query = try await test.client.resolving(
                ObservationQuery(text: "taxon:bombus"),
                as: .anonymous
            )
            #expect(query.text == "taxon:10/Bombus")
        }
        let hostile = #"{"results":[{"id":1,"display_name":"Bo\u001b[31mg\u202e<b>","name":"Bog"}]}"#
        try await TestClient.run(against: [RawServer.json(hostile)]) { test, _ in
            let error = await #expect(throws: INaturalistError.self) {
                try await test.client.resolving(ObservationQuery(text: "place:Fen"), as: .anonymous)
            }
            let scalars = error?.description.unicodeScalars ?? "".unicodeScalars
            #expect(!scalars.contains("\u{1B}") && !scalars.contains("\u{202E}"))
            let query = try await test.client.resolving(ObservationQuery(text: "place:Bog"), as: .anonymous)
            #expect(query.places == [.id(1)])
            let name = query.text.unicodeScalars
            #expect(!name.contains("\u{1B}") && !name.contains("\u{202E}"))
        }
    }
}
