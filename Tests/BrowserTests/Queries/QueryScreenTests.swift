import INaturalist
import TerminalUI
import Testing

@testable import Browser

@Suite struct QueryScreenTests {
    private func screen(_ text: String = "") -> QueryScreen {
        QueryScreen(QuerySamples.query(text), saved: QuerySamples.saved)
    }

    @Test func `every field of a query is in the form, once`() {
        #expect(QueryField.inForm.count == QueryField.allCases.count)
        #expect(Set(QueryField.inForm) == Set(QueryField.allCases))
    }

    // MARK: - The line and the form in step

    @Test func `what is typed into the line is in the form as soon as it can be read`() {
        var screen = screen()
        screen.type("taxon:Platanthera obscuration:obscured observed-from:2026-01-0")
        #expect(screen.text(of: .taxon) == "Platanthera")
        #expect(screen.text(of: .obscuration) == "obscured")
        #expect(screen.text(of: .observedFrom) == "")
        #expect(screen.shows("is no day"))
        screen.type("9")
        #expect(screen.text(of: .observedFrom) == "2026-01-09")
        #expect(!screen.shows("is no day"))
        #expect(
            screen.query
                == QuerySamples.query("taxon:Platanthera obscuration:obscured observed-from:2026-01-09")
        )
    }

    @Test(
        arguments: [
            (.observer, "wren, kestrel", "observer:wren,kestrel"),
            (.taxon, "101/Platanthera", "taxon:101/Platanthera"),
            (.place, "\"Nome, Alaska\", Iowa", "place:\"Nome, Alaska\",Iowa"),
            (.place, "New Nowhere", "place:\"New Nowhere\""),
            (.id, "7 8;9", "id:7,8,9"), (.observedTo, "2026-02-28", "observed-to:2026-02-28"),
            (.words, "under  a log", "q:\"under a log\""), (.box, "1, 2, 3.5, 4", "box:1,2,3.5,4"),
            (.updatedSince, "2026-11-24", "updated-since:2026-11-24T00:00:00Z"),
            (.captive, "y", "captive:yes"), (.highestRank, "f", "highest-rank:family"),
            (.obscuration, "o p ", "obscuration:obscured,private"), (.iconicTaxon, "f ", "iconic:Fungi"),
        ] as [(QueryField, String, String)]
    ) func `what is filled in is in the line at once`(_ field: QueryField, _ typed: String, _ line: String) {
        var screen = screen()
        screen.go(to: field)
        screen.type(typed)
        #expect(screen.line.text == line)
        #expect(screen.query == QuerySamples.query(line))
    }

    @Test func `a query with every field comes through the form as it was`() {
        let text =
            "observer:wren,7/kestrel taxon:101/Platanthera place:\"Nome, Alaska\" project:made-up "
            + "obscuration:obscured,private geoprivacy:open taxon-geoprivacy:obscured quality:research "
            + "observed-from:2026-01-01 observed-to:2026-02-01 created-from:2026-01-01 created-to:2026-03-01 "
            + "id:5,6 iconic:Aves,Fungi highest-rank:family lowest-rank:species without-taxon:9 captive:no "
            + "photos:yes geo:yes q:\"under a log\" search-on:place box:1,2,3,4 "
            + "updated-since:2026-02-01T00:00:00Z order:-observed"
        let query = QuerySamples.query(text)
        #expect(Set(QueryField.allCases.filter { !query.words(of: $0).isEmpty }) == Set(QueryField.allCases))
        for field in QueryField.allCases {
            var screen = QueryScreen(query)
            screen.fieldChanged(field)
            #expect(screen.query == query)
            #expect(screen.query.words(of: field) == query.words(of: field))
            #expect(screen.line.text == query.text)
        }
    }

    @Test func `what is typed in a field stays as it was typed when the line changes elsewhere`() {
        var screen = screen()
        screen.go(to: .observedFrom)
        screen.type("2026-1")
        #expect(screen.line.text == "")
        screen.focus(on: .line)
        screen.type("observer:wren")
        #expect(screen.text(of: .observedFrom) == "2026-1")
        #expect(screen.text(of: .observer) == "wren")
        screen.type(" observed-from:2026-11-24")
        #expect(screen.text(of: .observedFrom) == "2026-11-24")
    }

    // MARK: - Problems

    @Test func `a line that cannot be read leaves the form as it was, and says why below`() throws {
        var screen = screen("observer:wren")
        screen.type(" qality:research")
        let lines = screen.lines()
        let row = try #require(lines.firstIndex { $0.contains("qality:research") })
        #expect(lines[row + 1].contains("“qality” is no field. Did you mean “quality:”?"))
        #expect(screen.text(of: .observer) == "wren")
        expect(screen.accept(), is: nil)
        #expect(screen.focus == .line)
    }

    @Test func `a query with a problem is not shown, saved or copied; the keyboard goes to the field`() {
        for attempt in [
            { @Sendable (screen: inout QueryScreen) in screen.accept() },
            { @Sendable (screen: inout QueryScreen) in screen.copyWebAddress() },
            { @Sendable (screen: inout QueryScreen) in
                screen.beginSaving()
                return screen.accept()
            },
        ] {
            var screen = screen("observed-from:2026-11-24 observed-to:2026-11-02")
            #expect(screen.shows("Observed to: 2026-11-02 is before 2026-11-24"))
            expect(attempt(&screen), is: nil)
            #expect(screen.focus == .field(.observedTo))
            #expect(screen.shows("2026-11-02 is before 2026-11-24"))
            #expect(screen.shows("! Observed to"))
        }
    }

    @Test func `what cannot be read in a field is never sent, however it was left`() {
        var screen = screen("created-from:2026-11-24")
        screen.go(to: .createdFrom)
        screen.press(.backspace)
        #expect(screen.query.createdFrom == nil)
        screen.move(by: 1)
        #expect(screen.shows("Created from: “2026-11-2” is no day"))
        expect(screen.accept(), is: nil)
        #expect(screen.focus == .field(.createdFrom))
        screen.type("5")
        expect(screen.accept(), is: .show(QuerySamples.query("created-from:2026-11-25")))
    }

    @Test func `a curator is told what several projects hide`() {
        #expect(screen("project:a,b").shows("checks no curator's grant"))
        #expect(!screen("project:a").shows("checks no curator's grant"))
        #expect(screen("project:a place:7").shows("goes by the public point"))
    }

    // MARK: - Keys

    @Test func `the keyboard goes through line, fields and buttons, and round`() {
        var screen = screen()
        #expect(screen.focus == .line)
        for field in QueryField.inForm {
            screen.move(by: 1)
            #expect(screen.focus == .field(field))
        }
        screen.move(by: 1)
        #expect(screen.focus == .button(.show))
        screen.press(.right)
        #expect(screen.focus == .button(.saved))
        screen.move(by: -1)
        #expect(screen.focus == .field(QueryField.inForm.last!))
        screen.move(by: 1)
        screen.press(.left)
        #expect(screen.focus == .button(.copy))
        screen.move(by: 1)
        #expect(screen.focus == .line)
        screen.focusPrevious()
        #expect(screen.focus == .field(QueryField.inForm[0]))
        screen.focusPrevious()
        #expect(screen.focus == .line)
        screen.move(by: -1)
        #expect(screen.focus == .button(.show))
    }

    @Test func `Tab goes through every field and button too`() {
        var screen = screen()
        screen.focusPrevious()
        for field in QueryField.inForm {
            #expect(screen.focus == .field(field))
            screen.focusNext()
        }
        for button in QueryScreen.Button.inForm {
            #expect(screen.focus == .button(button))
            screen.focusNext()
        }
        #expect(screen.focus == .line)
    }

    @Test func `a page or the wheel stays in the fields`() {
        var screen = screen()
        screen.move(by: 8)
        #expect(screen.focus == .field(QueryField.inForm[7]))
        screen.move(by: .max)
        #expect(screen.focus == .field(QueryField.inForm.last!))
        screen.move(by: .min)
        #expect(screen.focus == .field(QueryField.inForm[0]))
    }

    @Test func `Enter shows the query from the line, from a field and from its button`() {
        let query = QuerySamples.query("observer:wren")
        var screen = screen("observer:wren")
        expect(screen.accept(), is: .show(query))
        screen.go(to: .quality)
        expect(screen.accept(), is: .show(query))
        screen.focus(on: .button(.show))
        expect(screen.accept(), is: .show(query))
        expect(screen.press(.character(" ")), is: .show(query))
        screen.focus(on: .button(.copy))
        expect(screen.accept(), is: .copyWebAddress(query))
    }

    @Test func `Esc leaves the screen when there is nothing to close`() {
        var screen = screen()
        expect(screen.back(), is: false)
        screen.showSaved()
        screen.type("d")
        expect(screen.back(), is: true)
        expect(screen.back(), is: true)
        expect(screen.back(), is: false)
    }

    @Test(arguments: screenSizes) func `the field that has the keyboard is in view, with its help`(
        _ columns: Int,
        _ rows: Int
    ) {
        var screen = screen()
        for field in QueryField.inForm {
            screen.move(by: 1)
            #expect(screen.shows(field.title, columns, rows))
            #expect(screen.shows(String(field.help.prefix(20)), columns, rows))
        }
    }

    // MARK: - Marks and choices

    @Test func `marks are set and taken away, and Delete takes all away`() {
        var screen = screen()
        screen.go(to: .obscuration)
        screen.type(" ")
        screen.press(.right)
        screen.type(" ")
        #expect(screen.query.obscurations == [.none, .obscured])
        screen.type(" ")
        #expect(screen.query.obscurations == [.none])
        screen.press(.delete)
        #expect(screen.query.obscurations == [])
        screen.press(.left)
        screen.press(.left)
        screen.type(" ")
        #expect(screen.query.obscurations == [.private])
    }

    @Test func `a choice turns round the end and back to none`() {
        var screen = screen()
        screen.go(to: .captive)
        screen.press(.right)
        #expect(screen.query.captive == true)
        screen.press(.right)
        #expect(screen.query.captive == false)
        screen.press(.right)
        #expect(screen.query.captive == nil)
        screen.press(.left)
        #expect(screen.query.captive == false)
        screen.press(.backspace)
        #expect(screen.query.captive == nil)
    }

    // MARK: - The mouse

    @Test(arguments: screenSizes) func `a click marks, chooses, goes to a field and presses`(
        _ columns: Int,
        _ rows: Int
    ) throws {
        var screen = screen("observer:wren")
        func place(_ text: String) throws -> Position {
            let lines = screen.lines(columns, rows)
            let row = try #require(lines.firstIndex { $0.contains(text) })
            let start = try #require(lines[row].firstRange(of: text)).lowerBound
            return Position(column: lines[row].distance(from: lines[row].startIndex, to: start) + 1, row: row)
        }
        let room = body(columns, rows)
        expect(screen.click(try place("Place"), in: room), is: nil)
        #expect(screen.focus == .field(.place))
        _ = screen.click(try place("[ ] obscured"), in: room)
        #expect(screen.focus == .field(.obscuration))
        #expect(screen.line.text == "observer:wren obscuration:obscured")
        _ = screen.click(try place("[x] obscured"), in: room)
        #expect(screen.line.text == "observer:wren")
        _ = screen.click(try place("Query"), in: room)
        #expect(screen.focus == .line)
        expect(screen.click(try place("[ Show ]"), in: room), is: .show(QuerySamples.query("observer:wren")))
        expect(
            screen.click(try place("[ Copy web address ]"), in: room),
            is: .copyWebAddress(QuerySamples.query("observer:wren"))
        )
        screen.go(to: .photos)
        _ = screen.click(try place("( ) no"), in: room)
        #expect(screen.line.text == "observer:wren captive:no")
    }

    // MARK: - Pasting

    private static let address =
        "https://www.inaturalist.org/observations?taxon_id=101&quality_grade=research"

    @Test func `an address that is pasted becomes the query, in the place of all that was there`() {
        var screen = screen("observer:wren")
        _ = screen.handle(.paste(PastedText(" \(Self.address)\n")))
        #expect(screen.line.text == "taxon:101 quality:research")
        #expect(screen.text(of: .observer) == "")
        #expect(screen.text(of: .taxon) == "101")
        #expect(screen.shows("Read from the address"))
        _ = screen.handle(.paste(PastedText(Self.address + "&license=cc-by")))
        #expect(screen.line.text == "taxon:101 quality:research")
        #expect(screen.shows("license=cc-by"))
        screen.type(" ")
        #expect(!screen.shows("license=cc-by"))
    }

    @Test func `an address that cannot be read says so and changes nothing`() {
        var screen = screen("observer:wren")
        _ = screen.handle(.paste(PastedText("https://example.org/no/search")))
        #expect(screen.shows("“https://example.org/no/search” is no address of observations."))
        #expect(screen.query == QuerySamples.query("observer:wren"))
        #expect(screen.line.text == "observer:wren")
    }

    @Test func `an address that was typed becomes the query with Enter`() {
        var screen = screen()
        screen.type(Self.address)
        expect(screen.accept(), is: nil)
        #expect(screen.line.text == "taxon:101 quality:research")
        expect(screen.accept(), is: .show(QuerySamples.query("taxon:101 quality:research")))
    }

    @Test func `any other text that is pasted is typed`() {
        var screen = screen("observer:wren")
        _ = screen.handle(.paste(PastedText(" taxon:\n101")))
        #expect(screen.line.text == "observer:wren taxon:101")
        #expect(screen.text(of: .taxon) == "101")
    }
}
