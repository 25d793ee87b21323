internal import FoundationEssentials
package import TerminalUI

/// What was said at the foot of the screen so far, the newest first; it scrolls.
package nonisolated struct MessagesScreen: Sendable {
    /// The uppermost line shown.
    package var top = 0

    package init() {}

    /// All lines at that width.
    package static func lines(_ log: MessageLog, columns: Int) -> [StyledLine] {
        guard !log.entries.isEmpty else { return [StyledLine("Nothing was said so far.", .muted)] }
        return log.entries.reversed().flatMap { entry -> [StyledLine] in
            let times = entry.times > 1 ? "  (\(entry.times) times)" : ""
            let text = entry.message.text + times
            return TerminalText.wrapped(text, to: max(1, columns - timeColumns)).enumerated().map {
                index,
                text in
                StyledLine(columns: [
                    (StyledLine(index == 0 ? time(entry.date) : "", .muted), timeColumns),
                    (StyledLine(text, entry.message.role), columns - timeColumns),
                ])
            }
        }
    }

    private static let timeColumns = 10

    private static func time(_ date: Date) -> String {
        String(MomentText.minute(of: date).suffix(5))
    }
}
