internal import INaturalist
internal import TerminalUI

nonisolated extension BrowserState {
    /// Lanes whose work goes on beside what the person does; nobody waits for them.
    private static let backgroundLanes: Set<Lane> = [.job, .page, .renewal, .names]

    /// Whether something is under way that was asked for and is not there yet, so that the next line has to wait.
    var isAwaited: Bool {
        for lane in pending.keys where !Self.backgroundLanes.contains(lane) {
            if lane != .signIn || !isWaitingForBrowser { return true }
        }
        if pending[.page] != nil { return list.count == 0 || isReloading || isChecking }
        return pending[.job] != nil && list.source.isOffline && list.count == 0
    }

    /// Whether it is the person's turn, in a web browser: then lines are taken, so that waiting can be ended.
    private var isWaitingForBrowser: Bool {
        guard case .signIn(let screen) = screens.last else { return false }
        return screen.isWaiting && screen.consent != nil
    }

    /// What the bar explains and the foot says, a text each.
    var plainNotes: (message: String?, notices: [String]) {
        var notices: [(text: String, role: Role)] = []
        for span in noticeLines {
            // Lines of one role are taken for one notice that was wrapped.
            if let last = notices.last, last.role == span.role {
                notices[notices.count - 1].text = last.text + " " + span.text
            } else {
                notices.append((span.text, span.role))
            }
        }
        return ((message ?? waitingMessage)?.text, notices.map(\.text))
    }

    /// Which of the fields has the keyboard, counted from the first that is shown.
    var plainFocus: Int? {
        switch screens.last {
        case .signIn(let screen): PlainField.focus(of: screen.form)
        case .chooser(let screen): PlainField.focus(of: screen.form)
        case .export(let screen): PlainField.focus(of: screen.form)
        default: nil
        }
    }

    /// Puts the cursor of the table on a row.
    ///
    /// - Parameter row: from 0; the nearest one there is.
    mutating func select(row: Int) -> [Effect] {
        let effects = stopAtEnd()
        table.position.moveTo(row, count: list.count, visible: tableLayout.visibleRows)
        return effects
    }

    /// A row of the table in words.
    func plainRow(_ row: Int) -> String {
        guard let entry = list.entry(at: row) else { return "not at hand yet" }
        let mark = table.marks.contains(entry.observation.id) ? "marked, " : ""
        return mark
            + PlainRow(
                entry: entry,
                identity: shownIdentity,
                notation: preferences.notation,
                namesObserver: list.source.owner != .mine
            ).text
    }
}
