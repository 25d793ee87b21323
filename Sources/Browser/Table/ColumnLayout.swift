/// Which columns the table shows, in which order, how wide, and which of them stay while the others are scrolled.
package nonisolated struct ColumnLayout: Sendable, Hashable {
    /// A column as the person wants it.
    package struct Column: Sendable, Hashable {
        /// Which.
        package var id: ObservationColumn
        /// Whether it is shown.
        package var isShown: Bool
        /// How wide, in columns of the screen; nothing is as wide as suits it.
        package var width: Int?

        package init(_ id: ObservationColumn, isShown: Bool = true, width: Int? = nil) {
            self.id = id
            self.isShown = isShown
            self.width = width
        }
    }

    /// A width that a column can be given, in columns of the screen.
    package static let widths = 3...80

    /// All columns in their order, the hidden ones too.
    package private(set) var columns: [Column]
    /// How many of the columns shown, from the left, stay where they are while the others are scrolled.
    package var frozen: Int

    /// - Parameters:
    ///   - columns: in their order; those that are missing are hidden and come last.
    ///   - frozen: how many of those shown stay.
    package init(_ columns: [Column], frozen: Int = 1) {
        var seen: Set<ObservationColumn> = []
        self.columns = columns.filter { seen.insert($0.id).inserted }
        self.columns += ObservationColumn.allCases.filter { !seen.contains($0) }.map {
            Column($0, isShown: false)
        }
        self.frozen = max(0, frozen)
    }

    /// As it is for who has not changed anything.
    package static let standard = ColumnLayout(
        ObservationColumn.allCases.map { Column($0, isShown: $0.isShownFirst) }
    )

    /// Whether nothing was chosen yet.
    package var isStandard: Bool { columns == Self.standard.columns }

    /// Those that are shown, from left to right.
    package var shown: [Column] { columns.filter(\.isShown) }

    /// Changes one column.
    package mutating func change(_ id: ObservationColumn, _ body: (inout Column) -> Void) {
        guard let index = columns.firstIndex(where: { $0.id == id }) else { return }
        body(&columns[index])
        if let width = columns[index].width {
            columns[index].width = max(Self.widths.lowerBound, min(width, Self.widths.upperBound))
        }
    }

    /// Moves one column by so many places; it stops at either end.
    package mutating func move(_ id: ObservationColumn, by places: Int) {
        guard let index = columns.firstIndex(where: { $0.id == id }) else { return }
        let column = columns.remove(at: index)
        columns.insert(column, at: max(0, min(columns.count, index + places)))
    }
}
