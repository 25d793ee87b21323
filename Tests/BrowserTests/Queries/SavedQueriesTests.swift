import Testing

@testable import Browser

@Suite struct SavedQueriesTests {
    private func saved(_ text: String) -> SavedQueries { SavedQueries(bytes: Array(text.utf8)) }
    private func text(_ queries: SavedQueries) -> String { String(decoding: queries.bytes, as: UTF8.self) }

    @Test(arguments: [
        ("orchids = taxon:Platanthera", "orchids", "taxon:Platanthera"),
        ("  my orchids=taxon:Platanthera  ", "my orchids", "taxon:Platanthera"),
        ("orchids = q:a=b", "orchids", "q:a=b"),
        ("Größe = taxon:Aves\r", "Größe", "taxon:Aves"),
        ("\u{FEFF}first = id:1", "first", "id:1"),
    ]) func `a line is a name, an equals sign and a query`(_ line: String, _ name: String, _ text: String) {
        let queries = saved(line + "\n")
        #expect(queries.queries == [SavedQueries.Query(name: name, text: text)])
        #expect(queries.problems.isEmpty)
        #expect(queries.text(of: " \(name) ") == text)
    }

    @Test func `empty lines and remarks are no queries and no problems`() {
        let queries = saved("# those of the bog\n\n   \norchids = taxon:Platanthera\n   # indented\n")
        #expect(queries.queries.map(\.name) == ["orchids"])
        #expect(queries.problems.isEmpty)
    }

    @Test func `nothing at all is no query`() {
        #expect(saved("").queries.isEmpty)
        #expect(saved("").bytes.isEmpty)
    }

    @Test(arguments: [
        ("a = 1\nwhat is this\nb = 2\n", 2, "=“ in it"), ("a = 1\n = 2\n", 2, "needs a name"),
        ("a =\n", 1, "no query after"), ("a = 1\n\n#\na = 2\n", 4, "saved in line 1 already"),
    ]) func `a line that is not understood is told with its number, and reading goes on`(
        _ text: String,
        _ line: Int,
        _ words: String
    ) throws {
        let queries = saved(text)
        let problem = try #require(queries.problems.first)
        #expect(queries.problems.count == 1)
        #expect(problem.line == line)
        #expect(problem.description.hasPrefix("Line \(line): "))
        #expect(problem.reason.contains(words.replacing("=“", with: "“=”")), "\(problem.reason)")
        let good = text.split(separator: "\n").filter { $0.hasPrefix("a = 1") || $0.hasPrefix("b = 2") }
        #expect(queries.queries.map { "\($0.name) = \($0.text)" } == good.map(String.init))
    }

    @Test func `bytes that are no UTF-8 are told and kept`() throws {
        let bytes: [UInt8] = Array("a = ".utf8) + [0xFF, 0xFE] + Array("\nb = id:2\n".utf8)
        var queries = SavedQueries(bytes: bytes)
        #expect(queries.problems.map(\.line) == [1])
        #expect(queries.queries.map(\.name) == ["b"])
        try queries.save("id:3", as: "c")
        #expect(queries.bytes == bytes + Array("c = id:3\n".utf8))
    }

    @Test func `saving changes one line and leaves every other as it was`() throws {
        let before = "# mine\n\n  orchids   =   taxon:Platanthera   \nwhat is this\nbirds = taxon:Aves\r\n"
        var queries = saved(before)
        #expect(text(queries) == before)
        try queries.save("taxon:Spiranthes", as: "orchids")
        #expect(
            text(queries)
                == before.replacing(
                    "  orchids   =   taxon:Platanthera   ",
                    with: "orchids = taxon:Spiranthes"
                )
        )
        try queries.save("id:7", as: " one ")
        #expect(text(queries).hasSuffix("birds = taxon:Aves\r\none = id:7\n"))
        #expect(queries.text(of: "one") == "id:7")
    }

    @Test func `a last line without its end gets one before the next is added`() throws {
        var queries = saved("a = id:1")
        try queries.save("id:2", as: "b")
        #expect(text(queries) == "a = id:1\nb = id:2\n")
    }

    @Test(arguments: ["", "   ", "a=b", "#a", "a\nb", "a\u{1B}[31m"])
    func `what can be no name is told, and nothing is saved`(_ name: String) {
        var queries = saved("a = id:1\n")
        let before = queries
        #expect(throws: SavedQueriesError.self) { try queries.save("id:2", as: name) }
        #expect(queries == before)
    }

    @Test func `a query that says nothing is not saved`() {
        var queries = SavedQueries()
        #expect(throws: SavedQueriesError.emptyQuery("all")) { try queries.save("  \n ", as: "all") }
        #expect(queries.queries.isEmpty)
    }

    @Test func `a query in several lines is saved in one`() throws {
        var queries = SavedQueries()
        try queries.save("taxon:Aves\nobserver:wren", as: "a")
        #expect(text(queries) == "a = taxon:Aves observer:wren\n")
    }

    @Test func `removing takes the query's line alone, and the lines that repeat its name`() throws {
        var queries = saved("# x\na = id:1\nb = id:2\na = id:3\nodd\n")
        try queries.remove("a")
        #expect(text(queries) == "# x\nb = id:2\nodd\n")
        #expect(queries.queries.map(\.name) == ["b"])
    }

    @Test func `removing what is not saved is told with the names that are`() {
        var queries = saved("a = id:1\nb = id:2\n")
        #expect(throws: SavedQueriesError.unknownName("c", known: ["a", "b"])) { try queries.remove("c") }
        #expect("\(SavedQueriesError.unknownName("c", known: ["a", "b"]))".contains("a, b"))
    }
}
