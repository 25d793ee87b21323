extension Surface {
    /// Writes a text like ``write(_:at:limit:style:truncation:)`` and gives the parts of it that match the role
    /// `match`, as far as they are in view.
    ///
    /// - Parameter matches: Ranges of the text, as ``TextHighlight`` and ``FuzzyMatch`` tell them.
    /// - Returns: The columns that it took.
    @discardableResult
    mutating func write(
        _ text: String,
        at position: Position,
        limit: Int,
        style: Style,
        truncation: Truncation = .ellipsis,
        matches: [Range<String.Index>]
    ) -> Int {
        let used = write(text, at: position, limit: limit, style: style, truncation: truncation)
        let available = room(at: position, limit: limit)
        guard !matches.isEmpty, available > 0 else { return used }
        let columns = TerminalText.columns(text)
        let isCut = columns > available
        let skipped = isCut && truncation == .leadingEllipsis ? columns - (available - 1) : 0
        // One column of what is cut belongs to the ellipsis, at whichever end.
        let shown = skipped..<skipped + (isCut && truncation != .clip ? available - 1 : available)
        let left = position.column + (skipped > 0 ? 1 : 0) - skipped
        light(text, matches, inColumns: shown, row: position.row, left: left)
        return used
    }

    /// - Parameters:
    ///   - shown: The columns of the text that are in view; a wide character is lit whole or not at all.
    ///   - left: The column of the surface where the text would begin if all of it were in view.
    private mutating func light(
        _ text: String,
        _ matches: [Range<String.Index>],
        inColumns shown: Range<Int>,
        row: Int,
        left: Int
    ) {
        let lit = matches.map { match in
            let start = text.utf8.distance(from: text.startIndex, to: match.lowerBound)
            return start..<start + text.utf8.distance(from: match.lowerBound, to: match.upperBound)
        }
        let width = size.columns
        var text = text
        text.withUTF8 { bytes in
            var scanner = TextScanner(bytes)
            var column = 0
            var start = 0
            while let cluster = scanner.next(), column < shown.upperBound {
                let end = column + cluster.columns
                let isLit = lit.contains { $0.overlaps(start..<scanner.index) }
                if isLit, column >= shown.lowerBound, end <= shown.upperBound {
                    for target in left + column..<left + end where target >= 0 && target < width {
                        cells[row * width + target].style.role = .match
                    }
                }
                column = end
                start = scanner.index
            }
        }
    }
}
