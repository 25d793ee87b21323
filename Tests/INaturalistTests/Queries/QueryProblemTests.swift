import Testing

@testable import INaturalist

struct QueryProblemTests {
    @Test(
        "What could find nothing, or only by mistake, is told beforehand",
        arguments: [
            ("observed-from:2024-02-01 observed-to:2024-01-31", [QueryField.observedTo]),
            ("created-from:2024-02-01 created-to:2023-12-31", [.createdTo]),
            ("observed-from:2024-02-01 created-to:2023-12-31", []),
            ("observed-from:2024-02-01 observed-to:2024-02-01", []),
            ("highest-rank:species lowest-rank:genus", [.lowestRank]),
            ("highest-rank:genus lowest-rank:species", []),
            ("highest-rank:genus lowest-rank:genus", []),
            ("search-on:tags", [.searchOn]),
            ("search-on:tags bog", []),
            ("box:91,0,92,1", [.box]),
            ("box:0,-181,1,1", [.box]),
            ("box:1,0,0,1", [.box]),
            // Over the antimeridian.
            ("box:-20,175,-10,-175", []),
            ("box:-90,-180,90,180", []),
            ("box:-91,-181,-92,1", [.box, .box, .box]),
        ]
    )
    func tells(line: String, fields: [QueryField]) throws {
        let query = try ObservationQuery(text: line)
        #expect(query.problems.map(\.field) == fields)
        for problem in query.problems { #expect(problem.description.hasSuffix(".")) }
    }

    @Test("Numbers that nothing can have, and empty names, are told when a query was put together by hand")
    func tellsOfReferences() {
        var query = ObservationQuery()
        query.taxa = [.id(0), .id(5), .id(2_147_483_648)]
        query.places = [.name(" ")]
        #expect(query.problems.map(\.field) == [.taxon, .taxon, .place])
    }

    @Test(
        "A curator is told when the shape of a query hides what a project lets them see",
        arguments: [
            ("", nil), ("project:bog-watch", nil), ("project:9 user:wren obscuration:obscured", nil),
            ("project:bog-watch,other", "one project at a time"),
            ("project:1,2 place:3", "one project at a time"),
            ("project:1,1", nil),
            ("project:1 place:3", "“place” goes by the public point"),
            ("project:1 box:0,0,1,1 geo:yes", "“box” and “geo” go by the public point"),
            ("project:1 box:0,0,1,1 geo:yes place:4", "“place”, “box” and “geo” go by the public point"),
            ("project:1 geo:no", nil), ("place:3 box:0,0,1,1", nil),
        ] as [(String, String?)]
    )
    func advises(line: String, words: String?) throws {
        let advice = try ObservationQuery(text: line).advice
        #expect((advice == nil) == (words == nil))
        if let words { #expect(advice?.contains(words) == true) }
    }
}
