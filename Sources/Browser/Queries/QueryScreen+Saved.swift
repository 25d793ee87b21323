internal import INaturalist
internal import TerminalUI

nonisolated extension QueryScreen {
    /// Shows the saved queries, to choose from.
    package mutating func showSaved() {
        settle()
        offer(.nothing)
        let names = saved.queries.map(\.name)
        pane = .saved(selected: savedName.flatMap(names.firstIndex(of:)) ?? 0, isConfirming: false)
    }

    /// Asks for a name to save the query under, unless there is something wrong with it.
    package mutating func beginSaving() {
        settle()
        offer(.nothing)
        guard !findProblem() else { return }
        pane = .form
        guard !query.text.isEmpty else {
            remark = Span("There is nothing to save yet: fill in a field first.", .failure)
            return
        }
        pane = .naming(TextField(text: savedName ?? "", hint: "a name of your own"), problem: nil)
    }

    /// The saved query that the cursor is on.
    var selectedQuery: SavedQueries.Query? {
        guard case .saved(let selected, _) = pane, saved.queries.indices.contains(selected) else {
            return nil
        }
        return saved.queries[selected]
    }

    // MARK: - The list

    mutating func handleSaved(_ event: InputEvent) -> Decision? {
        guard case .saved(_, let isConfirming) = pane, case .key(let key) = event else { return nil }
        if isConfirming {
            if key == .character("y") { return removeSaved() }
            _ = back()
            return nil
        }
        switch key {
        case .character("j"): move(by: 1)
        case .character("k"): move(by: -1)
        case .home, .character("g"): move(by: .min)
        case .end, .character("G"): move(by: .max)
        case .character("e"), .character(" "): return loadSaved(andShow: false)
        case .delete, .character("d"): askToRemove()
        default: break
        }
        return nil
    }

    /// Enter. A question about removing is not answered with it.
    mutating func acceptSaved() -> Decision? {
        if case .saved(_, isConfirming: true) = pane {
            _ = back()
            return nil
        }
        return loadSaved(andShow: true)
    }

    /// Puts the saved query under the cursor into the line and the form.
    mutating func loadSaved(andShow: Bool) -> Decision? {
        guard let chosen = selectedQuery else { return nil }
        pane = .form
        savedName = TerminalText.sanitised(chosen.name)
        load(ObservationQuery())
        line.text = TerminalText.sanitised(chosen.text)
        lineChanged()
        focus(on: .line)
        guard !findProblem(), andShow else { return nil }
        return .show(query)
    }

    mutating func askToRemove() {
        guard selectedQuery != nil, case .saved(let selected, _) = pane else { return }
        pane = .saved(selected: selected, isConfirming: true)
    }

    mutating func removeSaved() -> Decision? {
        guard let chosen = selectedQuery, case .saved(let selected, isConfirming: true) = pane else {
            return nil
        }
        pane = .saved(selected: selected, isConfirming: false)
        if savedName == TerminalText.sanitised(chosen.name) { savedName = nil }
        return .remove(name: chosen.name)
    }

    // MARK: - The name

    mutating func save() -> Decision? {
        guard case .naming(let name, _) = pane else { return nil }
        if let problem = SavedQueries.problem(ofName: name.text) {
            pane = .naming(name, problem: problem)
            return nil
        }
        pane = .form
        savedName = name.text
        return .save(name: name.text, text: query.text)
    }
}
