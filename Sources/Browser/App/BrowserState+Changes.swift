internal import INaturalist
internal import ObservationStore
internal import TerminalUI

/// The screen of what changed.
extension BrowserState {
    nonisolated mutating func showChanges() -> [Effect] {
        push(.changes(ChangesScreen(at: now, preferences.notation)))
    }

    /// Does something on that screen.
    nonisolated mutating func changeChanges(_ change: (inout ChangesScreen) -> Void) {
        for index in screens.indices {
            guard case .changes(var screen) = screens[index] else { continue }
            change(&screen)
            screens[index] = .changes(screen)
        }
    }

    /// Asks the store for the page that the screen lacks.
    nonisolated mutating func findWhatChanged() -> [Effect] {
        guard case .changes(let screen) = screens.last, pending[.changes] == nil, let page = screen.wanted,
            let key = viewerKey(shownIdentity)
        else { return [] }
        return [start(.changes(page, as: key), in: .changes)]
    }

    /// Opens the observation of the change under the cursor.
    nonisolated mutating func openChanged() -> [Effect] {
        guard case .changes(let screen) = screens.last, let id = screen.accept() else {
            return tell("There is no change to open.")
        }
        return push(.detail(DetailScreen(id: id)))
    }
}
