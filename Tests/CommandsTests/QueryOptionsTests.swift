import ArgumentParser
import INaturalist
import Testing

@testable import Commands

struct QueryOptionsTests {
    @Test("Every field has its option, which takes what the field takes", arguments: QueryField.allCases)
    func hasAnOption(field: QueryField) throws {
        let value =
            switch field.kind {
            case .persons, .taxa, .places, .projects, .text: "name"
            case .ids: "5"
            case .date: "2026-11-24"
            case .moment: "2026-11-24T06:00:00Z"
            case .choices, .choice, .yesOrNo: field.choices[field.choices.count - 1]
            case .box: "-38.5,175,-36,-178"
            }
        // Where words are looked for goes with words alone.
        let words = field == .searchOn ? ["orchid"] : []
        let options = try QueryOptions.parse(["--" + field.name, value] + words)
        var expected = try ObservationQuery(text: words.joined())
        try expected.add(value, to: field)
        #expect(try options.query() == expected)
        #expect(options.values(of: field) == [value])
        for other in QueryField.allCases where other != field { #expect(options.values(of: other).isEmpty) }
        #expect(!options.isEmpty)
        #expect(QueryOptions.helpMessage(columns: 400).contains(field.help))
    }

    @Test(
        "Text, options and an address say one query together",
        arguments: [
            ([], ""),
            (
                ["taxon:Platanthera", "obscuration:obscured,private", "user:observer"],
                "observer:observer taxon:Platanthera obscuration:obscured,private"
            ),
            (
                [
                    "--taxon", "Platanthera", "--taxon", "Fungi,47170", "user:observer", "--observer",
                    "trusted",
                ],
                "observer:observer,trusted taxon:Platanthera,Fungi,47170"
            ),
            (["--order", "-observed", "--box=-1,-2,3,4"], "box:-1,-2,3,4 order:-observed"),
            (["--place", "\"Hennepin County, US\", 38"], "place:\"Hennepin County, US\",38"),
            (["--q", "white, bog", "orchid"], "q:\"orchid white, bog\""),
            (
                ["https://www.inaturalist.org/observations?taxon_id=3", "--quality", "casual"],
                "taxon:3 quality:casual"
            ),
        ]
    )
    func combines(arguments: [String], text: String) throws {
        #expect(try QueryOptions.parse(arguments).query().text == text)
        #expect(try QueryOptions.parse(arguments).isEmpty == arguments.isEmpty)
    }

    @Test("What of an address has no field is told")
    func tellsWhatIsLeftOut() throws {
        let options = try QueryOptions.parse(["https://inaturalist.ca/observations?sounds=true"])
        #expect(try options.reading().remark?.contains("sounds=true") == true)
    }

    @Test(
        "A wrong value ends the command before it begins",
        arguments: [
            (["quality:good"], "“good” is none of the words of “quality”."),
            (["--quality", "reserch"], "Did you mean “research”?"),
            (["--observed-from", "2024-02-30"], "“2024-02-30” is no day"),
            (["--observed-from", "2024-02-01", "--observed-to", "2024-01-01"], "so nothing could be found"),
            (["--captive", "yes", "--captive", "no"], "takes one value"),
            (["captive:yes", "--captive", "no"], "takes one value"),
            (["--search-on", "tags"], "there are none"),
            (["taxom:Fungi"], "Did you mean “taxon:”?"),
            (["--taxon", ""], "lacks a value"),
            (["https://www.inaturalist.org/home"], "no address of observations"),
        ]
    )
    func refuses(arguments: [String], words: String) {
        let error = #expect(throws: (any Error).self) { try QueryOptions.parse(arguments) }
        let text = error.map { QueryOptions.fullMessage(for: $0) } ?? ""
        #expect(text.contains(words), "\(text)")
        #expect(error.map { QueryOptions.exitCode(for: $0) } == .validationFailure)
    }
}
