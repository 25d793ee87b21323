import Testing

@testable import INaturalist

struct QueryReadingTests {
    @Test(
        "What a shell hands over is read as it was meant",
        arguments: [
            (["taxon:Platanthera", "user:observer"], "observer:observer taxon:Platanthera"),
            (["taxon:Platanthera user:observer"], "observer:observer taxon:Platanthera"),
            // taxon:"Platanthera dilatata", whose marks the shell took away.
            (["taxon:Platanthera dilatata", "tall"], "taxon:\"Platanthera dilatata\" q:tall"),
            (["place:North Carolina, South Carolina"], "place:\"North Carolina\",\"South Carolina\""),
            (["taxon:\"Platanthera dilatata\" tall"], "taxon:\"Platanthera dilatata\" q:tall"),
            (["white orchid", "bog"], "q:\"white orchid bog\""),
            (
                ["https://www.inaturalist.org/observations?taxon_id=47170", "quality:casual"],
                "taxon:47170 quality:casual"
            ),
            (["user:wren", "https://inaturalist.ca/observations/12"], "observer:wren id:12"),
            ([], ""),
        ]
    )
    func readsArguments(arguments: [String], text: String) throws {
        #expect(try QueryReading(arguments: arguments).query.text == text)
    }

    @Test(
        "Words of a shell are added to a saved line, whose own words stay as they are",
        arguments: [
            ("taxon:Aster orchid bog", ["user:wren"], "observer:wren taxon:Aster q:\"orchid bog\""),
            ("taxon:Aster", ["taxon:Platanthera dilatata"], "taxon:Aster,\"Platanthera dilatata\""),
            ("user:wren", ["https://www.inaturalist.org/observations?taxon_id=3"], "observer:wren taxon:3"),
            ("https://www.inaturalist.org/observations?taxon_id=3", ["user:wren"], "observer:wren taxon:3"),
            ("user:wren", [], "observer:wren"),
        ]
    )
    func addsToSaved(saved: String, arguments: [String], text: String) throws {
        #expect(try QueryReading(arguments: arguments, addedTo: saved).query.text == text)
    }

    @Test("A line is read as words or as an address, and says what it left out")
    func readsEither() throws {
        #expect(try QueryReading(line: "taxon:Fungi").remark == nil)
        #expect(try ObservationQuery(line: "taxon:Fungi").taxa == [.name("Fungi")])
        let address = "  https://www.inaturalist.org/observations?user_id=wren&sounds=true&day=3 "
        let reading = try QueryReading(line: address)
        #expect(reading.query.text == "observer:wren")
        #expect(reading.ignored == ["sounds=true", "day=3"])
        let remark = try #require(reading.remark)
        #expect(remark.contains("sounds=true, day=3"))
        #expect(try ObservationQuery(line: address) == reading.query)
    }

    @Test("Two addresses are one too many")
    func readsOneAddress() {
        let address = "https://www.inaturalist.org/observations/1"
        let problem = #expect(throws: QueryProblem.self) { try QueryReading(arguments: [address, address]) }
        #expect(throws: QueryProblem.self) { try QueryReading(arguments: [address], addedTo: address) }
        #expect(problem?.description.contains("One address") == true)
    }

    @Test(
        "An option's value is split at commas outside of quotation marks",
        arguments: [
            ("a,b", ["a", "b"]), (" a , b c ", ["a", "b c"]), ("\"a, b\",c", ["a, b", "c"]),
            ("\" a\"", [" a"]), ("a\"\"b", ["ab"]), ("\"a\"\"b\"", ["a\"b"]), ("", [""]), (",", ["", ""]),
        ]
    )
    func splits(text: String, values: [String]) {
        #expect(QueryLine.values(of: text) == values)
    }
}
