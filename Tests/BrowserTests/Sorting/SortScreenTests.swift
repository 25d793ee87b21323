import ObservationStore
import TerminalUI
import Testing

@testable import Browser

@Suite struct SortScreenTests {
    private let room = body(80, 24)

    private func text(_ screen: SortScreen, _ columns: Int = 80, _ rows: Int = 24) -> String {
        drawn(columns, rows) { screen.draw(on: &$0, in: body(columns, rows)) }.lines.joined(separator: "\n")
    }

    @Test func `the cursor begins on the first key`() {
        let screen = SortScreen(sort: [SortKey(column: .observedOn, descending: false)])
        #expect(screen.selectedColumn == .observedOn)
        #expect(SortScreen(sort: []).selectedColumn == SortColumn.allCases.first)
    }

    @Test func `Enter sorts, Enter again turns round, and the order is told in words`() {
        var screen = SortScreen(sort: [])
        while screen.selectedColumn != .taxon { screen.move(by: 1, in: room) }
        let answer1 = screen.accept()
        #expect(answer1 == [SortKey(column: .taxon, descending: false)])
        #expect(text(screen).contains("Sorted by  taxon, A to Z"))
        let answer2 = screen.accept()
        #expect(answer2 == [SortKey(column: .taxon, descending: true)])
        #expect(text(screen).contains("Sorted by  taxon, Z to A"))
    }

    @Test func `a second key is added, turned round and taken out`() {
        var screen = SortScreen(sort: [SortKey(column: .taxon, descending: false)])
        while screen.selectedColumn != .observedOn { screen.move(by: 1, in: room) }
        let answer3 = screen.add()
        #expect(answer3?.map(\.column) == [.taxon, .observedOn])
        #expect(text(screen).contains("taxon, A to Z; then observed, newest first"))
        let answer4 = screen.reverse()
        #expect(answer4?.map(\.descending) == [false, false])
        #expect(text(screen).contains("then observed, oldest first"))
        let answer5 = screen.add()
        #expect(answer5?.map(\.column) == [.taxon])
    }

    @Test func `the order that the server gives comes back`() {
        var screen = SortScreen(sort: [SortKey(column: .taxon, descending: false)])
        let answer6 = screen.clear()
        #expect(answer6 == [])
        #expect(text(screen).contains("newest first, as the server gives them"))
        let answer7 = screen.clear()
        #expect(answer7 == nil)
    }

    @Test func `the cursor stays on the columns, however far it is moved`() {
        var screen = SortScreen(sort: [])
        screen.move(by: .max, in: room)
        #expect(screen.selectedColumn == SortColumn.allCases.last)
        screen.move(by: .min, in: room)
        #expect(screen.selectedColumn == SortColumn.allCases.first)
    }

    @Test(arguments: screenSizes) func `a click on a line puts the cursor there`(
        _ columns: Int,
        _ rows: Int
    ) throws {
        var screen = SortScreen(sort: [])
        let lines = drawn(columns, rows) { screen.draw(on: &$0, in: body(columns, rows)) }.lines
        let row = try #require(lines.firstIndex { $0.contains("Geoprivacy") })
        let answer8 = screen.click(Position(column: 12, row: row), in: body(columns, rows))
        #expect(answer8)
        #expect(screen.selectedColumn == .geoprivacy)
        let answer9 = screen.click(Position(column: 12, row: 1), in: body(columns, rows))
        #expect(!answer9)
    }

    @Test(arguments: [(1, 1), (5, 3), (20, 5)]) func `any size is drawn without a trap`(
        _ columns: Int,
        _ rows: Int
    ) {
        var screen = SortScreen(sort: [SortKey(column: .apart, descending: true)])
        screen.move(by: 3, in: body(columns, rows))
        #expect(text(screen, columns, rows).contains("\n") == (rows > 1))
    }

    @Test(arguments: screenSizes) func `as it looks`(_ columns: Int, _ rows: Int) throws {
        var screen = SortScreen(sort: [
            SortKey(column: .geoprivacy, descending: true), SortKey(column: .taxon, descending: false),
        ])
        screen.move(by: 3, in: body(columns, rows))
        try expectScreen("sort", in: "Sorting", columns, rows) {
            screen.draw(on: &$0, in: body(columns, rows))
        }
    }

    @Test(arguments: screenSizes) func `as it looks in the server's order`(_ columns: Int, _ rows: Int) throws
    {
        let screen = SortScreen(sort: [])
        try expectScreen("unsorted", in: "Sorting", columns, rows) {
            screen.draw(on: &$0, in: body(columns, rows))
        }
    }
}
