package import INaturalist
package import TerminalUI

/// The table of observations with the comparison of the selected one below it.
package nonisolated struct TableScreen: Sendable {
    /// Which row is selected, and which is the uppermost shown.
    package var position = TableState()
    /// The last position whose rows were all at hand: what is drawn until those of ``position`` are.
    package var shown = TableState()
    /// How far the columns are scrolled: the first shown beside those that are frozen; 0 shows those that matter most.
    package var firstColumn = 0
    /// Which observations are marked.
    package var marks = Marks()
    /// Where a range of marks was begun: the row's observation.
    package var rangeStart: Int?
    /// What was last looked for; `n` goes on with it.
    package var lastSearch = ""
    /// The rows, rising, that have what was last looked for; nothing before the store has answered.
    package var found: [Int32]?

    package init() {}

    /// Where things stand in the room between bar and footer.
    package struct Layout: Sendable {
        /// The header and the rows.
        package let table: Rect
        /// The comparison, its frame lines included; empty where there is no room for it.
        package let pane: Rect

        /// How many rows of the table can be seen.
        package var visibleRows: Int { max(0, table.rows - 1) }
    }

    /// A table of fewer lines shows no context; then the comparison gives way.
    package static let leastTableRows = 4

    /// - Parameters:
    ///   - rect: the room between bar and footer.
    ///   - paneRows: how many lines the person wants the comparison to have, its frame included; as many as suit it
    ///     without.
    package static func layout(in rect: Rect, paneRows: Int?) -> Layout {
        let suitable = rect.rows >= 17 ? ComparisonPane.fullRows : ComparisonPane.compactRows
        let most = max(0, rect.rows - leastTableRows)
        let wanted = paneRows.map { min($0, most) } ?? suitable
        let isShown = wanted >= ComparisonPane.compactRows && most >= wanted
        let parts = rect.splitBottom(isShown ? wanted : 0)
        return Layout(table: parts.rest, pane: parts.bottom)
    }

    /// What the table is drawn from.
    package struct Contents {
        /// What was fetched.
        package let list: ObservationList
        package let session: Session
        /// Whose view of it is shown.
        package let identity: Identity
        /// How points and lengths are written.
        package let notation: Notation
        /// The columns in their places.
        package let columns: TableLayout<ObservationColumn>
        /// The words that are lit where they stand.
        package let highlight: TextHighlight?
        /// What stands where the rows would be while there are none.
        package let notice: [StyledLine]
    }

    /// Draws the table and, where there is room, the comparison.
    package func draw(on surface: inout Surface, layout: Layout, _ contents: Contents) {
        let list = contents.list
        let source = ObservationRows(
            list,
            contents.columns.placed.map(\.id),
            as: contents.identity,
            contents.notation,
            marks: marks
        )
        drawTable(
            on: &surface,
            in: layout.table,
            layout: contents.columns,
            source: source,
            state: shown,
            isFocused: true,
            highlight: contents.highlight
        )
        if list.count == 0 {
            let room = layout.table.inset(left: 1, top: 2, right: 1)
            for (row, line) in contents.notice.prefix(room.rows).enumerated() {
                surface.write(line, in: room.line(row))
            }
        }
        guard !layout.pane.isEmpty else { return }
        ComparisonPane(
            entry: list.entry(at: shown.selected),
            session: contents.session,
            identity: contents.identity,
            contents.notation
        )
        .draw(on: &surface, in: layout.pane)
    }
}
