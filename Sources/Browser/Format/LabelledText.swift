package import TerminalUI

/// Lines of a label and what there is to say about it, wrapped under itself.
package nonisolated struct LabelledText: Sendable {
    /// The lines so far.
    package var lines: [StyledLine] = []
    private let columns: Int
    static let labelColumns = 22

    /// - Parameter columns: the width of all lines.
    package init(columns: Int) {
        self.columns = columns
    }

    /// A heading.
    package mutating func heading(_ text: String, note: String = "") {
        lines.append([Span(text, .heading), Span(note, .muted)])
    }

    /// An empty line.
    package mutating func blank() { lines.append("") }

    /// What there is to say under a label.
    package mutating func add(_ label: String, _ value: String, _ role: Role = .text) {
        let room = max(1, columns - Self.labelColumns)
        for (index, text) in TerminalText.wrapped(value, to: room).enumerated() {
            lines.append(
                StyledLine(columns: [
                    (StyledLine(index == 0 ? "    " + label : "", .muted), Self.labelColumns),
                    (StyledLine(text, role), room),
                ])
            )
        }
    }
}
