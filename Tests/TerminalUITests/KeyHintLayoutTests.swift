import Testing

@testable import TerminalUI

@Suite("Where key hints stand")
struct KeyHintLayoutTests {
    private let hints = [
        KeyHint(key: "Enter", title: "open"), KeyHint(key: "東", title: "wide"), KeyHint(key: "F5", title: ""),
        KeyHint(key: "?", title: "help"), KeyHint(key: "q", title: "quit"),
    ]

    @Test("what is clicked is what is drawn, at every width", arguments: 0...60)
    func everyWidth(_ columns: Int) {
        var surface = Surface(size: Size(columns: columns + 4, rows: 3))
        let rect = Rect(column: 2, row: 1, columns: columns, rows: 1)
        drawKeyHints(on: &surface, in: rect, hints: hints)
        let placed = layoutKeyHints(in: rect, hints: hints)
        #expect(placed.map(\.index) == placed.map(\.index).sorted())
        var covered: Set<Int> = []
        for hint in placed {
            #expect(rect.intersection(hint.rect) == hint.rect && !hint.rect.isEmpty)
            let text = (hint.rect.left..<hint.rect.right)
                .map { surface[Position(column: $0, row: 1)].text }.joined()
            let full =
                hints[hint.index].key + (hints[hint.index].title.isEmpty ? "" : " " + hints[hint.index].title)
            #expect(text == full || hint.rect.columns < hints[hint.index].columns)
            covered.formUnion(hint.rect.left..<hint.rect.right)
        }
        // Nothing is written where no hint can be clicked.
        for column in 0..<surface.size.columns where !covered.contains(column) {
            #expect(surface[Position(column: column, row: 1)].isBlank)
        }
    }

    @Test("hints that drop out cannot be clicked")
    func dropped() {
        // Enter open, 東 wide and F5 are 10, 7 and 2 columns; help and quit are 6 each; gaps are 2.
        #expect(
            layoutKeyHints(in: Rect(Size(columns: 41, rows: 1)), hints: hints).map(\.index) == [
                0, 1, 2, 3, 4,
            ]
        )
        #expect(
            layoutKeyHints(in: Rect(Size(columns: 40, rows: 1)), hints: hints).map(\.index) == [0, 1, 3, 4]
        )
        #expect(layoutKeyHints(in: Rect(Size(columns: 16, rows: 1)), hints: hints).map(\.index) == [3, 4])
        #expect(layoutKeyHints(in: Rect(Size(columns: 9, rows: 1)), hints: hints).map(\.index) == [3])
        #expect(layoutKeyHints(in: Rect(Size(columns: 0, rows: 1)), hints: hints).isEmpty)
        #expect(layoutKeyHints(in: Rect(Size(columns: 50, rows: 1)), hints: []).isEmpty)
    }
}
