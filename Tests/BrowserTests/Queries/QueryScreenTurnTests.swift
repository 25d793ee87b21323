import INaturalist
import TerminalUI
import TestSupport
import Testing

@testable import Browser

/// Many keys that come at once: the text has all of them, and what follows from it is worked out once.
@Suite struct QueryScreenTurnTests {
    private static let keys: [Key] = [
        .left, .right, .home, .end, .backspace, .delete, .control("w"), .character(" "), .character(","),
        .character("\""), .character(":"), .character("o"), .character("1"),
    ]
    private static let texts = ["taxon:", "observer:wren", "Nome, Al", "2026-11-24", "id:7", "q:log", "東京"]

    private static func events(_ numbers: inout SeededGenerator) -> [InputEvent] {
        var events: [InputEvent] = []
        for _ in 0..<Int.random(in: 1...12, using: &numbers) {
            if Bool.random(using: &numbers) {
                events.append(.key(keys[Int.random(in: keys.indices, using: &numbers)]))
            } else {
                let text = texts[Int.random(in: texts.indices, using: &numbers)]
                events += text.map { .key(.character($0)) }
            }
        }
        return events
    }

    @Test(arguments: [nil, .taxon, .words, .obscuration, .captive, .box] as [QueryField?])
    func `keys that come at once do what they do one by one, as far as it can be read`(
        _ field: QueryField?
    ) throws {
        var numbers = SeededGenerator(seed: 7)
        for _ in 0..<40 {
            var screen = QueryScreen(QuerySamples.query("observer:kestrel photos:yes"))
            if let field { screen.go(to: field) }
            var single = screen
            for event in Self.events(&numbers) {
                expect(screen.take(event), is: nil)
                expect(single.handle(event), is: nil)
            }
            screen.settle()
            #expect(screen.line.text == single.line.text)
            #expect(screen.line.cursorOffset == single.line.cursorOffset)
            #expect(screen.lineProblem == single.lineProblem)
            #expect(screen.wantedLookUp == single.wantedLookUp)
            #expect(screen.fieldProblems == single.fieldProblems)
            // What could be read on the way to a line that cannot be is not taken over.
            if screen.lineProblem == nil {
                #expect(screen.query == single.query)
                #expect(try ObservationQuery(text: screen.line.text) == screen.query)
            }
        }
    }

    @Test func `nothing is read before it is settled, and everything that goes on settles it first`() {
        let goingOn: [@Sendable (inout QueryScreen) -> Void] = [
            { $0.settle() }, { _ = $0.accept() }, { _ = $0.back() }, { $0.focusNext() },
            { $0.focusPrevious() }, { $0.move(by: 1) }, { _ = $0.copyWebAddress() }, { $0.showSaved() },
            { $0.beginSaving() }, { $0.focus(on: .field(.taxon)) },
            { _ = $0.click(Position(column: 20, row: 8), in: body(80, 24)) },
        ]
        for goOn in goingOn {
            var screen = QueryScreen(ObservationQuery())
            for character in "id:5 q:log" { expect(screen.take(.key(.character(character))), is: nil) }
            #expect(screen.query == ObservationQuery())
            #expect(screen.line.text == "id:5 q:log")
            goOn(&screen)
            #expect(screen.query == QuerySamples.query("id:5 q:log"))
            #expect(screen.text(of: .id) == "5")
        }
    }

    @Test func `what is typed behind a name in the same turn is no answer to the name`() throws {
        var screen = QueryScreen(ObservationQuery())
        screen.type("taxon:Plat")
        let lookUp = try #require(screen.wantedLookUp)
        for character in "an" { expect(screen.take(.key(.character(character))), is: nil) }
        screen.take(QuerySamples.taxa, for: lookUp)
        #expect(screen.list.items.isEmpty)
        #expect(screen.wantedLookUp?.text == "Platan")
    }

    @Test(arguments: [nil, .words] as [QueryField?])
    func `a field of the query takes what its limit is, and the rest is left out`(_ field: QueryField?) {
        var screen = QueryScreen(ObservationQuery())
        if let field { screen.go(to: field) }
        let long = String(repeating: "w", count: 5_000)
        for character in long { expect(screen.take(.key(.character(character))), is: nil) }
        screen.settle()
        let typed = screen.query.words
        #expect(typed.count == 4_000)
        #expect(long.hasPrefix(typed))
        #expect(screen.shows("full: the rest is left out"))
    }
}
