/// Where a table gets its rows from, a window at a time. The table never holds them.
///
/// A frame calls ``load(rows:)`` once with exactly the rows that it shows, and then ``cell(row:column:)``
/// once for each visible cell of them, row after row. A span a cell is all that a key press costs: no row
/// object, no dictionary.
package protocol TableRowSource<ColumnID> {
    /// The names of the columns.
    associatedtype ColumnID: Hashable & Sendable

    /// How many rows there are.
    var count: Int { get }

    /// Gets a window of rows ready; a source that reads from a store does it here, in one query.
    mutating func load(rows: Range<Int>)

    /// What a cell says; rows not fetched yet say so here, with a sign of the source's choice. The row is
    /// always inside the window that was loaded last.
    func cell(row: Int, column: ColumnID) -> Span

    /// Whether a row is marked; a sign before its first cell says so. Asked once for each row in view.
    func isMarked(row: Int) -> Bool
}

extension TableRowSource {
    /// Nothing to do for a source whose rows are at hand.
    package mutating func load(rows: Range<Int>) {}

    /// No row is, in a table without marks.
    package func isMarked(row: Int) -> Bool { false }
}
