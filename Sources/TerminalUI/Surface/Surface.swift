/// A grid of cells that screens draw on and a display paints.
///
/// It is the one choke point between text from anywhere and the terminal: whatever is written here is
/// sanitised and measured first, so no control character, escape sequence or bidi override gets into a cell.
/// A wide character fills a cell and its continuation, and half of one never stays behind.
package struct Surface: Sendable, Equatable {
    /// How many cells there are.
    package private(set) var size: Size
    /// Where the terminal's cursor shows; nil hides it.
    package var cursor: Position?
    /// All cells, line after line. Only the writing functions of this module touch it.
    var cells: [Cell]

    /// A blank surface.
    package init(size: Size) {
        self.size = size
        cells = Array(repeating: .blank(), count: size.columns * size.rows)
    }

    /// The cell at a place; a blank one outside.
    package subscript(position: Position) -> Cell {
        guard Rect(size).contains(position) else { return .blank() }
        return cells[position.row * size.columns + position.column]
    }

    /// The cells of one line, without a copy; none outside.
    package func row(_ row: Int) -> ArraySlice<Cell> {
        guard row >= 0, row < size.rows else { return [] }
        return cells[row * size.columns..<(row + 1) * size.columns]
    }

    /// Takes another size. Everything is blank after it.
    package mutating func resize(to size: Size) {
        if size != self.size {
            self.size = size
            cells.removeAll(keepingCapacity: true)
            cells.append(contentsOf: repeatElement(.blank(), count: size.columns * size.rows))
        }
        clear()
    }

    /// Makes everything blank and hides the cursor, for the next frame.
    package mutating func clear() {
        cursor = nil
        cells.withUnsafeMutableBufferPointer { $0.update(repeating: .blank()) }
    }

    /// Makes a rectangle blank.
    package mutating func fill(_ rect: Rect, style: Style) {
        fill(rect, with: " ", style: style)
    }

    /// Fills a rectangle with one character. What is not exactly one column wide is taken as a blank.
    package mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar, style: Style) {
        let rect = rect.intersection(Rect(size))
        guard !rect.isEmpty else { return }
        let value = ScalarClass.of(scalar.value) == .single ? scalar.value : 0x20
        let cell = Cell(scalars: SIMD4(value, 0, 0, 0), style: style)
        for row in rect.top..<rect.bottom {
            separate(row: row, at: rect.left)
            separate(row: row, at: rect.right)
            let start = row * size.columns
            for column in start + rect.left..<start + rect.right {
                cells[column] = cell
            }
        }
    }

    /// Puts another ground behind what is written in a rectangle.
    package mutating func setGround(_ ground: Ground, in rect: Rect) {
        let rect = rect.intersection(Rect(size))
        guard !rect.isEmpty else { return }
        for row in rect.top..<rect.bottom {
            let start = row * size.columns
            // Both halves of a wide character look alike: the half that is its base decides.
            let first = cells[start + rect.left].isContinuation ? rect.left + 1 : rect.left
            let isSplit = rect.right < size.columns && cells[start + rect.right].isContinuation
            let end = isSplit ? rect.right + 1 : rect.right
            for column in first..<max(first, end) {
                cells[start + column].style.ground = ground
            }
        }
    }

    /// Makes sure that no wide character lies across the left edge of a cell: both its halves become blank.
    mutating func separate(row: Int, at column: Int) {
        guard column > 0, column < size.columns else { return }
        let index = row * size.columns + column
        if cells[index].isContinuation {
            cells[index] = .blank(cells[index].style)
            cells[index - 1] = .blank(cells[index - 1].style)
        }
    }
}
