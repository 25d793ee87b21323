extension TableLayout {
    /// Columns of their own widths that scroll sideways: the frozen ones stay at the left, and of the others as many
    /// follow as fit.
    ///
    /// Each column is as wide as its ideal, but never wider than the part that scrolls. When all fit, nothing is
    /// scrolled, and the room that is left goes to the columns that grow.
    ///
    /// - Parameters:
    ///   - columns: From left to right.
    ///   - frozen: How many stay at the left. Fewer do when they would take more than half of the width.
    ///   - first: How many of the others are scrolled out of view; never more than ``firstLimit`` are.
    ///   - width: Columns of the screen; ``contentWidth(of:)`` of the table's rectangle.
    ///   - gap: Blanks between two columns.
    package init(
        scrolling columns: [TableColumn<ID>],
        frozen: Int,
        first: Int,
        width: Int,
        gap: Int = 2
    ) {
        let gap = max(0, gap)
        let needed = columns.reduce(gap * max(0, columns.count - 1)) { $0 + $1.ideal }
        guard width > 0, needed > width else {
            self.init(columns: columns, width: width, gap: gap)
            return
        }
        var frozen = max(0, min(frozen, columns.count - 1))
        func frozenWidth() -> Int { columns[..<frozen].reduce(0) { $0 + $1.ideal + gap } }
        while frozen > 0, frozenWidth() > width / 2 { frozen -= 1 }

        let start = frozenWidth()
        let room = width - start
        let others = columns[frozen...]
        let firstLimit = Self.firstLimit(others.map { min($0.ideal, room) }, room: room, gap: gap)
        let hiddenLeft = max(0, min(first, firstLimit))

        var placed: [Placed] = []
        var left = 0
        for column in columns[..<frozen] {
            placed.append(Placed(id: column.id, column: column, left: left, columns: column.ideal))
            left += column.ideal + gap
        }
        var hiddenRight = others.count - hiddenLeft
        for column in others.dropFirst(hiddenLeft) {
            let wanted = min(column.ideal, room)
            let columns = min(wanted, width - left)
            let isCut = columns < wanted
            if isCut, columns < Self.leastOfCut { break }
            placed.append(Placed(id: column.id, column: column, left: left, columns: columns))
            if isCut { break }
            left += columns + gap
            hiddenRight -= 1
        }
        self.init(
            placed: placed,
            width: width,
            frozen: frozen,
            hiddenLeft: hiddenLeft,
            hiddenRight: hiddenRight,
            firstLimit: firstLimit
        )
    }

    /// The columns of the screen without which a column that is cut at the edge is not shown at all.
    private static var leastOfCut: Int { 4 }

    /// The fewest columns that must be out of view at the left for the last one to be whole in view.
    private static func firstLimit(_ widths: [Int], room: Int, gap: Int) -> Int {
        var free = room
        var first = widths.count
        while first > 0, widths[first - 1] <= free {
            free -= widths[first - 1] + gap
            first -= 1
        }
        return first
    }
}
