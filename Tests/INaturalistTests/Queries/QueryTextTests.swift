import FoundationEssentials
import Testing

@testable import INaturalist

struct QueryTextTests {
    @Test("Every field is read from its own line and written as that line", arguments: QueryField.allCases)
    func roundTripsEachField(field: QueryField) throws {
        var query = ObservationQuery()
        #expect(query.text.isEmpty)
        try query.set(field, to: ObservationQuery.words(for: field))
        #expect(query.text.hasPrefix(field.name + ":"))
        #expect(query.words(of: field) == ObservationQuery.words(for: field))
        let read = try ObservationQuery(text: query.text)
        #expect(read == query)
        #expect(read.text == query.text)
        for other in QueryField.allCases where other != field { #expect(query.words(of: other).isEmpty) }
        try query.set(field, to: [])
        #expect(query == ObservationQuery())
    }

    @Test("A query with every field is one line, and comes back from it")
    func roundTripsAll() throws {
        let query = try ObservationQuery.full()
        #expect(!query.text.contains("\n"))
        let read = try ObservationQuery(text: query.text)
        #expect(read == query)
        #expect(read.text == query.text)
        #expect(query.problems.isEmpty)
    }

    @Test(
        "A line says what it means",
        arguments: [
            (
                "taxon:Platanthera obscuration:obscured,private user:observer",
                "observer:observer taxon:Platanthera obscuration:obscured,private"
            ),
            ("  user:a   user:b,c\tuser:a ", "observer:a,b,c"),
            ("white orchid", "q:\"white orchid\""),
            ("white q:orchid tall", "q:\"orchid white tall\""),
            ("q:bog,wet", "q:\"bog,wet\""),
            ("\"taxon:not a field\"", "q:\"taxon:not a field\""),
            ("place:\"Hennepin County, US\",12", "place:\"Hennepin County, US\",12"),
            ("place:\"not closed, at all", "place:\"not closed, at all\""),
            ("project:\"A \"\"quoted\"\" one\"", "project:\"A \"\"quoted\"\" one\""),
            ("TAXON:fungi Quality:NEEDS_ID iconic:aves", "taxon:fungi quality:needs_id iconic:Aves"),
            (
                "user_id:wren taxon_id:47170 d1:2024-01-02 hrank:genus",
                "observer:wren taxon:47170 observed-from:2024-01-02 highest-rank:genus"
            ),
            ("obscuration:private,obscured", "obscuration:obscured,private"),
            ("id:7,007,7", "id:7"),
            ("observed-from:,2024-01-02,", "observed-from:2024-01-02"),
            ("updated-since:2026-11-24", "updated-since:2026-11-24T00:00:00Z"),
            ("updated-since:2026-11-24T06:00:00+02:00", "updated-since:2026-11-24T04:00:00Z"),
            ("12:30", "q:12:30"),
            ("project:2020-bioblitz", "project:2020-bioblitz"),
            ("", ""),
        ]
    )
    func reads(line: String, text: String) throws {
        let query = try ObservationQuery(text: line)
        #expect(query.text == text)
        #expect(try ObservationQuery(text: text) == query)
    }

    @Test("A number with a name is the number, and the name is kept for people")
    func keepsNames() throws {
        let query = try ObservationQuery(
            text: "taxon:47170/Fungi place:\"38/Minnesota, US\" project:\"3 wells\""
        )
        #expect(query.taxa == [.id(47_170)])
        #expect(query.taxa[0].name == "Fungi")
        #expect(query.places[0].name == "Minnesota, US")
        #expect(query.projects == [.name("3 wells")])
    }

    @Test(
        "What is wrong is told with the word, and with what would be right",
        arguments: [
            ("taxom:Fungi", nil, ["“taxom”", "Did you mean “taxon:”?", "without-taxon"]),
            ("xyzzyplugh:1", nil, ["“xyzzyplugh” is no field.", "quotation marks"]),
            ("taxon:", .taxon, ["“taxon:” lacks a value."]),
            ("taxon:\"\"", .taxon, ["“taxon:” lacks a value."]),
            ("taxon:\" \"", .taxon, ["“taxon:” lacks a value."]),
            ("quality:reserch", .quality, ["“reserch”", "Did you mean “research”?", "needs_id"]),
            ("captive:maybe", .captive, ["“maybe”", "yes, no"]),
            ("id:12,abc", .id, ["“abc” is no observation id"]),
            ("id:2147483648", .id, ["“2147483648”", "2147483647"]),
            ("id:-1", .id, ["“-1”"]),
            ("taxon:0", .taxon, ["“0” is no id"]),
            ("place:99999999999999999999", .place, ["“99999999999999999999” is no id"]),
            ("observer:-4/wren", .observer, ["“-4/wren” is no id"]),
            ("observed-from:2023-02-29", .observedFrom, ["“2023-02-29” is no day", "2026-11-24"]),
            ("observed-to:24.11.2026", .observedTo, ["“24.11.2026” is no day"]),
            ("created-from:2026-1-1", .createdFrom, ["“2026-1-1” is no day"]),
            ("created-to:٢٠٢٦-11-24", .createdTo, ["is no day"]),
            ("updated-since:yesterday", .updatedSince, ["“yesterday” is no time", "2026-11-24T06:00:00Z"]),
            ("observed-from:2024-01-01,2024-01-02", .observedFrom, ["takes one value, and these are 2"]),
            (
                "observed-from:2024-01-01 d1:2024-01-02", .observedFrom,
                ["takes one value", "“2024-01-01” and “2024-01-02”"]
            ),
            ("captive:yes captive:no", .captive, ["takes one value", "“yes” and “no”"]),
            ("box:1,2,3", .box, ["four numbers"]),
            ("box:1,2,3,nan", .box, ["four numbers"]),
            ("order:size", .order, ["“size”", "-observed"]),
            ("search-on:title", .searchOn, ["“title”", "description"]),
            ("highest-rank:genera", .highestRank, ["“genera”"]),
        ] as [(String, QueryField?, [String])]
    )
    func refuses(line: String, field: QueryField?, words: [String]) throws {
        let problem = #expect(throws: QueryProblem.self) { try ObservationQuery(text: line) }
        #expect(problem?.field == field)
        for word in words {
            #expect(problem?.description.contains(word) == true, "\(problem?.description ?? "")")
        }
        #expect(problem?.description.hasSuffix(".") == true)
    }

    @Test("A word that a field does not take changes nothing")
    func leavesTheQueryAsItWas() throws {
        let before = try ObservationQuery(text: "id:5 quality:casual user:wren")
        var query = before
        #expect(throws: QueryProblem.self) { try query.add(line: "user:robin id:x") }
        #expect(query == before)
        #expect(throws: QueryProblem.self) { try query.set(.quality, to: ["casual", "good"]) }
        #expect(query == before)
        #expect(throws: QueryProblem.self) { try query.add("2020-13-01", to: .observedFrom) }
        #expect(query == before)
    }

    @Test("A list is called the same whatever its order, and not when it holds something else")
    func isNamed() throws {
        let name = "observer:wren taxon:1 quality:casual"
        #expect(try ObservationQuery(text: name).listName == name)
        #expect(
            try ObservationQuery(text: "user:wren quality:casual taxon:1 order:-observed").listName == name
        )
        #expect(try ObservationQuery(text: "user:wren").listName != name)
    }

    @Test(
        "A day is four, two and two digits with a hyphen between them, and of the calendar",
        arguments: [
            ("2024-02-29", true), ("2023-02-29", false), ("2024-10-1-", false), ("2024--1-01", false),
            ("2024-1--01", false), ("-202-10-12", false), ("2024-10-01", true),
        ]
    )
    func days(text: String, isDay: Bool) {
        #expect((CalendarDay(text) != nil) == isDay)
    }
}
