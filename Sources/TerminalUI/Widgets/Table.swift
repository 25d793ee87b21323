/// Draws a table: a header line, the rows in view, the selected one as a whole line on its own ground, and a
/// scrollbar in the last column when there are more rows than fit.
///
/// - Parameters:
///   - surface: Where.
///   - rect: The header and the rows. All of it is drawn over.
///   - layout: The columns, for the width ``TableLayout/contentWidth(of:)`` of the rectangle.
///   - headerStyle: How the header line looks.
///   - source: The rows; asked for exactly those in view, once.
///   - state: The selection and the view; clamped to what there is, so that the selected row is always drawn.
///   - isFocused: Whether the keyboard moves this table; the selected row is on a quieter ground when not.
///   - highlight: What was searched for; it is lit in every cell.
package func drawTable<Source: TableRowSource>(
    on surface: inout Surface,
    in rect: Rect,
    layout: TableLayout<Source.ColumnID>,
    headerStyle: Style = Style(.heading),
    source: Source,
    state: TableState,
    isFocused: Bool = true,
    highlight: TextHighlight? = nil
) {
    guard !rect.isEmpty else { return }
    surface.fill(rect.line(0), style: Style(.text, on: headerStyle.ground))
    surface.fill(rect.splitTop(1).rest, style: Style())
    let highlight = highlight.flatMap { $0.isEmpty ? nil : $0 }
    let visible = TableState.visibleRows(in: rect)
    let count = source.count
    let hasScrollbar = count > visible && visible > 0
    let right = rect.right - (hasScrollbar ? 1 : 0)
    let left = rect.left + 1
    for placed in layout.placed {
        surface.writeTableCell(
            Span(placed.column.title, headerStyle.role),
            row: rect.top,
            column: left + placed.left,
            columns: min(placed.columns, right - left - placed.left),
            alignment: placed.column.alignment,
            truncation: .clip,
            ground: headerStyle.ground
        )
    }
    surface.drawTableEdges(of: layout, in: rect, ground: headerStyle.ground)
    var state = state
    state.clamp(count: count, visible: visible)
    let rows = state.visible(count: count, rows: visible)
    var source = source
    source.load(rows: rows)
    for row in rows {
        let line = rect.top + 1 + row - rows.lowerBound
        let isSelected = row == state.selected
        let ground: Ground = isSelected ? (isFocused ? .selected : .bar) : .normal
        if isSelected {
            surface.fill(
                Rect(column: rect.left, row: line, columns: right - rect.left, rows: 1),
                style: Style(.text, on: ground)
            )
        }
        if source.isMarked(row: row) {
            surface.put(Glyph.mark, row: line, column: rect.left, style: Style(.key, on: ground))
        }
        for placed in layout.placed {
            surface.writeTableCell(
                source.cell(row: row, column: placed.id),
                row: line,
                column: left + placed.left,
                columns: min(placed.columns, right - left - placed.left),
                alignment: placed.column.alignment,
                truncation: placed.column.truncation,
                ground: ground,
                highlight: highlight
            )
        }
    }
    if hasScrollbar {
        surface.drawScrollbar(in: rect.splitTop(1).rest, top: rows.lowerBound, visible: visible, count: count)
    }
}

extension Surface {
    /// Writes a cell of a table: a span without an array around it.
    fileprivate mutating func writeTableCell(
        _ span: Span,
        row: Int,
        column: Int,
        columns: Int,
        alignment: Alignment,
        truncation: Truncation,
        ground: Ground,
        highlight: TextHighlight? = nil
    ) {
        guard columns > 0 else { return }
        var offset = 0
        if alignment != .leading {
            let rest = max(0, columns - TerminalText.columns(span.text))
            offset = alignment == .trailing ? rest : rest / 2
        }
        let position = Position(column: column + offset, row: row)
        let limit = columns - offset
        let style = Style(span.role, on: ground)
        guard let highlight else {
            write(span.text, at: position, limit: limit, style: style, truncation: truncation)
            return
        }
        write(
            span.text,
            at: position,
            limit: limit,
            style: style,
            truncation: truncation,
            matches: highlight.ranges(in: span.text)
        )
    }

    /// Signs in the header line for columns that are out of view: directly before the part that scrolls, and in the
    /// last column.
    fileprivate mutating func drawTableEdges<ID>(
        of layout: TableLayout<ID>,
        in rect: Rect,
        ground: Ground
    ) {
        let style = Style(.key, on: ground)
        if layout.hiddenLeft > 0, layout.placed.count > layout.frozen {
            let column = rect.left + layout.placed[layout.frozen].left
            if column < rect.right { put(Glyph.moreLeft, row: rect.top, column: column, style: style) }
        }
        if layout.hiddenRight > 0 {
            put(Glyph.moreRight, row: rect.top, column: rect.right - 1, style: style)
        }
    }
}
