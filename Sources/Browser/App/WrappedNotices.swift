package import TerminalUI

/// What the bar has to explain as lines of the terminal's width; wrapping them anew at every key would cost more than
/// moving the cursor.
package nonisolated struct WrappedNotices: Sendable {
    /// Of one notice no more lines than these are shown.
    private static let linesOfOne = 3

    /// At most three for each notice, in its role.
    package private(set) var lines: [Span] = []
    private var notices: [Span] = []
    private var columns = 0

    /// None.
    package init() {}

    /// Itself where it is of these notices and that width, else new ones.
    package func rewrapped(_ notices: [Span], to columns: Int) -> WrappedNotices {
        let columns = max(1, columns)
        guard notices != self.notices || columns != self.columns else { return self }
        var other = WrappedNotices()
        other.notices = notices
        other.columns = columns
        other.lines = notices.flatMap { notice in
            TerminalText.wrapped(notice.text, to: columns).prefix(Self.linesOfOne).map {
                Span($0, notice.role)
            }
        }
        return other
    }
}
