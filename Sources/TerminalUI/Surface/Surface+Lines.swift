extension Surface {
    /// Draws a line across.
    package mutating func drawHorizontalLine(row: Int, from column: Int, columns: Int, role: Role = .border) {
        fillKeepingGround(Rect(column: column, row: row, columns: columns, rows: 1), Glyph.horizontal, role)
    }

    /// Draws a line down.
    package mutating func drawVerticalLine(column: Int, from row: Int, rows: Int, role: Role = .border) {
        fillKeepingGround(Rect(column: column, row: row, columns: 1, rows: rows), Glyph.vertical, role)
    }

    /// Draws a frame along the inner edge of a rectangle, with a title in its upper line; what is inside
    /// stays.
    ///
    /// A rectangle of a single line or column has no room for a frame and shows a line.
    package mutating func drawBox(_ rect: Rect, title: StyledLine? = nil, role: Role = .border) {
        guard !rect.isEmpty else { return }
        if rect.rows == 1 {
            drawHorizontalLine(row: rect.top, from: rect.left, columns: rect.columns, role: role)
        } else if rect.columns == 1 {
            drawVerticalLine(column: rect.left, from: rect.top, rows: rect.rows, role: role)
        } else {
            let right = rect.right - 1
            let bottom = rect.bottom - 1
            for row in [rect.top, bottom] {
                drawHorizontalLine(row: row, from: rect.left + 1, columns: rect.columns - 2, role: role)
            }
            for column in [rect.left, right] {
                drawVerticalLine(column: column, from: rect.top + 1, rows: rect.rows - 2, role: role)
            }
            putKeepingGround(Glyph.topLeft, column: rect.left, row: rect.top, role)
            putKeepingGround(Glyph.topRight, column: right, row: rect.top, role)
            putKeepingGround(Glyph.bottomLeft, column: rect.left, row: bottom, role)
            putKeepingGround(Glyph.bottomRight, column: right, row: bottom, role)
        }
        if let title, rect.columns > 6 {
            let room = Rect(column: rect.left + 2, row: rect.top, columns: rect.columns - 4, rows: 1)
            let ground = self[rect.origin].style.ground
            write([" "] + title + [" "], in: room, on: ground)
        }
    }

    /// Draws a scrollbar down a column; nothing when everything is in view.
    ///
    /// - Parameters:
    ///   - rect: Where: its last column is used.
    ///   - top: The first thing in view, from 0.
    ///   - visible: How many are in view.
    ///   - count: How many there are.
    package mutating func drawScrollbar(in rect: Rect, top: Int, visible: Int, count: Int) {
        guard count > visible, visible > 0, !rect.isEmpty else { return }
        let thumb = Scrollbar.thumb(rows: rect.rows, top: top, visible: visible, count: count)
        for row in 0..<rect.rows {
            let isThumb = thumb.contains(row)
            putKeepingGround(
                isThumb ? Glyph.scrollThumb : Glyph.scrollTrack,
                column: rect.right - 1,
                row: rect.top + row,
                isThumb ? .muted : .border
            )
        }
    }

    private mutating func fillKeepingGround(_ rect: Rect, _ scalar: Unicode.Scalar, _ role: Role) {
        let rect = rect.intersection(Rect(size))
        for row in rect.top..<rect.bottom where !rect.isEmpty {
            for column in rect.left..<rect.right {
                putKeepingGround(scalar, column: column, row: row, role)
            }
        }
    }

    private mutating func putKeepingGround(_ scalar: Unicode.Scalar, column: Int, row: Int, _ role: Role) {
        let ground = self[Position(column: column, row: row)].style.ground
        put(scalar, row: row, column: column, style: Style(role, on: ground))
    }
}
