extension SecretField {
    /// Draws a point for each character into the first line of a rectangle.
    ///
    /// A secret that is longer than the field shows a full field whatever its length and wherever the cursor is, so
    /// the picture never tells how long it is; only at the limit of all fields does it say that no more has room.
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
        guard !isEmpty else {
            surface.drawHint(hint, in: line, ground: ground, isFocused: isFocused)
            return
        }
        let last = line.columns - 1
        let (count, offset) = counts(upTo: last + 1)
        surface.fill(
            Rect(column: line.left, row: line.top, columns: min(count, last), rows: 1),
            with: Glyph.mask,
            style: Style(.text, on: ground)
        )
        if isFocused {
            let column = cursorColumn(at: offset, of: count, last: last)
            surface.cursor = Position(column: line.left + column, row: line.top)
        }
    }

    /// - Returns: The column of the cursor, counted from the left edge of the field.
    private func cursorColumn(at offset: Int, of count: Int, last: Int) -> Int {
        guard count > last, offset > 0 else { return offset }
        return offset == count ? last : min(max(1, min(offset, last - 1)), last)
    }
}
