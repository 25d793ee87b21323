package import INaturalist
package import TerminalUI

/// The table of observations with the comparison of the selected one below it.
package nonisolated struct TableScreen: Sendable {
    /// Which row is selected, and which is the uppermost shown.
    package var position = TableState()
    /// The last position whose rows were all at hand: what is drawn until those of ``position`` are.
    package var shown = TableState()
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

    /// - Parameter rect: the room between bar and footer.
    package static func layout(in rect: Rect) -> Layout {
        let wanted = rect.rows >= 17 ? ComparisonPane.fullRows : ComparisonPane.compactRows
        // A table of fewer than three rows shows no context; then the comparison gives way.
        let parts = rect.splitBottom(rect.rows - 4 >= wanted ? wanted : 0)
        return Layout(table: parts.rest, pane: parts.bottom)
    }

    /// - Parameters:
    ///   - list: what was fetched.
    ///   - identity: whose view of it is shown.
    ///   - notice: what stands where the rows would be while there are none.
    package func draw(
        on surface: inout Surface,
        in rect: Rect,
        list: ObservationList,
        session: Session,
        identity: Identity,
        notice: [StyledLine]
    ) {
        let layout = Self.layout(in: rect)
        // One column for the margin, one for the scrollbar and one before it.
        let width = layout.table.columns - 3
        let columns = TableLayout(
            columns: ObservationColumn.columns(for: list.source).map {
                $0.specification(in: list.narrowing.sort)
            },
            width: width,
            gap: width < 128 ? 1 : 2
        )
        drawTable(
            on: &surface,
            in: layout.table,
            layout: columns,
            source: ObservationRows(list, columns.placed.map(\.id), as: identity),
            state: shown,
            isFocused: true
        )
        if list.count == 0 {
            let room = layout.table.inset(left: 1, top: 2, right: 1)
            for (row, line) in notice.prefix(room.rows).enumerated() {
                surface.write(line, in: room.line(row))
            }
        }
        guard !layout.pane.isEmpty else { return }
        ComparisonPane(entry: list.entry(at: shown.selected), session: session, identity: identity).draw(
            on: &surface,
            in: layout.pane
        )
    }
}
