package import ObservationStore

/// What the person does to the order of the rows, as functions from one order to the next.
package nonisolated enum SortOrder {
    /// By that column alone. Where the rows are sorted by it already, the other way round.
    ///
    /// This is what a click on a heading does, and Enter on the screen of columns.
    package static func sorted(by column: SortColumn, from sort: [SortKey]) -> [SortKey] {
        if let first = sort.first, first.column == column, sort.count == 1 { return [reversed(first)] }
        return [
            SortKey(
                column: column,
                descending: sort.first { $0.column == column }?.descending ?? column.beginsDescending
            )
        ]
    }

    /// With that column as a further key, after those there are; without it where it is one already.
    package static func adding(_ column: SortColumn, to sort: [SortKey]) -> [SortKey] {
        let rest = sort.filter { $0.column != column }
        return rest.count < sort.count
            ? rest : sort + [SortKey(column: column, descending: column.beginsDescending)]
    }

    /// The same with that column's direction turned round; by that column alone where it is no key.
    package static func reversing(_ column: SortColumn, in sort: [SortKey]) -> [SortKey] {
        guard sort.contains(where: { $0.column == column }) else { return sorted(by: column, from: sort) }
        return sort.map { $0.column == column ? reversed($0) : $0 }
    }

    private static func reversed(_ key: SortKey) -> SortKey {
        SortKey(column: key.column, descending: !key.descending)
    }
}
