/// What could be meant by what is typed into a field, as a list below the field; over it where there is more room.
///
/// The keyboard stays in the field until the list is entered with ↓.
package struct SuggestionList: Sendable, Hashable {
    /// One thing that could be meant.
    package struct Item: Sendable, Hashable {
        /// What it is called.
        package var text: String
        /// What tells it from others of the same name.
        package var note: String
        /// Whether it is one of those taken, where several can be; nil where only one can be.
        package var isTaken: Bool?

        package init(_ text: String, note: String = "", isTaken: Bool? = nil) {
            self.text = text
            self.note = note
            self.isTaken = isTaken
        }
    }

    /// The most lines that it takes.
    package static let rows = 8

    /// What there is to choose from.
    package private(set) var items: [Item]
    /// Stands below the items, or instead of them: that an answer is awaited, or why there is none.
    package var remark: Span?
    /// Which item the keyboard is on; nil while it is in the field.
    package private(set) var selected: Int?

    package init(_ items: [Item] = [], remark: Span? = nil) {
        self.items = items
        self.remark = remark
    }

    /// Whether there is nothing to show.
    package var isEmpty: Bool { items.isEmpty && remark == nil }

    /// Takes other items. The keyboard stays on the item of the same name, else it goes back to the field.
    package mutating func take(_ items: [Item]) {
        let name = selected.map { (self.items[$0].text, self.items[$0].note) }
        self.items = items
        selected = name.flatMap { name in items.firstIndex { $0.text == name.0 && $0.note == name.1 } }
    }

    /// Moves down the list, from the field into it; negative is up, and from the first item back to the field.
    ///
    /// - Returns: whether there was anywhere to go.
    @discardableResult
    package mutating func move(by rows: Int) -> Bool {
        guard !items.isEmpty, rows != 0 else { return false }
        let target = max(
            -1,
            min(items.count - 1, (selected ?? -1) + max(-items.count, min(items.count, rows)))
        )
        guard target != selected ?? -1 else { return false }
        selected = target < 0 ? nil : target
        return true
    }

    /// Back to the field.
    package mutating func leave() { selected = nil }

    /// Where it is drawn.
    ///
    /// - Parameters:
    ///   - field: the field that it belongs to.
    ///   - bounds: the room that it must not leave.
    package func room(beside field: Rect, in bounds: Rect) -> Rect {
        let below = max(0, bounds.bottom - field.bottom)
        let above = max(0, field.top - bounds.top)
        let wanted = min(
            Self.rows,
            items.count + (remark == nil ? 0 : remarkLines(columns: field.columns).count)
        )
        let isBelow = below >= wanted || below >= above
        let rows = min(wanted, isBelow ? below : above)
        let top = isBelow ? field.bottom : field.top - rows
        return Rect(column: field.left, row: top, columns: field.columns, rows: rows)
    }

    /// Draws it over whatever is there.
    package func draw(on surface: inout Surface, beside field: Rect, in bounds: Rect) {
        let room = room(beside: field, in: bounds)
        guard !room.isEmpty else { return }
        surface.fill(room, style: Style(.text, on: .bar))
        let shown = shown(in: room)
        for (row, index) in shown.enumerated() {
            let isSelected = index == selected
            let ground: Ground = isSelected ? .selected : .bar
            let line = room.line(row)
            if isSelected { surface.fill(line, style: Style(.text, on: ground)) }
            surface.write(self.line(items[index], isSelected: isSelected), in: line, on: ground)
        }
        let rest = room.splitTop(shown.count).rest
        guard let remark else { return }
        for (row, line) in remarkLines(columns: room.columns).prefix(rest.rows).enumerated() {
            surface.write(StyledLine(line, remark.role), in: rest.line(row), on: .bar)
        }
    }

    /// Which item is drawn at a place.
    package func item(at position: Position, beside field: Rect, in bounds: Rect) -> Int? {
        let room = room(beside: field, in: bounds)
        guard room.contains(position) else { return nil }
        let shown = shown(in: room)
        let row = position.row - room.top
        return row < shown.count ? shown.lowerBound + row : nil
    }

    /// The items in view; one line stays for the remark.
    private func shown(in room: Rect) -> Range<Int> {
        let rows = min(items.count, max(1, room.rows - (remark == nil || items.isEmpty ? 0 : 1)))
        let first = max(0, min((selected ?? 0) - rows + 1, items.count - rows))
        return first..<first + rows
    }

    private func line(_ item: Item, isSelected: Bool) -> StyledLine {
        var line: StyledLine = [Span(isSelected ? "▸ " : "  ", .key)]
        if let isTaken = item.isTaken { line.append(isTaken ? "[x] " : "[ ] ", .key) }
        line.append(item.text)
        if !item.note.isEmpty { line.append("  " + item.note, .muted) }
        return line
    }

    private func remarkLines(columns: Int) -> [String] {
        guard let remark else { return [] }
        return TerminalText.wrapped(remark.text, to: max(1, columns - 2)).map { "  " + $0 }
    }
}
