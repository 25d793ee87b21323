package import INaturalist
package import TerminalUI

/// The rows of a list as the table asks for them: a window at a time, formatted when they are drawn.
package nonisolated struct ObservationRows: TableRowSource {
    private let list: ObservationList
    private let identity: Identity
    private let columns: [ObservationColumn]
    private let notation: Notation
    private let marks: Marks
    private var first = 0
    private var cells: [Span] = []

    /// - Parameters:
    ///   - columns: those that are drawn.
    ///   - identity: who is asking now.
    ///   - notation: how points and lengths are written.
    ///   - marks: which observations are marked.
    package init(
        _ list: ObservationList,
        _ columns: [ObservationColumn],
        as identity: Identity,
        _ notation: Notation,
        marks: Marks
    ) {
        self.notation = notation
        self.marks = marks
        self.list = list
        self.columns = columns
        self.identity = identity
    }

    /// How many rows can be shown.
    package var count: Int { list.count }

    /// Formats the rows of a window, each in one go: taking an observation out of the list once a cell would cost
    /// more than its words.
    package mutating func load(rows: Range<Int>) {
        first = rows.lowerBound
        cells.removeAll(keepingCapacity: true)
        cells.reserveCapacity(rows.count * columns.count)
        for row in rows {
            let entry = list.entry(at: row)
            for column in columns {
                cells.append(entry.map { column.span(for: $0, as: identity, notation) } ?? Span("…", .muted))
            }
        }
    }

    /// What a cell of the window says.
    package func cell(row: Int, column: ObservationColumn) -> Span {
        let place = columns.firstIndex(of: column) ?? 0
        return cells[(row - first) * columns.count + place]
    }

    /// Whether the row is marked.
    package func isMarked(row: Int) -> Bool {
        guard !marks.isEmpty, let id = list.id(at: row) else { return false }
        return marks.contains(id)
    }
}
