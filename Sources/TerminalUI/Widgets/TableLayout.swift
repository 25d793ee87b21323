/// The columns of a table placed in a width.
///
/// All columns get their minimum or are left out, the lowest priority first; what remains goes to the ideal
/// widths, and then to the columns that grow, by their shares. The last column that stays is shown however
/// narrow it is. The other way is ``init(scrolling:frozen:first:width:gap:)``, which leaves none out.
package struct TableLayout<ID: Hashable & Sendable>: Sendable {
    /// A column and where it stands.
    package struct Placed: Sendable {
        /// Its name for the source of the rows.
        package let id: ID
        /// The column itself.
        package let column: TableColumn<ID>
        /// Columns from the left edge of the layout, from 0.
        package let left: Int
        /// How wide it is.
        package let columns: Int
    }

    /// The columns that have room, from left to right.
    package let placed: [Placed]
    /// The width that it was made for.
    package let width: Int
    /// How many columns stay at the left while the others scroll.
    package let frozen: Int
    /// How many columns are scrolled out of view at the left, behind the frozen ones.
    package let hiddenLeft: Int
    /// How many columns are out of view at the right; one that is cut at the edge counts too.
    package let hiddenRight: Int
    /// How many columns can be scrolled out of view at the left before the last one is whole in view.
    package let firstLimit: Int

    /// Columns that are placed already.
    init(
        placed: [Placed],
        width: Int,
        frozen: Int = 0,
        hiddenLeft: Int = 0,
        hiddenRight: Int = 0,
        firstLimit: Int = 0
    ) {
        self.placed = placed
        self.width = width
        self.frozen = frozen
        self.hiddenLeft = hiddenLeft
        self.hiddenRight = hiddenRight
        self.firstLimit = firstLimit
    }

    /// Columns that are all in view, or left out when there is no room for them.
    ///
    /// - Parameters:
    ///   - columns: From left to right, as they would stand in enough room.
    ///   - width: Columns of the screen; ``contentWidth(of:)`` of the table's rectangle.
    ///   - gap: Blanks between two columns.
    ///   - tellsOfHidden: Whether ``hiddenRight`` counts the columns that were left out, because others can be scrolled
    ///     to.
    package init(columns: [TableColumn<ID>], width: Int, gap: Int = 2, tellsOfHidden: Bool = false) {
        let width = max(0, width)
        let gap = max(0, gap)
        var kept = columns.indices.sorted { left, right in
            (columns[left].priority, left) < (columns[right].priority, right)
        }
        func need() -> Int {
            kept.reduce(gap * max(0, kept.count - 1)) { $0 + columns[$1].minimum }
        }
        while kept.count > 1, need() > width {
            kept.removeLast()
        }
        guard !kept.isEmpty, width > 0 else {
            self.init(placed: [], width: width)
            return
        }
        kept.sort()
        let room = width - gap * (kept.count - 1)
        let widths = Self.widths(kept.map { columns[$0] }, room: room)
        var left = 0
        var placed: [Placed] = []
        for (index, own) in zip(kept, widths) {
            placed.append(Placed(id: columns[index].id, column: columns[index], left: left, columns: own))
            left += own + gap
        }
        self.init(
            placed: placed,
            width: width,
            hiddenRight: tellsOfHidden ? columns.count - placed.count : 0
        )
    }

    /// The width that a layout needs for a table in a rectangle: a blank stays before the first column, and
    /// the last column belongs to the scrollbar.
    package static func contentWidth(of rect: Rect) -> Int {
        max(0, rect.columns - 2)
    }

    /// The column at a place, for clicks on the header.
    ///
    /// - Parameter offset: Columns from the left edge of the table's rectangle.
    /// - Returns: Its name; nil in a gap.
    package func column(at offset: Int) -> ID? {
        let offset = offset - 1
        return placed.first { offset >= $0.left && offset < $0.left + $0.columns }?.id
    }

    /// Shares the room out among columns whose minimums fit, or to a single one.
    private static func widths(_ columns: [TableColumn<ID>], room: Int) -> [Int] {
        if columns.count == 1, columns[0].minimum > room { return [room] }
        // A generic key path is looked up anew each time, which took as long as drawing the comparison.
        var widths = columns.map { $0.minimum }
        var rest = room - widths.reduce(0, +)
        // In the order of priority, so that what stays longest is also first to be read in full.
        for index in columns.indices.sorted(by: { columns[$0].priority < columns[$1].priority }) {
            let more = min(rest, columns[index].ideal - widths[index])
            widths[index] += more
            rest -= more
        }
        var shares = columns.reduce(0) { $0 + $1.growth }
        for index in columns.indices where columns[index].growth > 0 && rest > 0 {
            let more = rest * columns[index].growth / shares
            widths[index] += more
            rest -= more
            shares -= columns[index].growth
        }
        return widths
    }
}
