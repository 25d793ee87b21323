internal import Coordinates
internal import TerminalUI

/// How the table looks: its columns, how points and lengths are written, and the split.
extension BrowserState {
    /// The columns in their places.
    nonisolated var tableColumns: TableLayout<ObservationColumn> {
        preferences.columns.placed(
            for: list,
            preferences.notation,
            first: table.firstColumn,
            // One column for the margin, one for the scrollbar and one before it.
            width: tableLayout.table.columns - 3
        )
    }

    /// Scrolls the columns to the right or to the left.
    nonisolated mutating func scrollColumns(by step: Int) -> [Effect] {
        let layout = tableColumns
        guard layout.hiddenRight > 0 || table.firstColumn > 0 else {
            return tell("All columns that are chosen are in view. C chooses others.")
        }
        table.firstColumn = max(0, table.firstColumn + step)
        clampColumns()
        return []
    }

    /// To the first column, or to the last.
    nonisolated mutating func scrollColumns(toEnd: Bool) -> [Effect] {
        guard toEnd else {
            table.firstColumn = 0
            return []
        }
        guard tableColumns.hiddenRight > 0 else { return [] }
        table.firstColumn = preferences.columns.columns.count
        clampColumns()
        return []
    }

    private nonisolated mutating func clampColumns() {
        guard table.firstColumn > 0 else { return }
        let limit = tableColumns.firstLimit + (preferences.columns.isStandard ? 1 : 0)
        table.firstColumn = min(table.firstColumn, limit)
    }

    nonisolated mutating func showColumns() -> [Effect] {
        push(
            .columns(
                ColumnsScreen(
                    preferences.columns,
                    preferences.notation,
                    configured: setting.configured.columns
                )
            )
        )
    }

    /// Does something on the screen of columns; the table follows at once.
    nonisolated mutating func changeColumns(_ change: (inout ColumnsScreen) -> Void) -> [Effect] {
        guard case .columns(var screen) = screens.last else { return [] }
        change(&screen)
        screens[screens.count - 1] = .columns(screen)
        preferences.columns = screen.layout
        table.firstColumn = 0
        return []
    }

    /// Writes points in the next way.
    nonisolated mutating func turnCoordinates() -> [Effect] {
        preferences.coordinates = preferences.coordinates.next
        return tell("Points are written as \(preferences.coordinates.title).")
    }

    /// Tells lengths in the other unit.
    nonisolated mutating func turnUnits() -> [Effect] {
        preferences.units = preferences.units.next
        return tell("Lengths are told in \(preferences.units.title).")
    }

    // MARK: - The split

    /// Makes the comparison larger or smaller; below its least height it is hidden.
    nonisolated mutating func resizePane(by rows: Int) -> [Effect] {
        let now = tableLayout.pane.rows
        let target = now + rows
        if rows < 0, target < ComparisonPane.compactRows {
            paneRows = 0
            return now == 0 ? tell("The comparison is hidden already; + brings it back.") : []
        }
        return setPane(rows: now == 0 ? ComparisonPane.compactRows : target)
    }

    /// Gives the comparison a height, as far as there is room.
    nonisolated mutating func setPane(rows: Int) -> [Effect] {
        let most = body.rows - TableScreen.leastTableRows
        guard most >= ComparisonPane.compactRows else {
            return tell("There is no room for the comparison. Enter opens the observation.")
        }
        paneRows = rows < ComparisonPane.compactRows ? 0 : min(rows, most)
        return []
    }
}
