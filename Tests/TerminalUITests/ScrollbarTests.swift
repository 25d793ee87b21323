import Testing

@testable import TerminalUI

@Suite("Scrollbar")
struct ScrollbarTests {
    /// The rows in which the thumb is drawn.
    private func thumb(_ rect: Rect, top: Int, visible: Int, count: Int) -> [Int] {
        var surface = Surface(size: Size(columns: rect.right, rows: rect.bottom))
        surface.drawScrollbar(in: rect, top: top, visible: visible, count: count)
        return (rect.top..<rect.bottom).filter {
            surface[Position(column: rect.right - 1, row: $0)].text == String(Glyph.scrollThumb)
        }
    }

    @Test("a click brings the thumb under the mouse", arguments: [2, 3, 5, 10, 39])
    func underTheMouse(_ rows: Int) {
        let rect = Rect(column: 3, row: 2, columns: 4, rows: rows)
        for count in [rows + 1, rows + 2, rows * 2, rows * 3 + 1, 100, 1_000_000] where count > rows {
            var before = 0
            for row in rect.top..<rect.bottom {
                let top = Scrollbar.top(at: row, in: rect, visible: rows, count: count)
                #expect(top >= before && top <= count - rows)
                #expect(
                    thumb(rect, top: top, visible: rows, count: count).contains(row),
                    "\(row) of \(count)"
                )
                before = top
            }
            #expect(Scrollbar.top(at: rect.top, in: rect, visible: rows, count: count) == 0)
            #expect(Scrollbar.top(at: rect.bottom - 1, in: rect, visible: rows, count: count) == count - rows)
        }
    }

    @Test("the middle of the thumb comes under the mouse where there is room")
    func middle() {
        // 10 of 25 in view: a thumb of 4 rows, whose third is at the mouse.
        let rect = Rect(column: 0, row: 0, columns: 1, rows: 10)
        let top = Scrollbar.top(at: 5, in: rect, visible: 10, count: 25)
        #expect(thumb(rect, top: top, visible: 10, count: 25) == [3, 4, 5, 6])
    }

    @Test("beyond the bar are its ends")
    func ends() {
        let rect = Rect(column: 0, row: 5, columns: 1, rows: 10)
        #expect(Scrollbar.top(at: -100, in: rect, visible: 10, count: 50) == 0)
        #expect(Scrollbar.top(at: 100, in: rect, visible: 10, count: 50) == 40)
    }

    @Test(
        "where there is nothing to scroll a click goes nowhere",
        arguments: [(10, 10, 10), (10, 20, 5), (10, 0, 5), (1, 1, 100), (0, 1, 100)]
    )
    func nothing(_ rows: Int, _ visible: Int, _ count: Int) {
        let rect = Rect(column: 0, row: 0, columns: 1, rows: rows)
        #expect(Scrollbar.top(at: 0, in: rect, visible: visible, count: count) == 0)
    }
}
