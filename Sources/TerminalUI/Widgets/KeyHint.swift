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

/// Draws key hints on one line, where ``layoutKeyHints(in:hints:)`` places them.
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
    surface.fill(rect.line(0), style: Style(.text, on: ground))
    for placed in layoutKeyHints(in: rect, hints: hints) {
        let hint = hints[placed.index]
        let room = placed.rect
        let key = surface.write(
            hint.key,
            at: room.origin,
            limit: room.columns,
            style: Style(.key, on: ground)
        )
        surface.write(
            hint.title,
            at: Position(column: room.left + key + 1, row: room.top),
            limit: room.columns - key - 1,
            style: Style(.muted, on: ground)
        )
    }
}
