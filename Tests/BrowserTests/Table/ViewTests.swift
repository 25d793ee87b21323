import Coordinates
import TerminalUI
import Testing

@testable import Browser

/// Columns, how points and lengths are written, and the split.
@Suite struct ViewTests {
    @Test func `points are written in four ways, one after the other, on every screen`() throws {
        var state = try World.browser()
        #expect(state.screenText.contains("41.65104, -93.71288"))
        state.type("u")
        #expect(state.screenText.contains("41°39′03.7″N 93°42′46.4″W"))
        state.type("u")
        #expect(state.screenText.contains("15T 440639 4611278"))
        state.press(.enter)
        #expect(state.screenText.contains("15T 440639"))
        state.type("u")
        #expect(state.screenText.contains("15TVG 40639 11278"))
        state.press(.escape)
        #expect(state.screenText.contains("15TVG 40639 11278"))
        state.type("u")
        #expect(state.screenText.contains("41.65104, -93.71288"))
    }

    @Test func `lengths are told in feet and miles, too`() throws {
        var state = try World.browser()
        #expect(state.screenText.contains("28 km"))
        state.type("M")
        // 27,754 m / 1,609.344 m; 330 m / 0.3048 m.
        #expect(state.screenText.contains("17 mi") && state.screenText.contains("1,083 ft"))
    }

    @Test func `columns out of view are told of, and can be scrolled to while the first stays`() throws {
        var state = try World.browser(80, 24)
        #expect(state.drawn.lines[1].contains("›"))
        #expect(!state.drawn.lines[1].contains("Apart"))
        state.press(.controlRight)
        #expect(state.drawn.lines[1].contains("Apart") && state.drawn.lines[1].contains("Taxon"))
        #expect(state.drawn.lines[1].contains("‹") && !state.drawn.lines[1].contains("›"))
        let end = state.table.firstColumn
        state.press(.right)
        #expect(state.table.firstColumn == end, "there is nothing farther to the right")
        for _ in 0..<20 { state.press(.left) }
        #expect(state.table.firstColumn == 0)
        state.press(.left)
        #expect(state.table.firstColumn == 0)
    }

    @Test func `where all columns have room there is nothing to scroll`() throws {
        var state = try World.browser(250, 40)
        state.press(.right)
        #expect(state.table.firstColumn == 0)
        #expect(state.message?.text.contains("in view") == true)
    }

    @Test func `a column is hidden, moved, made wider and frozen, and the table follows at once`() throws {
        var state = try World.browser(200, 40)
        state.type("C")
        #expect(state.context == .columns)
        state.press(.down, .down, .enter)
        #expect(state.preferences.columns.shown.map(\.id).prefix(3) == [.taxon, .observer, .geoprivacy])
        state.press(.home)
        state.type("++")
        #expect(state.preferences.columns.columns[0].width == 33)
        state.type("J")
        #expect(state.preferences.columns.columns.prefix(2).map(\.id) == [.observer, .taxon])
        state.type("f")
        #expect(state.preferences.columns.frozen == 2)
        state.press(.escape)
        #expect(state.drawn.lines[1].hasPrefix(" Observer"))
        state.type("C")
        state.type("x")
        #expect(state.preferences.columns == .standard)
    }

    @Test func `the last column that is shown stays`() throws {
        var state = try World.browser()
        state.preferences.columns = ColumnLayout([.init(.taxon)])
        state.type("C")
        state.press(.enter)
        #expect(state.preferences.columns.shown.map(\.id) == [.taxon])
    }

    @Test func `the comparison grows, shrinks, is hidden and comes back`() throws {
        var state = try World.browser()
        let rows = state.tableLayout.pane.rows
        state.type("++")
        #expect(state.tableLayout.pane.rows == rows + 2)
        for _ in 0..<40 { state.type("+") }
        #expect(state.tableLayout.table.rows == TableScreen.leastTableRows)
        for _ in 0..<40 { state.type("-") }
        #expect(state.tableLayout.pane.isEmpty)
        state.type("+")
        #expect(state.tableLayout.pane.rows == ComparisonPane.compactRows)
    }

    @Test(arguments: [(60, 15), (80, 24), (120, 36), (200, 60), (300, 100)])
    func `whatever is chosen, the selected row is in view`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows, showing: World.many(Array((1...400).reversed())))
        for keys in ["G", "+++", "----", "gu", "CJJ", "\u{1B}", "40G", "++++++++++++++++++++++"] {
            state.type(keys.filter { $0 != "\u{1B}" })
            if keys.contains("\u{1B}") { state.press(.escape) }
            state.update(.woke, at: World.now)
            #expect(state.visibleRows.contains(state.table.position.selected))
        }
    }
}
