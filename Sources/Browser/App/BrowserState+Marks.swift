internal import Coordinates
internal import INaturalist
internal import TerminalUI

/// Marks on rows, and going to a row.
extension BrowserState {
    /// Space: marks the row under the cursor, or takes its mark away, and goes on to the next.
    nonisolated mutating func markRow() -> [Effect] {
        guard let id = id(at: table.position) else { return tell("There is no row to mark.") }
        guard let count, count > 1 else {
            table.marks.toggle(id)
            return perform(.moveDown)
        }
        let first = table.position.selected
        table.marks.insert(list.ids(in: first..<first + count).map { Int32(clamping: $0) })
        return perform(.moveDown) + tellMarks()
    }

    /// `v`: begins a range; again marks all from there to the cursor.
    nonisolated mutating func markRange() -> [Effect] {
        guard let id = id(at: table.position) else { return tell("There is no row to mark.") }
        guard let start = table.rangeStart, let first = list.row(of: start) else {
            table.rangeStart = id
            table.marks.insert([Int32(clamping: id)])
            return tell("A range begins here: move, then v again. Esc gives it up.")
        }
        table.rangeStart = nil
        let row = table.position.selected
        let rows = list.ids(in: min(first, row)..<max(first, row) + 1)
        table.marks.insert(rows.map { Int32(clamping: $0) })
        return tellMarks()
    }

    nonisolated mutating func markAll() -> [Effect] {
        guard list.isOrdered else { return tell("The rows are still being put in order.") }
        table.marks.insert(list.order)
        return tellMarks()
    }

    nonisolated mutating func invertMarks() -> [Effect] {
        guard list.isOrdered else { return tell("The rows are still being put in order.") }
        table.marks.invert(in: list.order)
        return tellMarks()
    }

    nonisolated mutating func unmark() -> [Effect] {
        table.marks = Marks()
        table.rangeStart = nil
        return tell("No row is marked any more.")
    }

    private nonisolated mutating func tellMarks() -> [Effect] {
        let count = table.marks.count
        return tell(count == 1 ? "1 row is marked." : "\(NumberText.count(count)) rows are marked.")
    }

    // MARK: - Going to a row

    /// `#`: to the observation whose id was typed before it, or asks for one.
    nonisolated mutating func startGoingTo() -> [Effect] {
        if let count { return go(to: count) }
        prompt = .goTo(GoToPrompt())
        return giveUpAction()
    }

    /// Goes to the row of an observation, or opens it where the list does not have it.
    nonisolated mutating func go(to id: Int) -> [Effect] {
        guard let row = list.row(of: id) else {
            guard list.isOrdered else { return tell("The rows are still being put in order.") }
            let effects = push(.detail(DetailScreen(id: id)))
            return effects
                + tell("Observation \(id) is not among the rows of the table; here it is by itself.")
        }
        let effects = stopAtEnd()
        table.position.moveTo(row, count: list.count, visible: tableLayout.visibleRows)
        return effects
    }

    /// A digit that is no command: a part of the number before one.
    nonisolated mutating func typeCount(_ digit: Int) {
        let number = (count ?? 0) * 10 + digit
        guard number > 0, number <= Int(Int32.max) else { return }
        count = number
        message = Message("\(number)   G goes to that row, # to that id; j and k go so many rows.", .muted)
    }
}
