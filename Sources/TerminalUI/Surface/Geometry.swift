/// A place on a surface, counted in cells from the upper left corner.
package struct Position: Hashable, Sendable {
    /// Cells to the right of the left edge, from 0.
    package var column: Int
    /// Lines below the upper edge, from 0.
    package var row: Int

    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

/// How much room there is, in cells.
package struct Size: Hashable, Sendable {
    /// Cells in a line.
    package var columns: Int
    /// Lines.
    package var rows: Int

    package init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}

/// A rectangle of cells; never of negative size.
package struct Rect: Hashable, Sendable {
    /// The upper left cell.
    package var origin: Position
    /// The room inside.
    package var size: Size

    package init(column: Int, row: Int, columns: Int, rows: Int) {
        origin = Position(column: column, row: row)
        size = Size(columns: columns, rows: rows)
    }

    /// The whole of a surface of that size.
    package init(_ size: Size) {
        origin = Position(column: 0, row: 0)
        self.size = size
    }

    /// The first column inside.
    package var left: Int { origin.column }
    /// The first row inside.
    package var top: Int { origin.row }
    /// The first column to the right, outside.
    package var right: Int { origin.column + size.columns }
    /// The first row below, outside.
    package var bottom: Int { origin.row + size.rows }
    /// Cells in a line.
    package var columns: Int { size.columns }
    /// Lines.
    package var rows: Int { size.rows }
    /// Whether there is no cell inside.
    package var isEmpty: Bool { columns == 0 || rows == 0 }

    /// Whether that cell is inside.
    package func contains(_ position: Position) -> Bool {
        position.column >= left && position.column < right && position.row >= top && position.row < bottom
    }

    /// What is inside both.
    package func intersection(_ other: Rect) -> Rect {
        let left = max(left, other.left)
        let top = max(top, other.top)
        return Rect(
            column: left,
            row: top,
            columns: min(right, other.right) - left,
            rows: min(bottom, other.bottom) - top
        )
    }

    /// The same rectangle without so many cells at each edge.
    package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
        Rect(
            column: self.left + left,
            row: self.top + top,
            columns: columns - left - right,
            rows: rows - top - bottom
        )
    }

    /// One line of it, counted from its top.
    package func line(_ row: Int) -> Rect {
        Rect(column: left, row: top + row, columns: columns, rows: 1).intersection(self)
    }

    /// Cuts the upper lines off: what was cut, and what is left.
    package func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
        let cut = min(max(0, rows), self.rows)
        return (
            Rect(column: left, row: top, columns: columns, rows: cut),
            Rect(column: left, row: top + cut, columns: columns, rows: self.rows - cut)
        )
    }

    /// Cuts the lower lines off: what is left, and what was cut.
    package func splitBottom(_ rows: Int) -> (rest: Rect, bottom: Rect) {
        let cut = min(max(0, rows), self.rows)
        let parts = splitTop(self.rows - cut)
        return (parts.top, parts.rest)
    }

    /// Cuts the left columns off: what was cut, and what is left.
    package func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
        let cut = min(max(0, columns), self.columns)
        return (
            Rect(column: left, row: top, columns: cut, rows: rows),
            Rect(column: left + cut, row: top, columns: self.columns - cut, rows: rows)
        )
    }
}
