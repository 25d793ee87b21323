import FoundationEssentials
import INaturalist
import ObservationStore
import TerminalUI
import Testing

@testable import Browser

@Suite struct ChangesScreenTests {
    private let room = body(80, 24)

    private func screen() throws -> ChangesScreen {
        var screen = ChangesScreen(at: World.now)
        let page = try #require(screen.wanted)
        screen.take(ChangeSamples.everyKind, of: ChangeSamples.observations, for: page)
        return screen
    }

    private func lines(_ screen: ChangesScreen, _ columns: Int = 80, _ rows: Int = 24) -> [String] {
        drawn(columns, rows) { screen.draw(on: &$0, in: body(columns, rows)) }.lines
    }

    private func text(_ screen: ChangesScreen, _ columns: Int = 80, _ rows: Int = 24) -> String {
        lines(screen, columns, rows).joined(separator: "\n")
    }

    @Test func `at first the last 30 days are asked for`() throws {
        let screen = ChangesScreen(at: World.now)
        let page = try #require(screen.wanted)
        #expect(page.since == World.now.addingTimeInterval(-30 * 86_400))
        #expect(page.before == nil)
        #expect(text(screen).contains("What changed since 2026-10-24"))
        #expect(text(screen).contains("looking…"))
    }

    @Test func `a page that is not full is the last one`() throws {
        let screen = try screen()
        #expect(screen.isComplete)
        #expect(screen.wanted == nil)
        #expect(screen.rows.map(\.id) == (1...12).reversed().map { Int64($0) })
        #expect(text(screen).contains("12 changes"))
    }

    @Test func `a further page is asked for when the cursor comes near the end, and no sooner`() throws {
        var screen = ChangesScreen(at: World.now)
        let first = try #require(screen.wanted)
        func page(_ ids: ClosedRange<Int64>) -> [ObservationChange] {
            ids.reversed().map {
                ChangeSamples.change($0, 9_104, .geoprivacy, .geoprivacy(.obscured), .geoprivacy(.private))
            }
        }
        screen.take(page(801...1_000), of: [], for: first)
        #expect(screen.wanted == nil)
        screen.move(by: 195, in: room)
        let second = try #require(screen.wanted)
        #expect(second.before == 801)
        screen.take(page(601...800), of: [], for: second)
        #expect(screen.rows.count == 400)
        // The same page again, as from a question asked twice, is not added.
        screen.take(page(601...800), of: [], for: second)
        #expect(screen.rows.count == 400)
        screen.move(by: .max, in: room)
        let third = try #require(screen.wanted)
        screen.take(page(501...600), of: [], for: third)
        #expect(screen.isComplete)
        screen.move(by: .max, in: room)
        #expect(screen.selected?.id == 501)
    }

    @Test func `an answer to a question about another time is left`() throws {
        var screen = ChangesScreen(at: World.now)
        let old = try #require(screen.wanted)
        screen.startChangingSince()
        screen.handle(.key(.control("u")))
        for character in "all" { screen.handle(.key(.character(character))) }
        screen.acceptSince(at: World.now)
        screen.take(ChangeSamples.everyKind, of: [], for: old)
        #expect(screen.rows.isEmpty)
        #expect(screen.wanted?.since == nil)
        #expect(text(screen).contains("since the first fetch"))
    }

    @Test func `a moment that is none is told, Escape leaves everything as it was`() throws {
        var screen = try screen()
        screen.startChangingSince()
        for character in "-31" { screen.handle(.key(.character(character))) }
        screen.acceptSince(at: World.now)
        #expect(screen.prompt?.problem?.contains("no day of the calendar") == true)
        #expect(text(screen).contains("no day of the calendar"))
        screen.stopChangingSince()
        #expect(screen.prompt == nil)
        #expect(screen.rows.count == 12)
        #expect(screen.since == World.now.addingTimeInterval(-30 * 86_400))
    }

    @Test(
        arguments: [
            ("2026-11-01", 22.5), ("30 days", 30), ("2 weeks", 14), ("1d", 1), ("6 months", 180),
            ("1 YEAR", 365),
        ] as [(String, Double)]
    ) func `a day or a span says since when`(_ text: String, _ days: Double) throws {
        let since = try SincePrompt.parse(text, at: World.now).get()
        #expect(since == World.now.addingTimeInterval(-days * 86_400))
    }

    @Test(arguments: ["all", "", "  All "]) func `all changes can be asked for`(_ text: String) throws {
        #expect(try SincePrompt.parse(text, at: World.now).get() == nil)
    }

    @Test(arguments: [
        "2026-02-30", "2026-13-01", "yesterday", "0 days", "-3 days", "99999 years", "2027-01-01", "5 x",
    ])
    func `what is no moment is told`(_ text: String) {
        #expect(throws: (any Error).self) { try SincePrompt.parse(text, at: World.now).get() }
    }

    @Test func `Enter opens the observation of the change under the cursor`() throws {
        var screen = try screen()
        #expect(screen.accept() == 9_104)
        screen.move(by: 1, in: room)
        #expect(screen.accept() == 9_105)
        #expect(ChangesScreen(at: World.now).accept() == nil)
    }

    @Test func `the change under the cursor is told in a sentence, at the smallest size too`() throws {
        var screen = try screen()
        screen.move(by: 1, in: body(60, 15))
        let words = text(screen, 60, 15)
        #expect(words.contains("Observation 9105, Glyptemys insculpta: no longer granted"))
        #expect(words.contains("▲"))
        #expect(words.contains("4 to look at"))
    }

    @Test func `a failure is told, and a reload asks again`() {
        var screen = ChangesScreen(at: World.now)
        screen.take(failure: "The store cannot be read.")
        #expect(screen.wanted == nil)
        #expect(text(screen).contains("The store cannot be read."))
        screen.reload()
        #expect(screen.wanted != nil)
    }

    @Test func `nothing changed is told`() throws {
        var screen = ChangesScreen(at: World.now)
        screen.take([], of: [], for: try #require(screen.wanted))
        #expect(text(screen).contains("Nothing has changed since then."))
    }

    @Test(arguments: screenSizes) func `a click puts the cursor on a change`(
        _ columns: Int,
        _ rows: Int
    ) throws {
        var screen = try screen()
        let row = try #require(lines(screen, columns, rows).firstIndex { $0.contains("no longer granted") })
        let isHit = screen.click(Position(column: 20, row: row), in: body(columns, rows))
        #expect(isHit)
        #expect(screen.selected?.id == 11)
    }

    @Test(arguments: [(1, 1), (5, 3), (20, 5)]) func `any size is drawn without a trap`(
        _ columns: Int,
        _ rows: Int
    ) throws {
        var screen = try screen()
        screen.move(by: 3, in: body(columns, rows))
        #expect(lines(screen, columns, rows).count == rows)
        screen.startChangingSince()
        #expect(lines(screen, columns, rows).count == rows)
    }

    @Test(arguments: screenSizes) func `as it looks`(_ columns: Int, _ rows: Int) throws {
        let screen = try screen()
        try expectScreen("changes", in: "Changes", columns, rows) {
            screen.draw(on: &$0, in: body(columns, rows))
        }
    }

    @Test(arguments: screenSizes) func `as it looks while a moment is typed`(
        _ columns: Int,
        _ rows: Int
    ) throws {
        var screen = try screen()
        screen.startChangingSince()
        for character in "-31" { screen.handle(.key(.character(character))) }
        screen.acceptSince(at: World.now)
        try expectScreen("since", in: "Changes", columns, rows) {
            screen.draw(on: &$0, in: body(columns, rows))
        }
    }
}
