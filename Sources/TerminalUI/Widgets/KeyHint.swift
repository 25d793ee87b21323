/// A key and what it does, for the line at the foot of a screen.
package struct KeyHint: Hashable, Sendable {
    /// The key as people call it: "Enter", "^R".
    package var key: String
    /// What it does, in a word or two.
    package var title: String

    /// A hint for one key.
    package init(key: String, title: String) {
        self.key = key
        self.title = title
    }

    /// The columns that it takes.
    package var columns: Int {
        let title = TerminalText.columns(title)
        return TerminalText.columns(key) + (title > 0 ? title + 1 : 0)
    }
}

/// Draws key hints on one line. The last two stay as long as they fit, because help and the way out stand
/// there; of the others, the rightmost go first.
///
/// - Parameters:
///   - surface: Where.
///   - rect: Its first line is drawn over.
///   - hints: From left to right.
///   - ground: What lies behind the whole line.
package func drawKeyHints(
    on surface: inout Surface,
    in rect: Rect,
    hints: [KeyHint],
    ground: Ground = .bar
) {
    let line = rect.line(0)
    guard !line.isEmpty else { return }
    surface.fill(line, style: Style(.text, on: ground))
    let margin = line.columns > 2 ? 1 : 0
    let room = line.columns - 2 * margin
    let gap = 2
    let kept = hints.suffix(2)
    var used = kept.reduce(0) { $0 + $1.columns } + gap * max(0, kept.count - 1)
    var shown: [KeyHint] = []
    for hint in hints.dropLast(2) {
        guard used + gap + hint.columns <= room else { break }
        used += gap + hint.columns
        shown.append(hint)
    }
    var column = line.left + margin
    for hint in shown + kept {
        let left = line.left + margin + room - column
        guard left > 0 else { return }
        let keyEnd = surface.write(
            hint.key,
            at: Position(column: column, row: line.top),
            limit: left,
            style: Style(.key, on: ground)
        )
        column += keyEnd
        guard !hint.title.isEmpty else {
            column += gap
            continue
        }
        let width = surface.write(
            hint.title,
            at: Position(column: column + 1, row: line.top),
            limit: max(0, left - keyEnd - 1),
            style: Style(.muted, on: ground)
        )
        column += 1 + width + gap
    }
}
