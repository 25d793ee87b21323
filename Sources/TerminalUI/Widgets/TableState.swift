/// Which row of a table is selected, and which is the uppermost one in view.
///
/// Every move takes the number of rows there are and the number in view, because both may change between two
/// keys.
package struct TableState: Sendable, Hashable {
    /// The selected row, from 0; 0 in an empty table.
    package private(set) var selected: Int
    /// The uppermost row in view, from 0.
    package private(set) var top: Int

    /// A state not yet fitted to any rows: ``clamp(count:visible:)`` does that.
    package init(selected: Int = 0, top: Int = 0) {
        self.selected = max(0, selected)
        self.top = max(0, top)
    }

    /// How many rows a table in a rectangle has room for, below its header.
    package static func visibleRows(in rect: Rect) -> Int {
        max(0, rect.rows - 1)
    }

    /// Selects another row; the view follows no further than it must.
    package mutating func move(by rows: Int, count: Int, visible: Int) {
        moveTo(saturatingSum(selected, rows), count: count, visible: visible)
    }

    /// Selects a row, the nearest one there is; the view follows no further than it must.
    package mutating func moveTo(_ row: Int, count: Int, visible: Int) {
        selected = max(0, min(row, count - 1))
        reveal(count: count, visible: visible)
    }

    /// Moves view and selection together, so that the selection keeps its line on the screen; at an end only
    /// the selection goes on.
    ///
    /// - Parameters:
    ///   - pages: How many pages down; negative is up.
    ///   - count: How many rows there are.
    ///   - visible: How many of them are in view.
    package mutating func page(by pages: Int, count: Int, visible: Int) {
        turn(by: pages * max(1, visible), count: count, visible: visible)
    }

    /// The same by half of what is in view.
    package mutating func halfPage(by halves: Int, count: Int, visible: Int) {
        turn(by: halves * max(1, visible / 2), count: count, visible: visible)
    }

    /// Selects the first row.
    package mutating func home(count: Int, visible: Int) {
        moveTo(0, count: count, visible: visible)
    }

    /// Selects the last row.
    package mutating func end(count: Int, visible: Int) {
        moveTo(count - 1, count: count, visible: visible)
    }

    /// Moves the view as a wheel does; the selection stays where it is, or at the edge that it would leave
    /// by.
    package mutating func scroll(by rows: Int, count: Int, visible: Int) {
        guard visible > 0, count > 0 else { return clamp(count: count, visible: visible) }
        top = max(0, min(saturatingSum(top, rows), count - visible))
        selected = max(top, min(selected, top + visible - 1, count - 1))
    }

    /// Fits the state to another number of rows or another height. The selected row stays in view, and on its
    /// line of the screen where that is possible.
    package mutating func clamp(count: Int, visible: Int) {
        selected = max(0, min(selected, count - 1))
        reveal(count: count, visible: visible)
    }

    /// The rows in view.
    package func visible(count: Int, rows: Int) -> Range<Int> {
        let first = max(0, min(top, count))
        return first..<min(first + max(0, rows), max(first, count))
    }

    /// The row at a place of a table's rectangle, for clicks; nil on the header and below the last row.
    package func row(at position: Position, in rect: Rect, count: Int) -> Int? {
        guard rect.contains(position), position.row > rect.top else { return nil }
        let row = top + position.row - rect.top - 1
        return row < count ? row : nil
    }

    private mutating func turn(by rows: Int, count: Int, visible: Int) {
        top = max(0, min(saturatingSum(top, rows), count - visible))
        moveTo(saturatingSum(selected, rows), count: count, visible: visible)
    }

    private mutating func reveal(count: Int, visible: Int) {
        guard visible > 0 else { return }
        top = max(selected - visible + 1, min(top, selected))
        top = max(0, min(top, count - visible))
    }
}
