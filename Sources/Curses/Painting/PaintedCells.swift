import TerminalUI

/// The cells that were painted last, kept in place: a frame then costs no memory of its own.
nonisolated struct PaintedCells: Sendable {
    /// How many cells there are.
    let size: Size
    private var cells: [Cell]

    /// Blank cells, as an erased screen has them.
    init(size: Size) {
        self.size = size
        cells = Array(repeating: .blank(), count: size.columns * size.rows)
    }

    /// Takes a line over.
    ///
    /// - Parameter line: as many cells as a line has.
    /// - Returns: the columns where it differs from what was there, from the first to the last; nil if it does not.
    mutating func replace(row: Int, by line: ArraySlice<Cell>) -> Range<Int>? {
        let start = row * size.columns
        let shift = line.startIndex - start
        var first = start
        var end = start + size.columns
        while first < end, cells[first] == line[first + shift] { first += 1 }
        guard first < end else { return nil }
        while cells[end - 1] == line[end - 1 + shift] { end -= 1 }
        for index in first..<end { cells[index] = line[index + shift] }
        return first - start..<end - start
    }
}
