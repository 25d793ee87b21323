import INaturalist
import TerminalUI
import Testing

@testable import Browser

/// What is offered at the query screen: completions in the line, and what the server knows.
@Suite struct QueryScreenOfferTests {
    private typealias LookUp = QueryCompletions.LookUp

    private func screen(_ text: String = "") -> QueryScreen { QueryScreen(QuerySamples.query(text)) }

    // MARK: - Tab in the line

    @Test func `Tab puts in what there is but one of`() {
        var screen = screen()
        screen.type("qua")
        screen.focusNext()
        #expect(screen.line.text == "quality:")
        screen.type("r")
        screen.focusNext()
        #expect(screen.line.text == "quality:research")
        #expect(screen.query.qualityGrades == ["research"])
        #expect(screen.focus == .line)
        screen.focusNext()
        #expect(screen.focus == .field(QueryField.inForm[0]))
    }

    @Test func `Tab puts in the common beginning and lists the rest; Tab or Enter takes one`() {
        var screen = screen("observer:wren")
        screen.type(" obs")
        screen.focusNext()
        #expect(screen.line.text == "observer:wren obs")
        #expect(
            screen.list.items.map(\.text) == ["observer:", "obscuration:", "observed-from:", "observed-to:"]
        )
        screen.type("e")
        #expect(screen.list.items.map(\.text) == ["observer:", "observed-from:", "observed-to:"])
        screen.type("rved")
        screen.focusNext()
        #expect(screen.line.text == "observer:wren observed-")
        screen.move(by: 1)
        screen.move(by: 1)
        screen.focusNext()
        #expect(screen.line.text == "observer:wren observed-to:")
        #expect(screen.list.isEmpty)
        screen.type("2026-11-24")
        #expect(screen.query.observedTo == "2026-11-24")
    }

    @Test func `Enter takes what the keyboard is on before it shows anything`() {
        var screen = screen()
        screen.type("obscuration:obscured,")
        screen.focusNext()
        screen.move(by: 1)
        screen.move(by: 1)
        expect(screen.accept(), is: nil)
        #expect(screen.line.text == "obscuration:obscured,private")
        expect(screen.accept(), is: .show(QuerySamples.query("obscuration:obscured,private")))
    }

    @Test func `in the middle of the line what follows stays, and the cursor is behind what was put in`() {
        var screen = screen("obscuration:obscured")
        screen.press(.home)
        screen.type("qual ")
        screen.press(.left)
        screen.focusNext()
        screen.type("casual")
        #expect(screen.line.text == "quality:casual obscuration:obscured")
        #expect(screen.query == QuerySamples.query("quality:casual obscuration:obscured"))
    }

    @Test func `a field is written anew in front of its value, and the value stays`() {
        var screen = screen("observed-from:2026-11-24")
        screen.press(.home)
        screen.type("obs")
        screen.focusNext()
        #expect(screen.line.text == "obsobserved-from:2026-11-24")
        screen.move(by: 1)
        while screen.list.selected.map({ screen.list.items[$0].text }) != "observed-to:" {
            screen.move(by: 1)
        }
        screen.focusNext()
        #expect(screen.line.text == "observed-to:2026-11-24")
        #expect(screen.query == QuerySamples.query("observed-to:2026-11-24"))
    }

    @Test func `Up from the first candidate goes back to the line, and then Up leaves it`() {
        var screen = screen()
        screen.focusNext()
        #expect(screen.list.items.count == QueryField.allCases.count)
        screen.move(by: 1)
        screen.move(by: -1)
        #expect(screen.list.selected == nil)
        #expect(screen.focus == .line)
        screen.move(by: -1)
        #expect(screen.focus == .button(.show))
        #expect(screen.list.isEmpty)
    }

    @Test func `Esc closes the list and leaves what was typed`() {
        var screen = screen()
        screen.type("obs")
        screen.focusNext()
        expect(screen.back(), is: true)
        #expect(screen.list.isEmpty)
        #expect(screen.line.text == "obs")
    }

    // MARK: - Look-ups

    @Test(
        arguments: [
            (.observer, "wren"), (.taxon, "Plat"), (.withoutTaxon, "Plat"), (.place, "New Nowhere"),
            (.project, "made-up"),
        ] as [(QueryField, String)]
    ) func `what is typed where names stand is wanted from the server`(_ field: QueryField, _ text: String) {
        var screen = screen()
        screen.go(to: field)
        #expect(screen.wantedLookUp == nil)
        screen.type(text)
        #expect(screen.wantedLookUp == LookUp(field: field, text: text))
        #expect(screen.shows("Looking up “\(text)” …"))
        screen.take([], for: LookUp(field: field, text: text))
        #expect(screen.wantedLookUp == nil)
        #expect(screen.shows("The server knows no"))
    }

    @Test func `only the name at the cursor is looked up, and no number`() {
        var screen = screen("taxon:Orchis")
        screen.go(to: .taxon)
        screen.type(", Plat")
        #expect(screen.wantedLookUp == LookUp(field: .taxon, text: "Plat"))
        screen.press(.backspace, times: 4)
        screen.type("101")
        #expect(screen.wantedLookUp == nil)
        screen.type("/")
        #expect(screen.wantedLookUp != LookUp(field: .taxon, text: "101"))
        screen.type("Platan")
        #expect(screen.wantedLookUp == LookUp(field: .taxon, text: "Platan"))
        screen.focus(on: .line)
        screen.type("ah")
        #expect(screen.wantedLookUp == LookUp(field: .taxon, text: "Platanah"))
    }

    @Test func `nothing is looked up before something is typed, nor after the field was left`() {
        var screen = screen("taxon:Orchis")
        screen.go(to: .taxon)
        #expect(screen.wantedLookUp == nil)
        screen.type("x")
        #expect(screen.wantedLookUp != nil)
        screen.move(by: 1)
        #expect(screen.wantedLookUp == nil)
        screen.move(by: -1)
        #expect(screen.wantedLookUp == nil)
    }

    @Test func `an answer for what stood there before is dropped`() {
        var screen = screen()
        screen.go(to: .taxon)
        screen.type("Pla")
        screen.type("t")
        screen.take(QuerySamples.taxa, for: LookUp(field: .taxon, text: "Pla"))
        #expect(screen.list.items.isEmpty)
        #expect(screen.wantedLookUp == LookUp(field: .taxon, text: "Plat"))
        screen.take(QuerySamples.taxa, for: LookUp(field: .place, text: "Plat"))
        #expect(screen.list.items.isEmpty)
        screen.take(QuerySamples.taxa, for: LookUp(field: .taxon, text: "Plat"))
        #expect(screen.list.items.map(\.text) == QuerySamples.taxa.map(\.title))
        screen.move(by: 1)
        screen.take([], for: LookUp(field: .taxon, text: "Pla"))
        #expect(screen.list.items.map(\.text) == QuerySamples.taxa.map(\.title))
        #expect(screen.list.selected == 0)
        #expect(screen.wantedLookUp == nil)
        screen.type("a")
        #expect(screen.list.items.isEmpty)
        screen.move(by: 1)
        screen.take(QuerySamples.taxa, for: LookUp(field: .taxon, text: "Plata"))
        #expect(screen.list.items.isEmpty)
    }

    @Test(arguments: [true, false]) func `Enter or Tab takes a suggestion into the field and into the line`(
        _ isEnter: Bool
    ) {
        var screen = screen()
        screen.go(to: .taxon)
        screen.type("Orchis, Plat")
        screen.take(QuerySamples.taxa, for: LookUp(field: .taxon, text: "Plat"))
        screen.move(by: 1)
        screen.move(by: 1)
        screen.move(by: 1)
        if isEnter { expect(screen.accept(), is: nil) } else { screen.focusNext() }
        #expect(screen.text(of: .taxon) == "Orchis, \"103/Platanthera, sensu lato\"")
        #expect(screen.line.text == "taxon:Orchis,\"103/Platanthera, sensu lato\"")
        #expect(screen.query.taxa == [.name("Orchis"), .id(103)])
        #expect(screen.focus == .field(.taxon))
        #expect(screen.list.isEmpty)
        #expect(screen.wantedLookUp == nil)
    }

    @Test func `Tab goes on from the field while the keyboard is not in the list`() {
        var screen = screen()
        screen.go(to: .taxon)
        screen.type("Plat")
        screen.take(QuerySamples.taxa, for: LookUp(field: .taxon, text: "Plat"))
        screen.focusNext()
        #expect(screen.focus == .field(.place))
        #expect(screen.query.taxa == [.name("Plat")])
    }

    @Test func `names in the line are looked up too, and taken whole`() {
        var screen = screen("obscuration:obscured")
        screen.press(.home)
        screen.type("taxon:Plat ")
        screen.press(.left, times: 2)
        screen.type("a")
        #expect(screen.line.text == "taxon:Plaat obscuration:obscured")
        #expect(screen.wantedLookUp == LookUp(field: .taxon, text: "Plaa"))
        screen.take(QuerySamples.taxa, for: LookUp(field: .taxon, text: "Plaa"))
        screen.focusNext()
        #expect(screen.list.selected == 0)
        screen.focusNext()
        #expect(screen.line.text == "taxon:\"101/Platanthera praeclara\" obscuration:obscured")
        #expect(screen.query.taxa == [.id(101)])
        #expect(screen.text(of: .taxon) == "101/Platanthera praeclara")
    }

    @Test func `a failure is told and the same is not asked again`() {
        var screen = screen()
        screen.go(to: .place)
        screen.type("Now")
        screen.take(failure: "The server cannot be reached.", for: LookUp(field: .place, text: "Now"))
        #expect(screen.shows("The server cannot be reached."))
        #expect(screen.wantedLookUp == nil)
        screen.type("h")
        #expect(screen.wantedLookUp == LookUp(field: .place, text: "Nowh"))
    }

    @Test(arguments: screenSizes) func `a click takes a suggestion`(_ columns: Int, _ rows: Int) throws {
        var screen = screen()
        screen.go(to: .taxon)
        screen.type("Plat")
        screen.take(QuerySamples.taxa, for: LookUp(field: .taxon, text: "Plat"))
        let row = try #require(screen.lines(columns, rows).firstIndex { $0.contains("sensu lato") })
        let decision = screen.click(Position(column: 6, row: row), in: body(columns, rows))
        #expect(decision == nil)
        #expect(screen.query.taxa == [.id(103)])
    }

    @Test func `hostile names are harmless in the list, in the field and in the line`() {
        var screen = screen()
        screen.go(to: .taxon)
        screen.type("x")
        let name = "a\u{1B}[31m\u{202E}b\"c,\nd\u{9B}2J"
        screen.take(
            [QuerySamples.suggestion(7, name: name, title: name, detail: "\u{1B}]0;owned\u{07}")],
            for: LookUp(field: .taxon, text: "x")
        )
        #expect(screen.shows("a[31mb\"c,⏎d2J"))
        screen.move(by: 1)
        _ = screen.accept()
        #expect(screen.query.taxa == [.id(7)])
        #expect(screen.query.words(of: .taxon) == ["7/a[31mb\"c,⏎d2J"])
        #expect(screen.line.text == "taxon:\"7/a[31mb\"\"c,⏎d2J\"")
        #expect(QuerySamples.query(screen.line.text).words(of: .taxon) == screen.query.words(of: .taxon))
        screen.fieldChanged(.taxon)
        #expect(screen.query.words(of: .taxon) == ["7/a[31mb\"c,⏎d2J"])
    }
}
