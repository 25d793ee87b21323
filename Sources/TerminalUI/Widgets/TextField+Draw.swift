extension TextField {
    /// Draws the field into the first line of a rectangle, scrolled sideways so that the cursor is in view.
    ///
    /// A masked text shows "•" for each character. One that is longer than the field shows a full field
    /// whatever its length and wherever the cursor is, so the picture never tells how long a secret is.
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
        if text.isEmpty {
            surface.write(
                placeholder,
                at: line.origin,
                limit: line.columns,
                style: Style(.muted, on: ground)
            )
            if isFocused { surface.cursor = line.origin }
            return
        }
        let column =
            isMasked
            ? drawMasked(on: &surface, in: line, ground: ground)
            : drawText(on: &surface, in: line, ground: ground)
        if isFocused {
            surface.cursor = Position(column: line.left + column, row: line.top)
        }
    }

    /// - Returns: The column of the cursor, counted from the left edge of the field.
    private func drawMasked(on surface: inout Surface, in line: Rect, ground: Ground) -> Int {
        let count = text.count
        let last = line.columns - 1
        let shown = min(count, last)
        surface.fill(
            Rect(column: line.left, row: line.top, columns: shown, rows: 1),
            with: Glyph.mask,
            style: Style(.text, on: ground)
        )
        guard count > last else { return cursorOffset }
        let offset = cursorOffset
        if offset == 0 { return 0 }
        return offset == count ? last : min(max(1, min(offset, last - 1)), last)
    }

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
