extension Surface {
    /// The columns of a line in which it looks different from another surface of the same size; nil when it
    /// does not.
    ///
    /// Every frame asks this of every line, so it compares inside this module, where a cell is compared as
    /// memory.
    ///
    /// - Parameters:
    ///   - row: A line of both.
    ///   - other: Of another size, everything is different.
    /// - Returns: From the first difference to the last, with both halves of the wide characters at its ends.
    package func changedColumns(inRow row: Int, since other: Surface) -> Range<Int>? {
        guard row >= 0, row < size.rows, size.columns > 0 else { return nil }
        guard other.size == size else { return 0..<size.columns }
        let start = row * size.columns
        let end = start + size.columns
        return cells.withUnsafeBufferPointer { new in
            other.cells.withUnsafeBufferPointer { old in
                var first = start
                while first < end, new[first] == old[first] {
                    first += 1
                }
                guard first < end else { return nil }
                var last = end
                while new[last - 1] == old[last - 1] {
                    last -= 1
                }
                while first > start, new[first].isContinuation {
                    first -= 1
                }
                while last < end, new[last].isContinuation {
                    last += 1
                }
                return first - start..<last - start
            }
        }
    }
}
