import TestSupport
import Testing

@testable import TerminalUI

@Suite("Table that scrolls sideways")
struct TableScrollingTests {
    private static let columns: [TableColumn<String>] = [
        TableColumn(id: "id", title: "Id", minimum: 4, ideal: 8),
        TableColumn(id: "taxon", title: "Taxon", minimum: 4, ideal: 20, growth: 1),
        TableColumn(id: "date", title: "Observed", minimum: 4, ideal: 10),
        TableColumn(id: "place", title: "Place", minimum: 4, ideal: 16),
        TableColumn(id: "point", title: "Point", minimum: 4, ideal: 22),
    ]

    private func layout(_ width: Int, frozen: Int = 1, first: Int = 0) -> TableLayout<String> {
        TableLayout(scrolling: Self.columns, frozen: frozen, first: first, width: width)
    }

    // 8 + 20 + 10 + 16 + 22 and four gaps of 2 are 84.
    @Test(
        "the frozen column stays, the others follow from the first one on, the last cut at the edge",
        arguments: [
            (84, 0, [0, 10, 32, 44, 62], [8, 20, 10, 16, 22], 0, 0),
            (83, 0, [0, 10, 32, 44, 62], [8, 20, 10, 16, 21], 0, 1),
            (83, 1, [0, 10, 22, 40], [8, 10, 16, 22], 1, 0),
            (50, 0, [0, 10, 32, 44], [8, 20, 10, 6], 0, 2),
            // Three columns of a point tell nothing.
            (65, 0, [0, 10, 32, 44], [8, 20, 10, 16], 0, 1),
            (66, 0, [0, 10, 32, 44, 62], [8, 20, 10, 16, 4], 0, 1),
            (50, 1, [0, 10, 22, 40], [8, 10, 16, 10], 1, 1),
            (50, 2, [0, 10, 28], [8, 16, 22], 2, 0),
            // No further than that the last one is whole in view.
            (50, 9, [0, 10, 28], [8, 16, 22], 2, 0),
            (50, -3, [0, 10, 32, 44], [8, 20, 10, 6], 0, 2),
        ]
    )
    func placing(_ width: Int, _ first: Int, _ lefts: [Int], _ widths: [Int], _ before: Int, _ after: Int) {
        let layout = layout(width, first: first)
        #expect(layout.placed.map(\.left) == lefts)
        #expect(layout.placed.map(\.columns) == widths)
        #expect(layout.hiddenLeft == before)
        #expect(layout.hiddenRight == after)
    }

    @Test("when all fit, what is left goes to the columns that grow, and nothing scrolls")
    func growing() {
        let layout = layout(100, first: 3)
        #expect(layout.placed.map(\.columns) == [8, 36, 10, 16, 22])
        #expect(layout.firstLimit == 0 && layout.hiddenLeft == 0 && layout.hiddenRight == 0)
    }

    @Test(
        "what is frozen never takes more than half",
        arguments: [(64, 3, 2), (84, 3, 3), (63, 2, 1), (20, 2, 1), (19, 2, 0), (60, 99, 1), (60, -1, 0)]
    )
    func half(_ width: Int, _ wanted: Int, _ frozen: Int) {
        // With 8, 20 and 10 columns and a gap each: 10, 32 and 44; 84 fits and scrolls nothing.
        let layout = layout(width, frozen: wanted)
        #expect(layout.frozen == (width == 84 ? 0 : frozen))
    }

    @Test("at every width and place the columns stand in order, apart and inside", arguments: 1...90)
    func everyWidth(_ width: Int) {
        let order = Self.columns.map(\.id)
        for frozen in 0...5 {
            let limit = layout(width, frozen: frozen).firstLimit
            for first in 0...limit {
                let layout = layout(width, frozen: frozen, first: first)
                #expect(layout.hiddenLeft == first && layout.firstLimit == limit)
                let hidden = layout.frozen..<layout.frozen + first
                let expected = order.indices.filter { !hidden.contains($0) }.map { order[$0] }
                #expect(layout.placed.map(\.id) == Array(expected.prefix(layout.placed.count)))
                #expect(layout.placed.count > layout.frozen)
                var free = 0
                for placed in layout.placed {
                    #expect(placed.left == free)
                    free = placed.left + placed.columns + 2
                }
                #expect(free - 2 <= width)
                let isLastInView = layout.placed.last?.id == order.last
                // There is more at the right exactly as long as there is further to go.
                #expect((layout.hiddenRight > 0) == (first < limit))
                if layout.hiddenRight == 0 { #expect(isLastInView) }
            }
        }
    }

    @Test("without room or columns nothing is placed")
    func nothing() {
        #expect(layout(0).placed.isEmpty)
        #expect(layout(-4).placed.isEmpty)
        #expect(TableLayout<String>(scrolling: [], frozen: 1, first: 1, width: 80).placed.isEmpty)
    }

    private struct Source: TableRowSource {
        var count = 2
        func cell(row: Int, column: String) -> Span { Span("\(column) \(row)") }
    }

    @Test(
        "signs in the header say that there is more on either side",
        arguments: [
            (0, " Id        Taxon                 Obse›"), (1, " Id       ‹Observed    Place         ›"),
            (2, " Id       ‹Place             Point   ›"), (3, " Id       ‹Point"),
        ]
    )
    func signs(_ first: Int, _ header: String) {
        var surface = Surface(size: Size(columns: 38, rows: 3))
        let rect = Rect(surface.size)
        let layout = layout(TableLayout<String>.contentWidth(of: rect), first: first)
        drawTable(on: &surface, in: rect, layout: layout, source: Source(), state: TableState())
        #expect(surface.lines[0] == header)
        #expect(surface.lines[1].hasPrefix(" id 0"))
    }

    @Test("a click on the header finds the column that was scrolled there")
    func clicks() {
        let layout = layout(50, first: 1)
        #expect(layout.column(at: 1) == "id")
        #expect(layout.column(at: 11) == "date")
        #expect(layout.column(at: 10) == nil)
        #expect(layout.column(at: 23) == "place")
    }

    @Test("a table that scrolls keeps to its rectangle at any size", arguments: everySize)
    func sizes(_ size: Size) {
        for first in 0...5 {
            var surface = Surface(size: size)
            let rect = Rect(column: 2, row: 1, columns: size.columns - 4, rows: size.rows - 2)
            surface.fill(Rect(size), with: "~", style: Style())
            let layout = layout(TableLayout<String>.contentWidth(of: rect), frozen: 2, first: first)
            drawTable(on: &surface, in: rect, layout: layout, source: Source(), state: TableState())
            #expect(surface.flaws == [])
            for row in 0..<size.rows {
                for column in 0..<size.columns where !rect.contains(Position(column: column, row: row)) {
                    #expect(surface[Position(column: column, row: row)].text == "~")
                }
            }
        }
    }
}
