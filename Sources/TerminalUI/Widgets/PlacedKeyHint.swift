/// A key hint that has room on its line, and where: for clicks on it.
package struct PlacedKeyHint: Hashable, Sendable {
    /// Which of the hints it is, from 0.
    package let index: Int
    /// The cells of its key and its title, as far as they are in view.
    package let rect: Rect
}

/// Where key hints stand on one line. The last two stay as long as they fit, because help and the way out stand
/// there; of the others, the rightmost go first.
///
/// - Parameters:
///   - rect: Its first line is theirs.
///   - hints: From left to right.
/// - Returns: Those that have room, from left to right.
package func layoutKeyHints(in rect: Rect, hints: [KeyHint]) -> [PlacedKeyHint] {
    let line = rect.line(0)
    guard !line.isEmpty else { return [] }
    let margin = line.columns > 2 ? 1 : 0
    let room = line.inset(left: margin, right: margin)
    let gap = 2
    let kept = hints.indices.suffix(2)
    var used = kept.reduce(0) { $0 + hints[$1].columns } + gap * max(0, kept.count - 1)
    var shown: [Int] = []
    for index in hints.indices.dropLast(2) {
        guard used + gap + hints[index].columns <= room.columns else { break }
        used += gap + hints[index].columns
        shown.append(index)
    }
    var column = room.left
    var placed: [PlacedKeyHint] = []
    for index in shown + kept {
        let hint = Rect(column: column, row: line.top, columns: hints[index].columns, rows: 1)
        column = hint.right + gap
        let inView = hint.intersection(room)
        if !inView.isEmpty { placed.append(PlacedKeyHint(index: index, rect: inView)) }
    }
    return placed
}
