internal import INaturalist
internal import TerminalUI

extension BrowserState {
    nonisolated mutating func startFinding() -> [Effect] {
        find = FindPrompt(start: table.position)
        return []
    }

    /// To the first row after the start that has what was typed so far.
    nonisolated mutating func searchFromStart() {
        guard let find else { return }
        table.position = find.start
        guard !find.field.text.isEmpty else { return }
        if let row = row(with: find.field.text, from: find.start.selected, step: 1) {
            table.position.moveTo(row, count: list.count, visible: tableLayout.visibleRows)
        }
    }

    /// Enter: stays where the search has led, and keeps it for `n` and `N`.
    nonisolated mutating func keepFinding() -> [Effect] {
        guard let find else { return [] }
        self.find = nil
        guard !find.field.text.isEmpty else { return [] }
        table.lastSearch = find.field.text
        if row(with: table.lastSearch, from: find.start.selected, step: 1) == nil {
            table.position = find.start
            return tell(nothingFound, .warning)
        }
        return []
    }

    nonisolated mutating func findAgain(forward: Bool) -> [Effect] {
        guard !table.lastSearch.isEmpty else { return tell("Nothing was looked for yet: press /.") }
        let step = forward ? 1 : -1
        let start = table.position.selected + step
        guard let row = row(with: table.lastSearch, from: start, step: step) else {
            return tell(nothingFound, .warning)
        }
        let hasWrapped = forward ? row < start : row > start
        table.position.moveTo(row, count: list.count, visible: tableLayout.visibleRows)
        return hasWrapped ? tell(forward ? "Went on from the first row." : "Went on from the last row.") : []
    }

    private nonisolated var nothingFound: String {
        let rows = NumberText.count(list.count)
        return list.isComplete
            ? "None of the \(rows) rows has that."
            : "None of the \(rows) rows fetched so far has that. End fetches all."
    }

    /// The nearest row that has the text, round the end.
    private nonisolated func row(with text: String, from start: Int, step: Int) -> Int? {
        let count = list.count
        guard count > 0 else { return nil }
        let wanted = text.lowercased()
        for offset in 0..<count {
            let row = ((start + offset * step) % count + count) % count
            if Self.searchable(list.entries[row], as: session.identity).contains(where: {
                $0.lowercased().contains(wanted)
            }) {
                return row
            }
        }
        return nil
    }

    private nonisolated static func searchable(
        _ entry: ObservationList.Entry,
        as identity: Identity
    ) -> [String] {
        let observation = entry.observation
        var texts = [
            String(observation.id), observation.taxon?.name, observation.taxon?.commonName,
            observation.speciesGuess,
            observation.observer?.login, observation.publicFace.place, observation.displayDate,
        ].compactMap(\.self)
        if entry.askedAs == identity, case .disclosed(let face) = observation.disclosure,
            let place = face.place
        {
            texts.append(place)
        }
        return texts
    }
}
