package import FoundationEssentials
package import ObservationStore
package import TerminalUI

/// What has changed since a moment, a line a change, the last noticed first. It is given pages and asks for more.
package nonisolated struct ChangesScreen: Sendable {
    /// A page of changes to ask the store for.
    package struct Page: Sendable, Hashable {
        /// Changes noticed since then; nil for all.
        package let since: Date?
        /// Changes noticed before this one; nil for the first page.
        package let before: Int64?
        /// At most so many.
        package let limit: Int
    }

    /// How many changes are asked for at once.
    package static let pageLimit = 200

    /// Since when changes are shown; nil shows all.
    package private(set) var since: Date?
    /// The changes so far.
    package private(set) var rows: [ChangeRow] = []
    /// Whether there are no more.
    package private(set) var isComplete = false
    /// Why there are none, or no more.
    package private(set) var failure: String?
    /// The line in which another moment is typed, while it is.
    package private(set) var prompt: SincePrompt?
    private let notation: Notation
    private var position = TableState()
    private var visible = 1

    /// - Parameters:
    ///   - now: the last 30 days before it are shown at first.
    ///   - notation: how points and lengths are written.
    package init(at now: Date, _ notation: Notation = Notation()) {
        self.notation = notation
        since = now.addingTimeInterval(-30 * 86_400)
    }

    /// The page that is needed next, as far down as the person looks; nil when it is there.
    package var wanted: Page? {
        guard !isComplete, failure == nil, position.selected + visible * 2 >= rows.count else { return nil }
        return Page(since: since, before: rows.last?.id, limit: Self.pageLimit)
    }

    /// Takes a page that was asked for; one that is not wanted any more is left.
    ///
    /// - Parameter observations: those that the changes are of, as this viewer was told them.
    package mutating func take(
        _ changes: [ObservationChange],
        of observations: [HeldObservation],
        for page: Page
    ) {
        guard page.since == since, page.before == rows.last?.id, !isComplete else { return }
        let held = Dictionary(observations.map { ($0.id, $0) }) { first, _ in first }
        rows += changes.map { ChangeRow($0, of: held[$0.observation], notation) }
        isComplete = changes.count < page.limit
        failure = nil
    }

    /// Takes why a page did not come; asked for again with ``reload()``.
    package mutating func take(failure: String) { self.failure = failure }

    /// Asks for everything again.
    package mutating func reload() {
        rows = []
        isComplete = false
        failure = nil
        position = TableState()
    }

    /// The change that the cursor is on.
    package var selected: ChangeRow? {
        rows.indices.contains(position.selected) ? rows[position.selected] : nil
    }

    /// The observation to open: that of the change under the cursor.
    package func accept() -> Int? { selected?.observation }

    /// Moves the cursor.
    ///
    /// - Parameter rect: where the screen is drawn.
    package mutating func move(by rows: Int, in rect: Rect) {
        visible = max(1, TableState.visibleRows(in: Self.layout(in: rect).table))
        position.move(by: rows, count: self.rows.count, visible: visible)
    }

    /// Scrolls as a wheel does.
    package mutating func scroll(by rows: Int, in rect: Rect) {
        visible = max(1, TableState.visibleRows(in: Self.layout(in: rect).table))
        position.scroll(by: rows, count: self.rows.count, visible: visible)
    }

    /// Puts the cursor on the change in that line of the screen.
    package mutating func click(_ position: Position, in rect: Rect) -> Bool {
        let table = Self.layout(in: rect).table
        guard let row = self.position.row(at: position, in: table, count: rows.count) else { return false }
        move(by: row - self.position.selected, in: rect)
        return true
    }

    // MARK: - Since when

    /// Opens the line in which another moment is typed.
    package mutating func startChangingSince() { prompt = SincePrompt(since: since) }

    /// Typing into that line.
    package mutating func handle(_ event: InputEvent) { prompt?.handle(event) }

    /// Enter in that line: shows the changes since then, or tells what is wrong.
    package mutating func acceptSince(at now: Date) {
        guard let since = prompt?.accept(at: now) else { return }
        prompt = nil
        guard since != self.since else { return }
        self.since = since
        reload()
    }

    /// Escape in that line: everything stays.
    package mutating func stopChangingSince() { prompt = nil }

    /// The state of the table, for drawing.
    var tableState: TableState { position }
}
