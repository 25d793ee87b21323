extension TextField {
    /// Draws the field into the first line of a rectangle, scrolled sideways so that the cursor is in view.
    ///
    /// - Parameters:
    ///   - surface: Where.
    ///   - rect: Its first line is the field.
    ///   - isFocused: Whether it has the keyboard; then the surface's cursor is set.
    package func draw(on surface: inout Surface, in rect: Rect, isFocused: Bool) {
        var line = rect.line(0)
        guard !line.isEmpty else { return }
        let ground: Ground = isFocused ? .focused : .field
        surface.fill(line, style: Style(.text, on: ground))
        if isFull { line = surface.drawLimit(in: line, ground: ground) }
        guard !text.isEmpty else {
            surface.drawHint(hint, in: line, ground: ground, isFocused: isFocused)
            return
        }
        let column = drawText(on: &surface, in: line, ground: ground)
        if isFocused {
            surface.cursor = Position(column: line.left + column, row: line.top)
        }
    }

    /// Measures and writes no more than what is seen, however long the text is.
    ///
    /// - Returns: The column of the cursor, counted from the left edge of the field.
    private func drawText(on surface: inout Surface, in line: Rect, ground: Ground) -> Int {
        let room = line.columns
        let (after, end) = textAfterCursor.reach(beyond: room)
        // The cursor needs a column of its own behind the last character; else it stays in the middle.
        let wanted = max(room / 2, room - 1 - after)
        let (before, start) = textBeforeCursor.reachBack(beyond: wanted)
        let hidden = max(0, before - wanted)
        let column = before - hidden
        surface.write(
            String(text[start..<end]),
            at: line.origin,
            limit: room,
            skipping: hidden,
            style: Style(.text, on: ground)
        )
        if hidden > 0, column > 0 {
            surface.put(Glyph.ellipsis, row: line.top, column: line.left, style: Style(.muted, on: ground))
        }
        // Neither sign may cover the character at the cursor, which may be two columns wide.
        let atCursor = TerminalText.columns(String(textAfterCursor.prefix(1)))
        if column + after > room, column + atCursor < room {
            surface.put(
                Glyph.ellipsis,
                row: line.top,
                column: line.right - 1,
                style: Style(.muted, on: ground)
            )
        }
        return min(column, room - 1)
    }
}

extension Substring {
    /// Goes on from the start until more columns were passed than those, or to the end.
    ///
    /// - Returns: The columns that were passed, and where that is.
    fileprivate func reach(beyond columns: Int) -> (columns: Int, index: Index) {
        var (passed, index) = (0, startIndex)
        while passed <= columns, index < endIndex {
            let next = self.index(after: index)
            passed += TerminalText.columns(String(self[index..<next]))
            index = next
        }
        return (passed, index)
    }

    /// The same from the end to the front.
    fileprivate func reachBack(beyond columns: Int) -> (columns: Int, index: Index) {
        var (passed, index) = (0, endIndex)
        while passed <= columns, index > startIndex {
            let previous = self.index(before: index)
            passed += TerminalText.columns(String(self[previous..<index]))
            index = previous
        }
        return (passed, index)
    }
}

extension Surface {
    /// What stands in a field in which nothing is typed; the cursor stands before it.
    mutating func drawHint(_ hint: String, in line: Rect, ground: Ground, isFocused: Bool) {
        write(hint, at: line.origin, limit: line.columns, style: Style(.muted, on: ground))
        if isFocused { cursor = line.origin }
    }
}
