extension Surface {
    /// Writes a text on one line: sanitised, measured, and cut where its room or the surface ends.
    ///
    /// - Parameters:
    ///   - text: Any text at all.
    ///   - position: The cell where it begins; what lies left of the surface is cut too.
    ///   - limit: The room in columns; nil is all that there is.
    ///   - style: How it looks. It replaces the ground that was there.
    ///   - truncation: What happens to a text that is too long.
    /// - Returns: The columns that it took, from `position` on.
    @discardableResult
    package mutating func write(
        _ text: String,
        at position: Position,
        limit: Int? = nil,
        style: Style = Style(),
        truncation: Truncation = .ellipsis
    ) -> Int {
        let available = room(at: position, limit: limit)
        guard available > 0 else { return 0 }
        var skipped = 0
        if truncation == .leadingEllipsis {
            let columns = TerminalText.columns(text)
            if columns > available {
                put(Glyph.ellipsis, row: position.row, column: position.column, style: style)
                skipped = columns - (available - 1)
            }
        }
        let start = skipped > 0 ? 1 : 0
        let drawn = draw(
            text,
            row: position.row,
            column: position.column + start,
            available: available - start,
            skipping: skipped,
            style: style
        )
        if drawn.isCut, truncation == .ellipsis {
            put(Glyph.ellipsis, row: position.row, column: position.column + available - 1, style: style)
        }
        return start + drawn.columns
    }

    /// Writes a line of several roles into the first line of a rectangle.
    ///
    /// Only the columns of the text are drawn: fill the rectangle first to have a ground behind the rest.
    ///
    /// - Returns: The columns that it took.
    @discardableResult
    package mutating func write(
        _ line: StyledLine,
        in rect: Rect,
        on ground: Ground = .normal,
        alignment: Alignment = .leading,
        truncation: Truncation = .ellipsis
    ) -> Int {
        guard rect.rows > 0 else { return 0 }
        let available = room(at: rect.origin, limit: rect.columns)
        guard available > 0 else { return 0 }
        var column = rect.left
        var skipped = 0
        if alignment != .leading || truncation == .leadingEllipsis {
            let columns = line.columns
            if columns <= available {
                switch alignment {
                case .leading: break
                case .center: column += (available - columns) / 2
                case .trailing: column += available - columns
                }
            } else if truncation == .leadingEllipsis {
                skipped = columns - (available - 1)
            }
        }
        let start = column
        if skipped > 0 {
            let role = line.role(atColumn: skipped)
            put(Glyph.ellipsis, row: rect.top, column: column, style: Style(role, on: ground))
            column += 1
        }
        let end = rect.left + available
        for span in line.spans {
            var skip = 0
            if skipped > 0 {
                let columns = span.columns
                skip = min(skipped, columns)
                skipped -= skip
                if skip == columns { continue }
            }
            let style = Style(span.role, on: ground)
            let drawn = draw(
                span.text,
                row: rect.top,
                column: column,
                available: end - column,
                skipping: skip,
                style: style
            )
            column += drawn.columns
            if drawn.isCut {
                if truncation == .ellipsis {
                    let role = self[Position(column: end - 1, row: rect.top)].style.role
                    put(
                        Glyph.ellipsis,
                        row: rect.top,
                        column: end - 1,
                        style: Style(drawn.columns > 0 ? span.role : role, on: ground)
                    )
                }
                break
            }
        }
        return column - start
    }

    /// Writes a text without its first columns and without any sign for what is cut.
    mutating func write(_ text: String, at position: Position, limit: Int, skipping: Int, style: Style) {
        let available = room(at: position, limit: limit)
        guard available > 0 else { return }
        _ = draw(
            text,
            row: position.row,
            column: position.column,
            available: available,
            skipping: skipping,
            style: style
        )
    }

    /// Writes one scalar of our own that is one column wide.
    mutating func put(_ scalar: Unicode.Scalar, row: Int, column: Int, style: Style) {
        guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return }
        separate(row: row, at: column)
        separate(row: row, at: column + 1)
        cells[row * size.columns + column] = Cell(scalars: SIMD4(scalar.value, 0, 0, 0), style: style)
    }

    /// The columns between a place and the end of its room; 0 or less when nothing can be written there.
    func room(at position: Position, limit: Int?) -> Int {
        guard position.row >= 0, position.row < size.rows else { return 0 }
        guard position.column < size.columns, position.column > -0x10000 else { return 0 }
        return min(limit ?? Int.max, size.columns - position.column)
    }

    /// Draws clusters until the room ends. `row` must be inside, and the room must not pass the right edge.
    ///
    /// `skipping` columns of the text are left out; what remains of a wide character cut by that is a blank.
    ///
    /// - Returns: The columns drawn, all of them when something did not fit.
    private mutating func draw(
        _ text: String,
        row: Int,
        column: Int,
        available: Int,
        skipping: Int,
        style: Style
    ) -> (columns: Int, isCut: Bool) {
        let width = size.columns
        return cells.withUnsafeMutableBufferPointer { cells in
            guard let base = cells.baseAddress else { return (0, false) }
            let line = LineWriter(cells: base + row * width, width: width, column: column)
            let drawn = text.utf8.withContiguousStorageIfAvailable { bytes in
                line.draw(bytes, available: available, skipping: skipping, style: style)
            }
            if let drawn { return drawn }
            var copy = text
            return copy.withUTF8 { bytes in
                line.draw(bytes, available: available, skipping: skipping, style: style)
            }
        }
    }
}

extension StyledLine {
    /// The role of what stands at a column; that of the last piece beyond the end.
    fileprivate func role(atColumn column: Int) -> Role {
        var passed = 0
        for span in spans {
            passed += span.columns
            if column < passed { return span.role }
        }
        return spans.last?.role ?? .text
    }
}
