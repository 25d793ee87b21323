import Testing

@testable import INaturalist

struct QueryCompletionTests {
    /// A line with `|` where the cursor is, what would be replaced, and by what.
    struct Row: Sendable, CustomTestStringConvertible {
        let line: String
        let replaced: String
        let candidates: [String]
        let lookUp: QueryCompletions.LookUp?

        init(
            _ line: String,
            _ replaced: String,
            _ candidates: [String],
            _ lookUp: (QueryField, String)? = nil
        ) {
            self.line = line
            self.replaced = replaced
            self.candidates = candidates
            self.lookUp = lookUp.map { QueryCompletions.LookUp(field: $0, text: $1) }
        }

        var testDescription: String { line }
    }

    static let rows = [
        Row("ta|", "ta", ["taxon:", "taxon-geoprivacy:"]),
        Row("TAXON-|", "TAXON-", ["taxon-geoprivacy:"]),
        Row("xyz|", "xyz", []),
        Row("white ca|", "ca", ["captive:"]),
        Row("ca|ptive", "ca", ["captive:"]),
        // A field that has its one value is not offered again, one of several is.
        Row("captive:yes ca|", "ca", []),
        Row(
            "user:a obs|",
            "obs",
            ["observer:", "obscuration:", "observed-from:", "observed-to:"].sorted(by: order)
        ),
        // Inside a name that has its colon, all of the name is replaced.
        Row("qua|l:casual", "qual:", ["quality:"]),
        Row("|geo:yes", "geo:", QueryField.allCases.map { $0.name + ":" }),
        Row("captive:|", "", ["yes", "no"]),
        Row("captive:y|", "y", ["yes"]),
        Row("captive:yes,|", "", []),
        Row("quality:|", "", ["research", "needs_id", "casual"]),
        Row("quality:casual,|", "", ["research", "needs_id"]),
        Row("quality:CASUAL,n| user:a", "n", ["needs_id"]),
        Row("quality:c|,casual", "c", []),
        Row("quality-grade:re|", "re", ["research"]),
        Row("iconic:a|", "a", ["Animalia", "Aves", "Amphibia", "Actinopterygii", "Arachnida"]),
        Row("order:-o|", "-o", ["-observed", "-observer"]),
        Row("taxon:Plat|", "Plat", [], (.taxon, "Plat")),
        Row("taxon:|", "", []),
        Row("taxon:Fungi,Pla|nt", "Pla", [], (.taxon, "Pla")),
        Row("without-taxon:\"White or|", "\"White or", [], (.withoutTaxon, "White or")),
        Row("place:\"Hennepin, |", "\"Hennepin, ", [], (.place, "Hennepin, ")),
        Row("place:38/Min|", "38/Min", [], (.place, "Min")),
        Row("user:ob|", "ob", [], (.observer, "ob")),
        Row("project:bog-|", "bog-", [], (.project, "bog-")),
        Row("id:1|", "1", []),
        Row("q:ta|", "ta", []),
        Row("nofield:x|", "", []),
        Row("\"ta|", "\"ta", []),
        Row("é:|", "", []),
    ]

    static func order(_ left: String, _ right: String) -> Bool {
        let all = QueryField.allCases.map { $0.name + ":" }
        return (all.firstIndex(of: left) ?? 0) < (all.firstIndex(of: right) ?? 0)
    }

    @Test("Tab knows what can stand where the cursor is", arguments: rows)
    func completes(row: Row) throws {
        let characters = Array(row.line)
        let cursor = try #require(characters.firstIndex(of: "|"))
        let line = String(characters.filter { $0 != "|" })
        let completions = ObservationQuery.completions(for: line, cursor: cursor)
        #expect(String(Array(line)[completions.range]) == row.replaced)
        #expect(completions.candidates == row.candidates)
        #expect(completions.lookUp == row.lookUp)
    }

    @Test("Between words, in an empty line and past the end all fields are offered")
    func offersFields() {
        let all = QueryField.allCases.map { $0.name + ":" }
        #expect(ObservationQuery.completions(for: "", cursor: 0).candidates == all)
        let between = ObservationQuery.completions(for: "user:a  geo:yes", cursor: 7)
        #expect(between.range == 7..<7)
        #expect(between.candidates == all.filter { $0 != "geo:" })
        let past = ObservationQuery.completions(for: "a ", cursor: 99)
        #expect(past.range == 2..<2)
        #expect(ObservationQuery.completions(for: "a ", cursor: -1).range == 0..<0)
    }

    @Test("A completed line can be read at every step", arguments: QueryField.allCases)
    func leadsToALine(field: QueryField) throws {
        let name = ObservationQuery.completions(for: field.name, cursor: field.name.count)
        #expect(name.candidates.contains(field.name + ":"))
        for choice in field.choices {
            let line = field.name + ":" + choice.dropLast()
            let completions = ObservationQuery.completions(for: line, cursor: line.count)
            #expect(completions.candidates.contains(choice))
            _ = try ObservationQuery(text: field.name + ":" + choice)
        }
    }

    @Test(
        "What all candidates share is put in at once",
        arguments: [
            (["observer:", "obscuration:"], "obs"), (["yes"], "yes"), ([], ""), (["a", "b"], ""),
            (["ab", "a"], "a"),
        ]
    )
    func sharesPrefix(candidates: [String], prefix: String) {
        #expect(QueryCompletions(range: 0..<0, candidates: candidates).commonPrefix == prefix)
    }
}
