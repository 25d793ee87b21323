extension PickList {
    /// Draws the line to type into, the items, and the whole help of the selected one where its line has no room for it.
    ///
    /// - Parameters:
    ///   - surface: Where.
    ///   - rect: All the room there is. All of it is drawn over.
    ///   - isFocused: Whether the keyboard is in it; then the surface's cursor is set in the line to type into.
    package func draw(on surface: inout Surface, in rect: Rect, isFocused: Bool = true) {
        guard !rect.isEmpty else { return }
        surface.fill(rect, style: Style())
        let layout = layout(in: rect)
        drawField(on: &surface, in: layout.field, isFocused: isFocused)
        let list = layout.list
        guard !list.isEmpty else { return }
        guard !itemRows.isEmpty else {
            drawEmpty(on: &surface, in: list)
            return
        }
        let first = topInView(list.rows)
        let text = list.inset(right: 1)
        for row in first..<min(first + list.rows, rows.count) {
            draw(
                rows[row],
                isSelected: row == itemRows[selection],
                on: &surface,
                in: text.line(row - first),
                layout: layout,
                isFocused: isFocused
            )
        }
        if list.columns > 1 {
            surface.drawScrollbar(in: list, top: first, visible: list.rows, count: rows.count)
        }
        drawHelp(on: &surface, in: layout)
    }

    private func drawField(on surface: inout Surface, in line: Rect, isFocused: Bool) {
        guard !line.isEmpty else { return }
        let count = isNarrowed ? "\(matchCount) of \(items.count)" : "\(items.count)"
        let width = TerminalText.columns("\(items.count) of \(items.count)")
        let hasCount = line.columns >= width + 20
        let margin = line.columns > 2 ? 1 : 0
        let field = line.inset(left: margin, right: margin + (hasCount ? width + Self.gap : 0))
        query.draw(on: &surface, in: field, isFocused: isFocused)
        if hasCount {
            surface.write(StyledLine(count, .muted), in: line.inset(right: margin), alignment: .trailing)
        }
    }

    private func drawEmpty(on surface: inout Surface, in list: Rect) {
        guard isNarrowed else { return }
        let text = "Nothing matches “\(query.text)”. Esc shows all."
        let room = list.inset(left: min(1, list.columns - 1), right: 1)
        for (row, line) in TerminalText.wrapped(text, to: room.columns).prefix(room.rows).enumerated() {
            surface.write(StyledLine(line, .muted), in: room.line(row))
        }
    }

    private func draw(
        _ row: Row,
        isSelected: Bool,
        on surface: inout Surface,
        in line: Rect,
        layout: Layout,
        isFocused: Bool
    ) {
        guard !line.isEmpty else { return }
        switch row {
        case .blank: break
        case .heading(let group): surface.write(StyledLine(group, .heading), in: line.inset(left: 1))
        case .item(let index, let titleMatches, let detailMatches):
            let item = items[index]
            let ground: Ground = isSelected ? (isFocused ? .selected : .bar) : .normal
            if isSelected {
                surface.fill(line, style: Style(.text, on: ground))
                let pointer = Style(.key, on: ground)
                surface.fill(line.inset(left: 1).splitLeft(1).left, with: Glyph.pointer, style: pointer)
            }
            var rest = line.inset(left: Self.indent)
            func next(_ columns: Int) -> Rect {
                let parts = rest.splitLeft(columns)
                rest = parts.rest.inset(left: Self.gap)
                return parts.left
            }
            let isDisabled = item.disabledReason != nil
            surface.write(
                item.title,
                in: next(layout.title),
                style: Style(isDisabled ? .muted : .text, on: ground),
                matches: titleMatches
            )
            if layout.detail > 0 {
                surface.write(
                    item.explanation,
                    in: next(layout.detail),
                    style: Style(.muted, on: ground),
                    matches: detailMatches
                )
            }
            let keys: StyledLine = [Span(item.trailing, isDisabled ? .muted : .key)]
            surface.write(keys, in: next(layout.trailing), on: ground, alignment: .trailing)
        }
    }

    /// Nothing when the line of the selected item says it all.
    private func drawHelp(on surface: inout Surface, in layout: Layout) {
        guard !layout.help.isEmpty, let item = selectedItem else { return }
        surface.drawHorizontalLine(row: layout.help.top, from: layout.help.left, columns: layout.help.columns)
        guard item.disabledReason != nil || isCut(item, in: layout) else { return }
        let text = [item.disabledReason, item.detail].compactMap { $0 }.filter { !$0.isEmpty }
        let room = layout.help.splitTop(1).rest.inset(left: 1, right: 1)
        var lines = TerminalText.wrapped(text.joined(separator: " "), to: room.columns)
        if lines.count > room.rows, room.rows > 0 {
            let rest = lines[(room.rows - 1)...].joined(separator: " ")
            lines = lines[..<(room.rows - 1)] + [rest]
        }
        for (row, line) in lines.enumerated() {
            surface.write(StyledLine(line), in: room.line(row))
        }
    }
}

extension Surface {
    /// Writes a text with its matched parts lit into the first line of a rectangle.
    fileprivate mutating func write(
        _ text: String,
        in rect: Rect,
        style: Style,
        matches: [Range<String.Index>]
    ) {
        guard !rect.isEmpty else { return }
        write(text, at: rect.origin, limit: rect.columns, style: style, matches: matches)
    }
}
