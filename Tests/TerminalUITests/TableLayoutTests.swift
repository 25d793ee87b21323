import Testing

@testable import TerminalUI

@Suite("Table layout")
struct TableLayoutTests {
    private static let columns: [TableColumn<String>] = [
        TableColumn(id: "taxon", title: "Taxon", minimum: 14, ideal: 31, growth: 3, priority: 0),
        TableColumn(id: "date", title: "Observed", minimum: 10, ideal: 10, priority: 5),
        TableColumn(id: "public", title: "Public point", minimum: 20, ideal: 21, priority: 3),
        TableColumn(id: "accuracy", title: "±", minimum: 6, ideal: 6, priority: 6, alignment: .trailing),
        TableColumn(id: "true", title: "True point", minimum: 20, ideal: 21, growth: 1, priority: 1),
    ]

    @Test("at every width the columns stand in order, apart, and inside", arguments: 1...300)
    func everyWidth(_ width: Int) {
        let layout = TableLayout(columns: Self.columns, width: width)
        let order = Self.columns.map(\.id)
        let positions = layout.placed.compactMap { order.firstIndex(of: $0.id) }
        #expect(positions == positions.sorted())
        #expect(layout.placed.first?.id == "taxon" && layout.placed.first?.left == 0)
        var free = 0
        for placed in layout.placed {
            #expect(placed.left == free)
            #expect(placed.columns >= (layout.placed.count == 1 ? 1 : placed.column.minimum))
            if placed.column.growth == 0 { #expect(placed.columns <= placed.column.ideal) }
            free = placed.left + placed.columns + 2
        }
        // A column that grows takes all that is left.
        #expect(free - 2 == width)
    }

    @Test("columns stay in the order of their priority", arguments: 1...300)
    func priorities(_ width: Int) {
        let kept = Set(TableLayout(columns: Self.columns, width: width).placed.map(\.id))
        let byPriority = Self.columns.sorted { $0.priority < $1.priority }.map(\.id)
        #expect(kept == Set(byPriority.prefix(kept.count)))
    }

    @Test(
        "a column comes in exactly when its minimum fits",
        arguments: [(13, 1), (35, 1), (36, 2), (57, 2), (58, 3), (69, 3), (70, 4), (77, 4), (78, 5)]
    )
    func thresholds(_ width: Int, _ count: Int) {
        #expect(TableLayout(columns: Self.columns, width: width).placed.count == count)
    }

    @Test("room beyond the ideal widths is shared out by growth")
    func growth() {
        // 31 + 10 + 21 + 6 + 21 and four gaps of 2 are 97; 40 more are shared 3 to 1.
        let layout = TableLayout(columns: Self.columns, width: 137)
        #expect(layout.placed.map(\.columns) == [61, 10, 21, 6, 31])
    }

    @Test("without room or columns nothing is placed")
    func nothing() {
        #expect(TableLayout(columns: Self.columns, width: 0).placed.isEmpty)
        #expect(TableLayout(columns: Self.columns, width: -5).placed.isEmpty)
        #expect(TableLayout<String>(columns: [], width: 80).placed.isEmpty)
    }

    @Test(
        "a click on the header finds its column",
        arguments: [(0, nil), (1, "taxon"), (31, "taxon"), (32, nil), (34, "date")]
    )
    func clicks(_ offset: Int, _ id: String?) {
        let layout = TableLayout(columns: Self.columns, width: 97)
        #expect(layout.column(at: offset) == id)
    }
}
