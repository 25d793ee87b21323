internal import Coordinates
internal import INaturalist
package import TerminalUI

/// Words to go to the next row that has them, among all rows of the table. The store finds them.
extension BrowserState {
    /// What the prompt at the foot takes while a person types what to find.
    package struct FindPrompt: Sendable {
        /// What was typed.
        package var field = TextField()
        /// Where the cursor was, to go back to.
        package var start: TableState
        /// Whether Enter was pressed before the store had answered.
        package var isAccepted = false
    }

    nonisolated mutating func startFinding() -> [Effect] {
        prompt = .find(FindPrompt(start: table.position))
        return giveUpAction()
    }

    /// Asks the store for the rows that have what was typed so far.
    nonisolated mutating func search(_ find: FindPrompt) -> [Effect] {
        prompt = .find(find)
        let effects = forgetFound()
        let words = find.field.text
        guard words.contains(where: { !$0.isWhitespace }) else {
            table.position = find.start
            return effects + stopAtEnd()
        }
        return effects + look(for: words)
    }

    private nonisolated mutating func look(for words: String) -> [Effect] {
        guard let request = listRequest(isRefresh: false) else { return [] }
        return [start(.find(words, request, order: list.order), in: .find)]
    }

    /// The rows stand elsewhere now, so what was found is looked for anew.
    nonisolated mutating func findAnew() -> [Effect] {
        table.found = nil
        if case .find(let find) = prompt, find.field.text.contains(where: { !$0.isWhitespace }) {
            return look(for: find.field.text)
        }
        return pendingStep == nil ? cancel(.find) : look(for: table.lastSearch)
    }

    /// Drops what was found, and a step that waits for it.
    nonisolated mutating func forgetFound() -> [Effect] {
        table.found = nil
        pendingStep = nil
        return cancel(.find)
    }

    /// Takes the rows that have the words, and goes to the first after the start.
    nonisolated mutating func take(found rows: [Int32], of words: String) -> [Effect] {
        table.found = rows
        guard case .find(let find) = prompt else {
            guard let step = pendingStep else { return [] }
            pendingStep = nil
            return findAgain(forward: step)
        }
        guard find.field.text == words else { return [] }
        let effects = stopAtEnd()
        if let row = row(from: find.start.selected, forward: true) {
            table.position.moveTo(row, count: list.count, visible: tableLayout.visibleRows)
        } else {
            table.position = find.start
        }
        return effects + (find.isAccepted ? keepFinding() : [])
    }

    /// Enter: stays where the search has led, and keeps it for `n` and `N`.
    nonisolated mutating func keepFinding() -> [Effect] {
        guard case .find(var find) = prompt else { return [] }
        guard find.field.text.contains(where: { !$0.isWhitespace }) else {
            prompt = nil
            return []
        }
        guard let found = table.found else {
            find.isAccepted = true
            prompt = .find(find)
            return pending[.find] == nil ? look(for: find.field.text) : []
        }
        prompt = nil
        table.lastSearch = find.field.text
        return found.isEmpty ? tell(nothingFound, .warning) : []
    }

    nonisolated mutating func findAgain(forward: Bool) -> [Effect] {
        guard table.found != nil else {
            pendingStep = forward
            return look(for: table.lastSearch)
        }
        let selected = table.position.selected
        guard let row = row(from: selected + (forward ? 1 : -1), forward: forward) else {
            return tell(nothingFound, .warning)
        }
        let hasWrapped = forward ? row <= selected : row >= selected
        let effects = stopAtEnd()
        table.position.moveTo(row, count: list.count, visible: tableLayout.visibleRows)
        guard hasWrapped else { return effects }
        return effects + tell(forward ? "Went on from the first row." : "Went on from the last row.")
    }

    private nonisolated var nothingFound: String {
        let rows = NumberText.count(list.count)
        return list.isComplete || list.source.isOffline
            ? "None of the \(rows) rows has that."
            : "None of the \(rows) rows that are held has that. d fetches the others."
    }

    /// The nearest row found, round the end.
    private nonisolated func row(from start: Int, forward: Bool) -> Int? {
        guard let found = table.found, !found.isEmpty else { return nil }
        // The first that is not before the start.
        var range = found.indices
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            range =
                Int(found[middle]) < start ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        let index = range.lowerBound
        if forward { return Int(found[index < found.count ? index : 0]) }
        let isHit = index < found.count && Int(found[index]) == start
        return Int(found[isHit ? index : (index > 0 ? index - 1 : found.count - 1)])
    }
}
