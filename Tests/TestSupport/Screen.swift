/// What a terminal shows, and in which modes programs have put it.
package struct Screen: Sendable {
    /// The lines from the top, without blanks at their ends.
    package let lines: [String]
    /// Where the cursor stands, from 0.
    package let cursor: (column: Int, row: Int)
    /// The modes.
    package let modes: Modes

    /// The modes that a full-screen program takes and has to give back.
    package struct Modes: Sendable, Hashable, CustomStringConvertible {
        /// The second screen is on.
        package var isAlternate: Bool
        /// The cursor can be seen.
        package var hasCursor: Bool
        /// Clicks or movements of the mouse are reported.
        package var hasMouse: Bool
        /// The mouse is reported in the form that knows columns beyond 223.
        package var hasWideMouse: Bool
        /// Arrow keys or the number pad send their application sequences.
        package var hasApplicationKeys: Bool

        /// The modes of a terminal that a shell is in.
        package static let shell = Modes(
            isAlternate: false,
            hasCursor: true,
            hasMouse: false,
            hasWideMouse: false,
            hasApplicationKeys: false
        )

        /// The modes of a terminal that inatty has taken, on a screen without a field to type into.
        package static let taken = Modes(
            isAlternate: true,
            hasCursor: false,
            hasMouse: true,
            hasWideMouse: true,
            hasApplicationKeys: true
        )

        package var description: String {
            [
                isAlternate ? "second screen" : "first screen", hasCursor ? "cursor on" : "cursor off",
                hasMouse ? (hasWideMouse ? "mouse on" : "mouse on, narrow") : "mouse off",
                hasApplicationKeys ? "application keys" : "normal keys",
            ].joined(separator: ", ")
        }
    }

    /// All lines as one text.
    package var text: String { lines.joined(separator: "\n") }

    /// The text within a frame, for the report of a failure.
    package var picture: String {
        let used = lines.reversed().drop { $0.isEmpty }.reversed()
        return (used.map { "│" + $0 } + ["└ \(modes); cursor at column \(cursor.column), line \(cursor.row)"])
            .joined(separator: "\n")
    }

    /// The characters that are not ASCII, each once.
    package var foreignCharacters: String {
        String(String.UnicodeScalarView(Set(text.unicodeScalars.filter { !$0.isASCII }).sorted()))
    }

    /// Whether a text stands on one of the lines.
    package func shows(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

    /// The first line with that text.
    package func line(with text: String) -> String? { lines.first { $0.contains(text) } }
}
