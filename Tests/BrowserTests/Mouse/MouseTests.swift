import ObservationStore
import TerminalUI
import Testing

@testable import Browser

@Suite struct MouseTests {
    @discardableResult
    private func mouse(
        _ kind: MouseEvent.Kind,
        _ column: Int,
        _ row: Int,
        on state: inout TestBrowser
    ) -> [Effect] {
        state.update(.input(.mouse(MouseEvent(kind, at: Position(column: column, row: row)))), at: World.now)
    }

    @Test func `a click selects, a second opens`() throws {
        var state = try World.browser()
        mouse(.press, 20, 4, on: &state)
        #expect(state.table.position.selected == 2)
        mouse(.doublePress, 20, 4, on: &state)
        #expect(state.context == .detail)
    }

    @Test func `a click on a heading sorts by it, and again the other way round`() throws {
        var state = try World.browser()
        let column = try #require(state.drawn.lines[1].firstRange(of: "Geoprivacy"))
        let place = state.drawn.lines[1].distance(
            from: state.drawn.lines[1].startIndex,
            to: column.lowerBound
        )
        mouse(.press, place, 1, on: &state)
        #expect(state.wanted.sort == [SortKey(column: .geoprivacy, descending: true)])
        #expect(state.drawn.lines[1].contains("Geopriv. ▼"))
        mouse(.press, place, 1, on: &state)
        #expect(state.wanted.sort == [SortKey(column: .geoprivacy, descending: false)])
    }

    @Test func `a click on a hint does what it says`() throws {
        var state = try World.browser()
        let line = state.drawn.lines[35]
        let hint = try #require(line.firstRange(of: "e query"))
        mouse(.press, line.distance(from: line.startIndex, to: hint.lowerBound) + 3, 35, on: &state)
        #expect(state.context == .query)
    }

    @Test func `every hint of every place is where it can be clicked`() throws {
        for context in Context.allCases {
            var state = try World.browser().state
            state.go(to: context)
            guard state.prompt == nil, state.message == nil else { continue }
            let surface = state.drawn
            for hint in state.placedHints {
                let title = CommandTable.commands(in: context)
                    .first { $0.id == hint.command }?.title
                let cells = (hint.rect.left..<hint.rect.right).map {
                    surface[Position(column: $0, row: hint.rect.top)].text
                }
                #expect(cells.joined().hasSuffix(title ?? "?"), "\(context)")
            }
        }
    }

    @Test func `the line above the comparison is dragged`() throws {
        var state = try World.browser()
        let line = state.tableLayout.pane.top
        mouse(.press, 30, line, on: &state)
        mouse(.drag, 30, line - 5, on: &state)
        #expect(state.tableLayout.pane.top == line - 5)
        mouse(.release, 30, line - 5, on: &state)
        mouse(.drag, 30, line - 9, on: &state)
        #expect(state.tableLayout.pane.top == line - 5, "what was let go stays")
        mouse(.press, 30, line - 5, on: &state)
        mouse(.drag, 30, 34, on: &state)
        #expect(state.tableLayout.pane.isEmpty)
    }

    @Test func `the scrollbar goes to the part of the list where it is pressed or dragged to`() throws {
        var state = try World.browser(showing: World.many(Array((1...1_000).reversed())))
        let rows = state.tableLayout.table.inset(top: 1)
        mouse(.press, 119, rows.bottom - 1, on: &state)
        #expect(state.visibleRows.upperBound == 1_000)
        mouse(.press, 119, rows.top, on: &state)
        #expect(state.visibleRows.lowerBound == 0)
        mouse(.press, 119, rows.top + rows.rows / 2, on: &state)
        #expect((400..<600).contains(state.table.position.selected))
        mouse(.drag, 90, rows.bottom - 1, on: &state)
        #expect(state.visibleRows.upperBound == 1_000, "it is dragged, wherever the mouse strays to")
        mouse(.release, 90, rows.bottom - 1, on: &state)
        mouse(.drag, 90, rows.top, on: &state)
        #expect(state.visibleRows.upperBound == 1_000)
    }

    @Test func `a click at the edge of a row marks it`() throws {
        var state = try World.browser()
        mouse(.press, 0, 3, on: &state)
        #expect(state.table.marks.ids == [9_103])
        mouse(.press, 0, 3, on: &state)
        #expect(state.table.marks.isEmpty)
    }

    @Test func `the wheel moves what lies under it, by three lines`() throws {
        var state = try World.browser(showing: World.many(Array((1...400).reversed())))
        mouse(.wheelDown, 20, 5, on: &state)
        #expect(state.table.position.top == 3)
        mouse(.wheelUp, 20, 5, on: &state)
        #expect(state.table.position.top == 0)
    }

    @Test(arguments: Context.allCases, [(60, 15), (120, 36), (3, 2)])
    func `anything can be clicked anywhere without harm`(_ context: Context, _ size: (Int, Int)) throws {
        var state = try World.browser(size.0, size.1)
        state.state.go(to: context)
        let kinds: [MouseEvent.Kind] = [.press, .doublePress, .release, .drag, .wheelUp, .wheelDown]
        for row in 0..<size.1 {
            for kind in kinds {
                var there = state
                mouse(kind, (row * 7) % size.0, row, on: &there)
                #expect(there.state.drawn.size == Size(columns: size.0, rows: size.1))
            }
        }
    }

    @Test func `a click ends a count`() throws {
        var browser = try World.browser(120, 36, showing: World.many((1...100).reversed()))
        browser.press(.character("5"))
        browser.update(.input(.mouse(MouseEvent(.press, at: Position(column: 5, row: 3)))), at: World.now)
        let row = browser.table.position.selected
        browser.press(.down)
        #expect(browser.table.position.selected == row + 1)
    }

    @Test func `a click on a message does nothing that it hides`() throws {
        var browser = try World.browser()
        browser.press(.character("u"))
        #expect(browser.message != nil)
        let place = try #require(browser.state.placedHints.dropFirst().first).rect
        browser.update(
            .input(.mouse(MouseEvent(.press, at: Position(column: place.left, row: place.top)))),
            at: World.now
        )
        #expect(browser.screens.isEmpty)
    }
}
