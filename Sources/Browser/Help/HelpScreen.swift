package import TerminalUI

/// Every key, from the table of commands; the screen that it was called from comes first.
package nonisolated struct HelpScreen: Sendable {
    /// Where it was called from.
    package let origin: Context
    /// The uppermost line shown.
    package var top = 0

    package init(origin: Context) {
        self.origin = origin
    }

    /// All lines at that width.
    package func lines(columns: Int) -> [StyledLine] {
        let others = Context.allCases.filter { $0 != origin && $0 != .help }
        var lines: [StyledLine] = []
        for context in [origin] + others {
            lines.append(StyledLine(context.title, .heading))
            for command in CommandTable.commands(in: context) {
                lines += self.lines(for: command, in: context, columns: columns)
            }
            lines.append("")
        }
        lines += Self.signs.map { sign, meaning in
            StyledLine(columns: [
                (StyledLine("  " + sign, .text), Self.keyColumns),
                (StyledLine(meaning), columns - Self.keyColumns),
            ])
        }
        lines.append(StyledLine("  To select text with the mouse, hold Shift.", .muted))
        return lines
    }

    private static let keyColumns = 18
    private static let signs = [
        ("◐ obscured", "the public point is anywhere in a cell of 0.2 degrees"),
        ("● private", "no point is public"),
        ("◐ taxon", "hidden by the taxon's status, not by the observer"),
        ("○ open", "nothing is hidden"),
        ("withheld", "the server does not show it to this identity"),
    ]

    private func lines(for command: Command, in context: Context, columns: Int) -> [StyledLine] {
        let keys = command.keys
            .filter { key in
                if context.takesText, case .character = key { false } else { true }
            }
            .map(\.label).joined(separator: " ")
        guard !keys.isEmpty else { return [] }
        return TerminalText.wrapped(command.help, to: max(1, columns - Self.keyColumns)).enumerated()
            .map { index, text in
                StyledLine(columns: [
                    (StyledLine(index == 0 ? "  " + keys : "", .key), Self.keyColumns),
                    (StyledLine(text), columns - Self.keyColumns),
                ])
            }
    }
}
