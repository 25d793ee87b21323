extension PickList {
    /// Selects the item so many items further down; negative is up.
    package mutating func move(by items: Int, in rect: Rect) {
        moveTo(saturatingSum(selection, items), in: rect)
    }

    /// Moves view and selection together by so many pages; negative is up.
    package mutating func page(by pages: Int, in rect: Rect) {
        guard !itemRows.isEmpty, pages != 0 else { return }
        let visible = max(1, layout(in: rect).list.rows)
        let step = max(-rows.count, min(pages, rows.count)) * visible
        let target = itemRows[selection] + step
        top = max(0, min(topInView(visible) + step, rows.count - visible))
        let next = itemRows.firstIndex { $0 >= target } ?? itemRows.count - 1
        // In a list of a line or two a page may end on a heading: it is one step at least.
        moveTo(pages < 0 ? min(next, selection - 1) : max(next, selection + 1), in: rect)
    }

    /// Moves the view as a wheel does; the selection goes along when it would leave it.
    package mutating func scroll(by rows: Int, in rect: Rect) {
        scrollTo(saturatingSum(topInView(layout(in: rect).list.rows), rows), in: rect)
    }

    /// A press of the mouse: on an item it selects it, on the scrollbar it goes there.
    ///
    /// - Returns: The item that was clicked; nil elsewhere.
    package mutating func click(_ position: Position, in rect: Rect) -> ID? {
        let list = layout(in: rect).list
        guard list.contains(position) else { return nil }
        if drag(to: position, in: rect) { return nil }
        let row = topInView(list.rows) + position.row - list.top
        guard let place = itemRows.firstIndex(of: row) else { return nil }
        top = topInView(list.rows)
        selection = place
        return selected
    }

    /// Moves the view as dragging the scrollbar does.
    ///
    /// - Returns: Whether the mouse is on the scrollbar.
    package mutating func drag(to position: Position, in rect: Rect) -> Bool {
        let list = layout(in: rect).list
        guard rows.count > list.rows, list.columns > 1, position.column == list.right - 1 else {
            return false
        }
        scrollTo(Scrollbar.top(at: position.row, in: list, visible: list.rows, count: rows.count), in: rect)
        return true
    }

    /// The uppermost line in view, moved no further than the selected item needs.
    func topInView(_ visible: Int) -> Int {
        guard visible > 0, itemRows.indices.contains(selection) else { return 0 }
        let row = itemRows[selection]
        let top = max(row - visible + 1, min(self.top, row))
        return max(0, min(top, rows.count - visible))
    }

    private mutating func moveTo(_ item: Int, in rect: Rect) {
        selection = max(0, min(item, itemRows.count - 1))
        let visible = layout(in: rect).list.rows
        // The heading comes into view with the first item below it.
        if let row = itemRows.indices.contains(selection) ? itemRows[selection] : nil {
            let previous = selection > 0 ? itemRows[selection - 1] : -1
            top = min(top, max(previous + 1, row - visible + 1))
        }
        top = topInView(visible)
    }

    private mutating func scrollTo(_ row: Int, in rect: Rect) {
        let visible = layout(in: rect).list.rows
        guard visible > 0, !itemRows.isEmpty else { return }
        let isUp = row < top
        top = max(0, min(row, rows.count - visible))
        let first = itemRows.firstIndex { $0 >= top } ?? itemRows.count - 1
        let last = itemRows.lastIndex { $0 < top + visible } ?? 0
        // With nothing but headings in view the selection goes on, or a list of one line would never leave them.
        selection = first <= last ? max(first, min(selection, last)) : isUp ? last : first
    }
}
