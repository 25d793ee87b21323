package import ObservationStore
package import TerminalUI

/// By which columns the rows are sorted. Every choice shows in the table at once; the screen stays until it is left.
package nonisolated struct SortScreen: Sendable {
    /// What there is to sort by.
    package let columns: [SortColumn]
    /// The order now, the first key first; empty is the newest first.
    package private(set) var sort: [SortKey]
    /// Which column the cursor is on, and which are in view.
    private var position = TableState()

    /// - Parameters:
    ///   - columns: what there is to sort by.
    ///   - sort: the order now.
    package init(_ columns: [SortColumn] = SortColumn.allCases, sort: [SortKey]) {
        self.columns = columns
        self.sort = sort
        position = TableState(selected: sort.first.flatMap { columns.firstIndex(of: $0.column) } ?? 0)
    }

    /// The column that the cursor is on.
    package var selectedColumn: SortColumn? {
        columns.indices.contains(position.selected) ? columns[position.selected] : nil
    }

    /// Moves the cursor.
    ///
    /// - Parameter rect: where the screen is drawn.
    package mutating func move(by rows: Int, in rect: Rect) {
        position.move(by: rows, count: columns.count, visible: Self.visibleRows(in: rect))
    }

    /// Sorts by the column under the cursor, or the other way round.
    ///
    /// - Returns: the order from now on.
    package mutating func accept() -> [SortKey]? { change(SortOrder.sorted) }

    /// Turns the direction of the column under the cursor round.
    package mutating func reverse() -> [SortKey]? { change(SortOrder.reversing) }

    /// Makes the column under the cursor a further key, or takes it out.
    package mutating func add() -> [SortKey]? { change(SortOrder.adding) }

    /// Back to the newest first.
    package mutating func clear() -> [SortKey]? {
        guard !sort.isEmpty else { return nil }
        sort = []
        return sort
    }

    /// Puts the cursor on the column in that line of the screen.
    package mutating func click(_ position: Position, in rect: Rect) -> Bool {
        let table = Self.table(in: rect)
        guard let row = self.position.row(at: position, in: table, count: columns.count) else { return false }
        self.position.moveTo(row, count: columns.count, visible: Self.visibleRows(in: rect))
        return true
    }

    /// - Parameter rect: the whole screen but the bar and the footer.
    package func draw(on surface: inout Surface, in rect: Rect) {
        let room = Self.room(in: rect)
        let table = Self.table(in: rect)
        let order = StyledLine([Span("Sorted by  ", .muted)] + words.spans)
        let lines = order.wrapped(to: room.columns, indent: 11)
        let above = table.top - room.top
        for (row, line) in (lines.count <= above ? lines : [order]).enumerated() {
            surface.write(line, in: room.line(row))
        }
        let layout = TableLayout(columns: Self.layout, width: TableLayout<Cell>.contentWidth(of: table))
        drawTable(
            on: &surface,
            in: table,
            layout: layout,
            source: Rows(columns: columns, sort: sort),
            state: position
        )
    }

    /// The order as a sentence's end: `taxon, A to Z; then observed, newest first`.
    private var words: StyledLine {
        guard !sort.isEmpty else { return StyledLine("id, newest first, as the server gives them") }
        let keys = sort.map {
            "\($0.column.title.lowercased()), \($0.column.direction(descending: $0.descending))"
        }
        return StyledLine(keys.joined(separator: "; then "))
    }

    private mutating func change(_ body: (SortColumn, [SortKey]) -> [SortKey]) -> [SortKey]? {
        guard let column = selectedColumn else { return nil }
        sort = body(column, sort)
        return sort
    }

    private static func room(in rect: Rect) -> Rect {
        rect.inset(left: 1, top: rect.rows > 14 ? 1 : 0, right: 1)
    }

    private static func table(in rect: Rect) -> Rect {
        room(in: rect).splitTop(rect.rows > 14 ? 3 : 1).rest
    }

    private static func visibleRows(in rect: Rect) -> Int { TableState.visibleRows(in: table(in: rect)) }

    private enum Cell: Hashable, Sendable { case key, column, direction }

    private static let layout: [TableColumn<Cell>] = [
        TableColumn(id: .key, title: "Key", minimum: 6, ideal: 6, priority: 1),
        TableColumn(id: .column, title: "Column", minimum: 16, ideal: 18, priority: 0),
        TableColumn(id: .direction, title: "Direction", minimum: 12, ideal: 24, priority: 2),
    ]

    private struct Rows: TableRowSource {
        let columns: [SortColumn]
        let sort: [SortKey]

        var count: Int { columns.count }

        func cell(row: Int, column: Cell) -> Span {
            let place = sort.firstIndex { $0.column == columns[row] }
            switch column {
            case .key:
                return Span(place.map { ordinal($0) + (sort[$0].descending ? " ▼" : " ▲") } ?? "", .key)
            case .column: return Span(columns[row].title, place == nil ? .text : .heading)
            case .direction:
                let descending = place.map { sort[$0].descending } ?? columns[row].beginsDescending
                return Span(columns[row].direction(descending: descending), place == nil ? .muted : .text)
            }
        }

        private func ordinal(_ index: Int) -> String {
            switch index {
            case 0: "1st"
            case 1: "2nd"
            case 2: "3rd"
            default: "\(index + 1)th"
            }
        }
    }
}
