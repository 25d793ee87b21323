package import TerminalUI

/// Which columns the table shows, in which order, how wide. Every choice shows in the table at once.
package nonisolated struct ColumnsScreen: Sendable {
    /// The columns as they are now.
    package private(set) var layout: ColumnLayout
    private let notation: Notation
    private let configured: ColumnLayout
    /// Which column the cursor is on, and which are in view.
    private var position = TableState()

    /// - Parameters:
    ///   - layout: the columns as they are now.
    ///   - notation: how points are written, which decides how wide their columns are.
    ///   - configured: the columns as the configuration has them, to which they can be brought back.
    package init(_ layout: ColumnLayout, _ notation: Notation, configured: ColumnLayout = .standard) {
        self.configured = configured
        self.layout = layout
        self.notation = notation
    }

    /// The column that the cursor is on.
    package var selected: ColumnLayout.Column { layout.columns[position.selected] }

    /// Moves the cursor.
    ///
    /// - Parameter rect: where the screen is drawn.
    package mutating func move(by rows: Int, in rect: Rect) {
        position.move(by: rows, count: layout.columns.count, visible: Self.visibleRows(in: rect))
    }

    /// Shows the column under the cursor, or hides it; the last one stays.
    package mutating func toggle() {
        let selected = selected
        guard !selected.isShown || layout.shown.count > 1 else { return }
        layout.change(selected.id) { $0.isShown.toggle() }
    }

    /// Makes the column under the cursor wider or narrower.
    package mutating func widen(by columns: Int) {
        let width = width(of: selected)
        layout.change(selected.id) { $0.width = width + columns }
    }

    /// Moves the column under the cursor; the cursor goes with it.
    package mutating func moveColumn(by places: Int, in rect: Rect) {
        layout.move(selected.id, by: places)
        move(by: places, in: rect)
    }

    /// Has the column under the cursor, and those before it, stay while the others are scrolled; where it is the last
    /// of these already, none stays.
    package mutating func freeze() {
        let place = layout.columns[...position.selected].count(where: \.isShown)
        layout.frozen = layout.frozen == place ? 0 : place
    }

    /// All columns as they were at first.
    package mutating func reset() { layout = configured }

    /// Puts the cursor on the column in that line of the screen.
    package mutating func click(_ position: Position, in rect: Rect) -> Bool {
        let table = Self.table(in: rect)
        guard let row = self.position.row(at: position, in: table, count: layout.columns.count) else {
            return false
        }
        self.position.moveTo(row, count: layout.columns.count, visible: Self.visibleRows(in: rect))
        return true
    }

    /// - Parameter rect: the whole screen but the bar and the footer.
    package func draw(on surface: inout Surface, in rect: Rect) {
        let table = Self.table(in: rect)
        if table.top > rect.top {
            let words: StyledLine = [
                Span("Columns of the table, from left to right.", .muted),
                Span("  \(layout.shown.count) of \(layout.columns.count) shown"),
            ]
            surface.write(words, in: rect.inset(left: 1, top: 1, right: 1).line(0))
        }
        drawTable(
            on: &surface,
            in: table,
            layout: TableLayout(columns: Self.cells, width: TableLayout<Cell>.contentWidth(of: table)),
            source: Rows(screen: self),
            state: position
        )
    }

    private func width(of column: ColumnLayout.Column) -> Int {
        column.width ?? column.id.specification(notation).ideal
    }

    private static func table(in rect: Rect) -> Rect {
        rect.inset(left: 1, top: rect.rows > 14 ? 3 : 0, right: 1)
    }

    private static func visibleRows(in rect: Rect) -> Int { TableState.visibleRows(in: table(in: rect)) }

    private enum Cell: Hashable, Sendable { case isShown, column, width, stays }

    private static let cells: [TableColumn<Cell>] = [
        TableColumn(id: .isShown, title: "Shown", minimum: 6, ideal: 6, priority: 1),
        TableColumn(id: .column, title: "Column", minimum: 16, ideal: 18, priority: 0),
        TableColumn(id: .width, title: "Width", minimum: 9, ideal: 9, priority: 2, alignment: .trailing),
        TableColumn(id: .stays, title: "", minimum: 12, ideal: 24, priority: 3),
    ]

    private struct Rows: TableRowSource {
        let screen: ColumnsScreen

        var count: Int { screen.layout.columns.count }

        func cell(row: Int, column: Cell) -> Span {
            let wanted = screen.layout.columns[row]
            let role: Role = wanted.isShown ? .text : .muted
            switch column {
            case .isShown: return Span(wanted.isShown ? "[x]" : "[ ]", role)
            case .column: return Span(wanted.id.sortColumn.title, wanted.isShown ? .heading : .muted)
            case .width:
                let width = "\(screen.width(of: wanted))"
                return Span(wanted.width == nil ? "about " + width : width, role)
            case .stays:
                let place = screen.layout.columns[...row].count(where: \.isShown)
                let stays = wanted.isShown && place <= screen.layout.frozen
                return Span(stays ? "stays at the left" : "", .key)
            }
        }
    }
}
