package import INaturalist
package import TerminalUI

/// The rows of a list as the table asks for them: a window at a time, formatted when they are drawn.
package nonisolated struct ObservationRows: TableRowSource {
    private let list: ObservationList
    private let identity: Identity

    /// - Parameter identity: who is asking now.
    package init(_ list: ObservationList, as identity: Identity) {
        self.list = list
        self.identity = identity
    }

    /// How many rows can be shown.
    package var count: Int { list.count }

    /// What a cell says.
    package func cell(row: Int, column: ObservationColumn) -> Span {
        column.span(for: list.entries[row], as: identity)
    }
}
