extension PickList {
    /// Where the parts of the list stand.
    struct Layout {
        /// The line to type into; empty when there is none.
        var field: Rect
        /// Headings and items; the last column belongs to the scrollbar.
        var list: Rect
        /// A line across, and below it the whole help of the selected item; empty when every help fits on its line.
        var help: Rect
        /// The columns of the titles, of what they do (0 leaves it out), and of the keys.
        var title: Int
        var detail: Int
        var trailing: Int
    }

    /// Blanks before a title: a margin, the pointer, and one between them.
    static var indent: Int { 3 }
    /// Blanks between two columns.
    static var gap: Int { 2 }

    /// The same for all that can be typed, so that nothing jumps while one types.
    func layout(in rect: Rect) -> Layout {
        var rest = rect
        var field = Rect(column: rect.left, row: rect.top, columns: rect.columns, rows: 0)
        if isFiltering {
            (field, rest) = rect.splitTop(1)
            if rect.rows >= 12 { rest = rest.splitTop(1).rest }
        }
        var layout = Layout(
            field: field,
            list: rest,
            help: rest.splitBottom(0).bottom,
            title: 0,
            detail: 0,
            trailing: 0
        )
        placeColumns(&layout)
        let needsHelp = widths.hasReasons || widths.explanation > layout.detail
        if needsHelp, rect.rows >= 9 { (layout.list, layout.help) = rest.splitBottom(3) }
        return layout
    }

    /// Whether the line of an item shows only a part of what it does.
    func isCut(_ item: PickItem<ID>, in layout: Layout) -> Bool {
        TerminalText.columns(item.explanation) > layout.detail
    }

    private func placeColumns(_ layout: inout Layout) {
        // A blank before the scrollbar, and the scrollbar.
        let room = max(0, layout.list.columns - Self.indent - 2)
        layout.trailing = min(widths.trailing, room / 4)
        let left = room - (layout.trailing > 0 ? layout.trailing + Self.gap : 0)
        layout.title = min(widths.title, max(room * 2 / 5, 16), max(0, left))
        // Keys stand close to what they do, not at the far edge of a very wide screen.
        layout.detail = min(widths.explanation, left - layout.title - Self.gap)
        if layout.detail < 10 {
            layout.detail = 0
            layout.title = max(0, min(widths.title, left))
        }
    }
}

/// What the columns of a list need, worked out when it takes its items and not for each key.
struct PickWidths: Hashable, Sendable {
    private(set) var title = 0
    private(set) var explanation = 0
    private(set) var trailing = 0
    /// Whether any item cannot be picked.
    private(set) var hasReasons = false

    init<ID>(_ items: [PickItem<ID>]) {
        for item in items {
            title = max(title, TerminalText.columns(item.title))
            explanation = max(explanation, TerminalText.columns(item.explanation))
            trailing = max(trailing, TerminalText.columns(item.trailing))
            hasReasons = hasReasons || item.disabledReason != nil
        }
    }
}
