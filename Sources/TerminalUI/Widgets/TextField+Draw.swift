extension TextField {
    /// Draws the field into the first line of a rectangle, scrolled sideways so that the cursor is in view.
    ///
    /// - Parameters:
    ///   - surface: Where.
    ///   - rect: Its first line is the field.
    ///   - isFocused: Whether it has the keyboard; then the surface's cursor is set.
    package func draw(on surface: inout Surface, in rect: Rect, isFocused: Bool) {
        let line = rect.line(0)
        guard !line.isEmpty else { return }
        let ground: Ground = isFocused ? .focused : .field
        surface.fill(line, style: Style(.text, on: ground))
        guard !text.isEmpty else {
            surface.drawHint(hint, in: line, ground: ground, isFocused: isFocused)
            return
        }
        let column = drawText(on: &surface, in: line, ground: ground)
        if isFocused {
            surface.cursor = Position(column: line.left + column, row: line.top)
        }
    }

    /// - Returns: The column of the cursor, counted from the left edge of the field.
    private func drawText(on surface: inout Surface, in line: Rect, ground: Ground) -> Int {
        let total = TerminalText.columns(text)
        let before = TerminalText.columns(String(textBeforeCursor))
        let room = line.columns
        // The cursor needs a column of its own behind the last character.
        guard total >= room else {
            surface.write(text, at: line.origin, limit: room, style: Style(.text, on: ground))
            return before
        }
        let offset = max(0, min(before - room / 2, total + 1 - room))
        surface.write(
            text,
            at: line.origin,
            limit: room,
            skipping: offset,
            style: Style(.text, on: ground)
        )
        if offset > 0, before > offset {
            surface.put(Glyph.ellipsis, row: line.top, column: line.left, style: Style(.muted, on: ground))
        }
        // Neither sign may cover the character at the cursor, which may be two columns wide.
        let atCursor = TerminalText.columns(String(textAfterCursor.prefix(1)))
        if total - offset > room, before - offset + atCursor < room {
            surface.put(
                Glyph.ellipsis,
                row: line.top,
                column: line.right - 1,
                style: Style(.muted, on: ground)
            )
        }
        return max(0, min(before - offset, room - 1))
    }
}

extension Surface {
    /// What stands in a field in which nothing is typed; the cursor stands before it.
    mutating func drawHint(_ hint: String, in line: Rect, ground: Ground, isFocused: Bool) {
        write(hint, at: line.origin, limit: line.columns, style: Style(.muted, on: ground))
        if isFocused { cursor = line.origin }
    }
}
