import INaturalist
import TerminalUI
import Testing

@testable import Browser

/// Saved queries at the query screen, and the words of its fields.
@Suite struct QueryScreenSavedTests {
    private func screen(_ text: String = "") -> QueryScreen {
        QueryScreen(QuerySamples.query(text), saved: QuerySamples.saved)
    }

    @Test func `Enter loads a saved query and shows it`() {
        var screen = screen("observer:wren")
        screen.focus(on: .button(.saved))
        expect(screen.accept(), is: nil)
        screen.move(by: 1)
        let query = QuerySamples.query(QuerySamples.saved.queries[1].text)
        expect(screen.accept(), is: .show(query))
        #expect(screen.query == query)
        #expect(screen.text(of: .place) == "Nowhere County")
        #expect(screen.text(of: .observer) == "")
    }

    @Test func `a saved query can be edited before it is shown`() {
        var screen = screen()
        screen.showSaved()
        screen.type("e")
        #expect(screen.pane == .form)
        #expect(screen.focus == .line)
        #expect(screen.line.text == QuerySamples.saved.queries[0].text)
        screen.type(" observer:wren")
        expect(
            screen.accept(),
            is: .show(QuerySamples.query(QuerySamples.saved.queries[0].text + " observer:wren"))
        )
    }

    @Test func `a saved query that cannot be read is loaded into the line and told`() {
        var screen = screen("observer:wren")
        screen.showSaved()
        screen.move(by: 2)
        #expect(screen.shows("! taxn:Platanthera"))
        expect(screen.accept(), is: nil)
        #expect(screen.line.text == "taxn:Platanthera")
        #expect(screen.shows("“taxn” is no field."))
        // Nothing of the query before is left in the form to be mixed with it.
        #expect(screen.text(of: .observer) == "")
    }

    @Test func `removing is asked about in place, and only y removes`() {
        for key in [Key.enter, .escape, .character("n"), .character("d")] {
            var screen = screen()
            screen.showSaved()
            screen.type("d")
            #expect(screen.shows("Remove “orchids”?"))
            let decision = key == .enter ? screen.accept() : key == .escape ? nil : screen.press(key)
            if key == .escape { expect(screen.back(), is: true) }
            #expect(decision == nil)
            #expect(!screen.shows("Remove “orchids”?"))
            #expect(screen.shows("Saved queries"))
        }
        var screen = screen()
        screen.showSaved()
        screen.press(.delete)
        screen.move(by: 1)
        expect(screen.type("y"), is: .remove(name: "orchids"))
        expect(screen.type("y"), is: nil)
    }

    @Test func `after a removal the cursor is on a query that is there`() throws {
        var screen = screen()
        screen.showSaved()
        screen.move(by: .max)
        screen.type("d")
        let decision = screen.type("y")
        #expect(decision == .remove(name: "everything of wren"))
        var saved = QuerySamples.saved
        try saved.remove("everything of wren")
        screen.take(saved)
        #expect(screen.selectedQuery?.name == "broken")
        screen.take(SavedQueries())
        #expect(screen.selectedQuery == nil)
        expect(screen.accept(), is: nil)
        expect(screen.type("d"), is: nil)
        #expect(screen.shows("Nothing is saved yet"))
    }

    @Test func `a query is saved under a name, and what can be no name is told`() {
        var screen = screen("taxon:Platanthera")
        screen.beginSaving()
        expect(screen.accept(), is: nil)
        #expect(screen.shows("A query needs a name."))
        screen.type("a=b")
        expect(screen.accept(), is: nil)
        #expect(screen.shows("A name has no “=” in it"))
        screen.press(.control("u"))
        screen.type("turtles")
        expect(screen.accept(), is: .save(name: "turtles", text: "taxon:Platanthera"))
        #expect(screen.pane == .form)
        screen.beginSaving()
        #expect(screen.shows("Save as  turtles"))
    }

    @Test func `a name that is taken is told before it is replaced`() {
        var screen = screen("taxon:Platanthera")
        screen.beginSaving()
        screen.type("orchid")
        #expect(!screen.shows("A query has that name already"))
        screen.type("s")
        #expect(screen.shows("A query has that name already"))
    }

    @Test func `a query that says nothing is not saved`() {
        var screen = screen()
        screen.beginSaving()
        #expect(screen.pane == .form)
        #expect(screen.shows("There is nothing to save yet"))
    }

    @Test(arguments: screenSizes) func `the mouse chooses, asks, removes, keeps and goes back`(
        _ columns: Int,
        _ rows: Int
    ) throws {
        var screen = screen()
        let room = body(columns, rows)
        func click(_ text: String) throws -> QueryScreen.Decision? {
            let lines = screen.lines(columns, rows)
            let row = try #require(lines.firstIndex { $0.contains(text) }, "\(text)")
            let start = try #require(lines[row].firstRange(of: text)).lowerBound
            let column = lines[row].distance(from: lines[row].startIndex, to: start)
            return screen.click(Position(column: column + 2, row: row), in: room)
        }
        expect(try click("[ Saved… ]"), is: nil)
        expect(try click("everything of"), is: nil)
        expect(try click("[ Remove… ]"), is: nil)
        expect(try click("[ Keep ]"), is: nil)
        expect(try click("[ Remove… ]"), is: nil)
        expect(try click("[ Remove ]"), is: .remove(name: "everything of wren"))
        expect(try click("orchids"), is: nil)
        let query = QuerySamples.query(QuerySamples.saved.queries[0].text)
        expect(try click("orchids"), is: .show(query))
        screen.showSaved()
        expect(try click("[ Edit ]"), is: nil)
        #expect(screen.line.text == query.text)
        screen.showSaved()
        expect(try click("[ Back ]"), is: nil)
        #expect(screen.pane == .form)
        expect(try click("[ Save as… ]"), is: nil)
        expect(try click("[ Save ]"), is: .save(name: "orchids", text: query.text))
    }

    @Test func `hostile names and texts in the file are harmless`() {
        let name = "a\u{202E}b\u{200B}c"
        let bytes = Array("\(name) = taxon:x\u{1B}]0;owned\u{07}\u{202E}y\n".utf8)
        var screen = QueryScreen(ObservationQuery(), saved: SavedQueries(bytes: bytes))
        screen.showSaved()
        #expect(screen.shows("abc   taxon:x]0;ownedy"))
        screen.type("d")
        #expect(screen.shows("Remove “abc”?"))
        // The file knows it by its own name.
        expect(screen.type("y"), is: .remove(name: name))
        expect(screen.accept(), is: .show(QuerySamples.query("taxon:x]0;ownedy")))
        #expect(screen.line.text == "taxon:x]0;ownedy")
    }

    // MARK: - Several values in one field

    @Test(
        arguments: [
            ("", []), (" , ,", []), ("a", ["a"]), ("a b, c", ["a b", "c"]), (",a,,b ,", ["a", "b"]),
            ("\"a, b\", c", ["a, b", "c"]), ("\"a \"\"b\"\"\"", ["a \"b\""]),
            ("\"open, to the end", ["open, to the end"]),
            ("a\"b\"c", ["abc"]), ("38/Minnesota", ["38/Minnesota"]),
        ] as [(String, [String])]
    ) func `values are parted by commas outside quotation marks`(_ text: String, _ values: [String]) {
        #expect(QueryWords.values(of: text) == values)
    }

    @Test(arguments: ["a", "a b", " a ", "a,b", "\"", "a\"b", "\"a\"", ",", "東京, 都", "38/New \"York\", NY"])
    func `a value comes back as it was`(_ value: String) {
        #expect(QueryWords.values(of: QueryWords.text(of: [value, "z", value])) == [value, "z", value])
        let words = QueryWords.words(of: QueryWords.text(of: ["y", value]))
        #expect(words.count == 2)
        #expect(words[1].range.lowerBound == 3)
    }
}
