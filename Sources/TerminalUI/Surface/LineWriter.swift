/// Fills the cells of one line, for the time of one call.
struct LineWriter {
    /// The first cell of the line.
    let cells: UnsafeMutablePointer<Cell>
    /// How many cells the line has.
    let width: Int
    /// Where the text begins; it may be left of the line.
    let column: Int

    /// Draws clusters until the room ends, and blanks the halves of wide characters that are left at both
    /// ends.
    ///
    /// - Parameters:
    ///   - bytes: Valid UTF-8.
    ///   - available: Columns of room; they end inside the line.
    ///   - skipping: Columns of the text to leave out first.
    ///   - style: How it looks.
    /// - Returns: The columns drawn, and whether something did not fit.
    func draw(
        _ bytes: UnsafeBufferPointer<UInt8>,
        available: Int,
        skipping: Int,
        style: Style
    ) -> (columns: Int, isCut: Bool) {
        let left = max(0, column)
        let splitsLeft = left > 0 && left < width && cells[left].isContinuation
        var index = 0
        var used = -skipping
        var isCut = false
        while index < bytes.count {
            let byte = bytes[index]
            // Printable ASCII before printable ASCII: nothing to look up, no mark to take.
            if byte &- 0x20 < 0x5F, index + 1 == bytes.count || bytes[index + 1] &- 0x20 < 0x5F {
                guard used < available else {
                    isCut = true
                    break
                }
                let target = column + used
                if used >= 0, target >= 0 {
                    cells[target] = Cell(scalars: SIMD4(UInt32(byte), 0, 0, 0), style: style)
                }
                used += 1
                index += 1
                continue
            }
            var scanner = TextScanner(bytes, from: index)
            guard let cluster = scanner.next() else { break }
            index = scanner.index
            guard used + cluster.columns <= available else {
                if used >= 0, used < available {
                    store(.blank(style), at: column + used)
                    used += 1
                }
                isCut = true
                break
            }
            draw(cluster, at: used, style: style)
            used += cluster.columns
        }
        used = max(0, used)
        let right = column + used
        guard right > left else { return (used, isCut) }
        if splitsLeft {
            cells[left - 1] = .blank(cells[left - 1].style)
        }
        if right < width, cells[right].isContinuation {
            cells[right] = .blank(cells[right].style)
        }
        return (used, isCut)
    }

    @inline(__always)
    private func draw(_ cluster: TextCluster, at used: Int, style: Style) {
        let target = column + used
        if cluster.columns == 1 {
            if used >= 0 {
                store(Cell(scalars: cluster.scalars, style: style), at: target)
            }
        } else if used >= 0, target >= 0 {
            store(Cell(scalars: cluster.scalars, style: style), at: target)
            store(.continuation(style), at: target + 1)
        } else if used >= -1 {
            // Its left half is cut off: the right half shows nothing.
            store(.blank(style), at: target + 1)
        }
    }

    @inline(__always)
    private func store(_ cell: Cell, at column: Int) {
        if column >= 0, column < width {
            cells[column] = cell
        }
    }
}
