import TestSupport
import Testing

@testable import TerminalUI

@Suite("Table state")
struct TableStateTests {
    @Test(
        "the selection moves, and the view follows no further than it must",
        arguments: [
            (0, 0, 1, 1, 0), (4, 0, 1, 5, 1), (5, 1, -1, 4, 1), (1, 1, -1, 0, 0), (0, 0, -1, 0, 0),
            (99, 95, 1, 99, 95),
            (50, 48, Int.max, 99, 95), (50, 48, Int.min, 0, 0),
        ]
    )
    func move(_ selected: Int, _ top: Int, _ by: Int, _ newSelected: Int, _ newTop: Int) {
        var state = TableState(selected: selected, top: top)
        state.move(by: by, count: 100, visible: 5)
        #expect(state == TableState(selected: newSelected, top: newTop))
    }

    @Test(
        "a page turns view and selection together",
        arguments: [
            (2, 0, 1, 7, 5), (2, 0, -1, 0, 0), (97, 95, 1, 99, 95), (97, 95, -1, 92, 90), (7, 5, -1, 2, 0),
        ]
    )
    func page(_ selected: Int, _ top: Int, _ pages: Int, _ newSelected: Int, _ newTop: Int) {
        var state = TableState(selected: selected, top: top)
        state.page(by: pages, count: 100, visible: 5)
        #expect(state == TableState(selected: newSelected, top: newTop))
    }

    @Test("half a page, home and end")
    func jumps() {
        var state = TableState()
        state.halfPage(by: 1, count: 100, visible: 10)
        #expect(state == TableState(selected: 5, top: 5))
        state.end(count: 100, visible: 10)
        #expect(state == TableState(selected: 99, top: 90))
        state.home(count: 100, visible: 10)
        #expect(state == TableState())
    }

    @Test(
        "the wheel moves the view, and the selection stays inside it",
        arguments: [
            (10, 8, 1, 10, 9), (10, 8, 3, 11, 11), (10, 8, -5, 7, 3), (10, 8, 1000, 95, 95),
            (10, 8, -1000, 4, 0),
        ]
    )
    func wheel(_ selected: Int, _ top: Int, _ by: Int, _ newSelected: Int, _ newTop: Int) {
        var state = TableState(selected: selected, top: top)
        state.scroll(by: by, count: 100, visible: 5)
        #expect(state == TableState(selected: newSelected, top: newTop))
    }

    @Test(
        "after a resize the selected row is on its line of the screen where that is possible",
        arguments: [
            (20, 15, 100, 30, 20, 15), (20, 15, 100, 6, 20, 15), (20, 15, 100, 3, 20, 18),
            (98, 90, 100, 40, 98, 60),
            (2, 0, 100, 40, 2, 0), (20, 15, 10, 5, 9, 5), (20, 15, 0, 5, 0, 0), (20, 15, 100, 0, 20, 15),
            (3, 9, 100, 5, 3, 3),
        ]
    )
    func clamp(_ selected: Int, _ top: Int, _ count: Int, _ visible: Int, _ newSelected: Int, _ newTop: Int) {
        var state = TableState(selected: selected, top: top)
        state.clamp(count: count, visible: visible)
        #expect(state == TableState(selected: newSelected, top: newTop))
    }

    @Test("no order of moves leaves the rows that there are", arguments: 1...20)
    func anyMoves(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var state = TableState()
        for _ in 0..<500 {
            let count = Int.random(in: 0...30, using: &generator)
            let visible = Int.random(in: 0...12, using: &generator)
            let step = Int.random(in: -20...20, using: &generator)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: state.move(by: step, count: count, visible: visible)
            case 1: state.page(by: step.signum(), count: count, visible: visible)
            case 2: state.halfPage(by: step.signum(), count: count, visible: visible)
            case 3: state.scroll(by: step, count: count, visible: visible)
            case 4: state.end(count: count, visible: visible)
            default: state.clamp(count: count, visible: visible)
            }
            #expect(state.selected >= 0 && state.selected <= max(0, count - 1))
            let rows = state.visible(count: count, rows: visible)
            if visible > 0 {
                #expect(rows.count == min(count, visible))
                #expect(count == 0 || rows.contains(state.selected))
            }
        }
    }

    @Test(
        "a click finds its row",
        arguments: [(0, nil), (1, 10), (4, 13), (5, 14), (6, nil)] as [(Int, Int?)]
    )
    func clicks(_ row: Int, _ found: Int?) {
        let state = TableState(selected: 10, top: 10)
        let rect = Rect(column: 2, row: 0, columns: 10, rows: 6)
        #expect(state.row(at: Position(column: 3, row: row), in: rect, count: 15) == found)
        #expect(state.row(at: Position(column: 1, row: row), in: rect, count: 15) == nil)
    }

    @Test("a click below the last row finds none")
    func clickBelow() {
        let rect = Rect(column: 0, row: 0, columns: 10, rows: 6)
        #expect(TableState().row(at: Position(column: 0, row: 3), in: rect, count: 2) == nil)
    }
}
