internal import Coordinates
package import TerminalUI

/// Narrows the rows that are held to those with the words, as one types. Nothing is asked of the server.
package nonisolated struct FilterPrompt: Sendable {
    /// The words that were in force before; Escape brings them back.
    package let start: String
    /// What was typed, without the blanks that mean nothing; that of before until ``settle()``.
    package private(set) var words: String
    private var field: TextField
    private var isUnread = false
    private var matches: (count: Int, total: Int, words: String)?

    /// - Parameter words: those in force now.
    package init(words: String) {
        start = words
        field = TextField(
            text: words,
            hint: "words of a taxon, a place, an observer or a description; !word leaves out"
        )
        self.words = Self.words(of: field.text)
    }

    /// Typing and pasting. What follows from it is left to ``settle()``, once for all keys that come at once.
    package mutating func take(_ event: InputEvent) {
        if field.handle(event) { isUnread = true }
    }

    /// Reads what was typed.
    ///
    /// - Returns: the words to narrow by from now on, when they are others.
    package mutating func settle() -> String? {
        guard isUnread else { return nil }
        isUnread = false
        let before = words
        words = Self.words(of: field.text)
        return words == before ? nil : words
    }

    /// Why the words are not all that was typed or pasted; nil when they are.
    package var limitRemark: String? { field.limitRemark }

    /// Takes how many rows have the words. What was counted for other words is not shown as if it were for these.
    package mutating func take(matches count: Int, of total: Int, for words: String) {
        matches = (count, total, words)
    }

    /// Draws it over the line at the foot.
    package func draw(on surface: inout Surface, in line: Rect) {
        surface.fill(line, style: Style(.text, on: .bar))
        surface.write(StyledLine(" & ", .key), in: line, on: .bar)
        let status = status(columns: line.columns / 2)
        surface.write([status, Span(" ")], in: line, on: .bar, alignment: .trailing)
        field.draw(on: &surface, in: line.inset(left: 3, right: status.columns + 2), isFocused: true)
    }

    private static func words(of text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }

    private func status(columns: Int) -> Span {
        guard !words.isEmpty else { return Span("all rows", .muted) }
        guard let matches, matches.words == words else { return Span("counting…", .muted) }
        let total = NumberText.count(matches.total)
        guard matches.count > 0 else { return Span("none of \(total)", .warning) }
        return Span("\(NumberText.count(matches.count)) of \(total)", .text)
    }
}
