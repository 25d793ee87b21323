/// A list to pick one thing from: in groups, and narrowed by what is typed above it.
///
/// The command palette, the help that can be searched and the menu of what can be copied are made of it. Everything
/// that moves takes the rectangle that it is drawn in, because that says how much is in view.
package struct PickList<ID: Hashable & Sendable>: Hashable, Sendable {
    /// All that there is to pick from.
    package let items: [PickItem<ID>]
    /// What the columns of the items need.
    let widths: PickWidths
    /// Whether there is a line to type into.
    package let isFiltering: Bool
    /// What is typed.
    private(set) var query: TextField
    /// Whether something was typed that the list does not follow yet.
    private var isStale = false
    /// The lines of the list as it is narrowed now.
    private(set) var rows: [Row]
    /// The lines of ``rows`` that are items.
    private(set) var itemRows: [Int]
    /// Which of ``itemRows`` is selected, from 0.
    var selection = 0
    /// The uppermost line in view, from 0.
    var top = 0

    /// - Parameters:
    ///   - items: In the order in which they are shown; a group's items come together under its heading.
    ///   - isFiltering: Whether there is a line to type into.
    ///   - hint: What stands in that line while nothing is typed.
    ///   - selected: Which item is selected first; the first one when nil or not there.
    package init(_ items: [PickItem<ID>], isFiltering: Bool = true, hint: String = "", selected: ID? = nil) {
        self.items = items
        widths = PickWidths(items)
        self.isFiltering = isFiltering
        query = TextField(hint: hint)
        rows = []
        itemRows = []
        arrange()
        select(selected)
    }

    /// The item that the keyboard is on; nil when nothing matches.
    package var selectedItem: PickItem<ID>? {
        guard itemRows.indices.contains(selection), case .item(let index, _, _) = rows[itemRows[selection]]
        else {
            return nil
        }
        return items[index]
    }

    /// Its name. It may be one that cannot be picked now: ``PickItem/disabledReason`` says why.
    package var selected: ID? { selectedItem?.id }

    /// How many items match what is typed.
    var matchCount: Int { itemRows.count }

    /// Takes a key or a paste for the line to type into; ``settle()`` does what follows from it, once for all keys that
    /// come at once.
    ///
    /// - Returns: Whether it was for that line. What moves in the list is to be asked first.
    package mutating func handle(_ event: InputEvent) -> Bool {
        guard isFiltering else { return false }
        let before = query.text
        guard query.handle(event) else { return false }
        if query.text != before { isStale = true }
        return true
    }

    /// Narrows the list to what was typed, and selects the best match.
    package mutating func settle() {
        guard isStale else { return }
        isStale = false
        refresh()
    }

    /// Empties the line to type into, as Escape does first.
    ///
    /// - Returns: Whether anything was typed.
    package mutating func clear() -> Bool {
        guard !query.text.isEmpty else { return false }
        query.text = ""
        isStale = false
        refresh()
        return true
    }

    /// Whether what is typed narrows the list.
    var isNarrowed: Bool { query.text.contains { !$0.isWhitespace } }

    private mutating func refresh() {
        let before = selected
        arrange()
        // Without a query nothing is best, so that what was found stays selected among all.
        select(isNarrowed ? nil : before)
    }

    private mutating func arrange() {
        rows = isNarrowed ? Self.found(query.text, in: items) : Self.grouped(items)
        itemRows = rows.indices.filter {
            if case .item = rows[$0] { true } else { false }
        }
        top = 0
    }

    /// The view is fitted when it is drawn or moved.
    private mutating func select(_ id: ID?) {
        selection = 0
        guard let id else { return }
        selection =
            itemRows.firstIndex { row in
                if case .item(let index, _, _) = rows[row] { items[index].id == id } else { false }
            } ?? 0
    }
}
