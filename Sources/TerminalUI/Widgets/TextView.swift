/// A text of many lines that scrolls, such as details and help. Its lines are wrapped by who makes them.
package struct TextView: Sendable, Hashable {
    /// All lines.
    package var lines: [StyledLine]
    /// The uppermost line in view, from 0.
    package var top: Int

    /// A view of some lines, from one of them on.
    package init(lines: [StyledLine] = [], top: Int = 0) {
        self.lines = lines
        self.top = max(0, top)
    }

    /// Moves the view; it stops at both ends.
    ///
    /// - Parameters:
    ///   - rows: Lines down; negative is up.
    ///   - visible: How many lines are in view.
    package mutating func scroll(by rows: Int, visible: Int) {
        top = clamped(saturatingSum(top, rows), visible: visible)
    }

    /// Which lines are in view, as "3–12 of 40"; empty when there is none.
    package func position(visible: Int) -> String {
        guard !lines.isEmpty, visible > 0 else { return "" }
        let first = clamped(top, visible: visible)
        return "\(first + 1)–\(min(first + visible, lines.count)) of \(lines.count)"
    }

    /// Draws the lines in view, and a scrollbar in the last column when there are more.
    ///
    /// - Parameters:
    ///   - surface: Where.
    ///   - rect: All the room there is.
    ///   - showsPosition: Whether the last line says which lines are in view when not all are.
    package func draw(on surface: inout Surface, in rect: Rect, showsPosition: Bool = false) {
        guard !rect.isEmpty else { return }
        var text = rect
        let isLonger = lines.count > rect.rows
        if isLonger, showsPosition, rect.rows > 1 {
            let parts = rect.splitBottom(1)
            text = parts.rest
            let room = parts.bottom.inset(right: min(1, max(0, rect.columns - 1)))
            surface.write(StyledLine(position(visible: text.rows), .muted), in: room, alignment: .trailing)
        }
        let first = clamped(top, visible: text.rows)
        let room = text.inset(right: isLonger && text.columns > 1 ? 1 : 0)
        for row in 0..<min(text.rows, lines.count - first) {
            surface.write(lines[first + row], in: room.line(row))
        }
        if isLonger, text.columns > 1 {
            surface.drawScrollbar(in: text, top: first, visible: text.rows, count: lines.count)
        }
    }

    private func clamped(_ top: Int, visible: Int) -> Int {
        max(0, min(top, lines.count - max(0, visible)))
    }
}
