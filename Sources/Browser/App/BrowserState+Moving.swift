internal import Coordinates
internal import INaturalist
internal import TerminalUI

/// Moving about: in the table, in lists, texts and from one record to the next.
extension BrowserState {
    nonisolated mutating func page(by pages: Int) -> [Effect] {
        // Its headings and its help take room, so it knows itself how far a page is.
        guard case .pick(var screen) = screens.last else { return move(by: pages * pageRows) }
        screen.page(by: pages, in: body)
        screens[screens.count - 1] = .pick(screen)
        return []
    }

    nonisolated mutating func move(by rows: Int) -> [Effect] {
        guard screens.isEmpty else {
            moveOnScreen(by: rows)
            return []
        }
        let effects = stopAtEnd()
        table.position.move(
            by: max(-list.count, min(list.count, rows)),
            count: list.count,
            visible: tableLayout.visibleRows
        )
        return effects
    }

    private nonisolated mutating func moveOnScreen(by rows: Int) {
        guard let index = screens.indices.last else { return }
        switch screens[index] {
        case .accounts(var screen):
            screen.move(by: rows)
            screens[index] = .accounts(screen)
        case .sort(var screen):
            screen.move(by: rows, in: body)
            screens[index] = .sort(screen)
        case .facets(var screen):
            screen.move(by: rows, in: body)
            screens[index] = .facets(screen)
        case .changes(var screen):
            screen.move(by: rows, in: body)
            screens[index] = .changes(screen)
        case .query(var screen):
            screen.move(by: rows)
            screens[index] = .query(screen)
        case .jobs(var screen):
            screen.move(by: rows, jobs: jobs)
            screens[index] = .jobs(screen)
        case .pick(var screen):
            screen.move(by: rows, in: body)
            screens[index] = .pick(screen)
        case .columns(var screen):
            screen.move(by: rows, in: body)
            screens[index] = .columns(screen)
        default: scrollText(by: rows)
        }
    }

    /// A movement of the table ends what End began, and the cursor goes nowhere else by itself.
    nonisolated mutating func stopAtEnd() -> [Effect] {
        returningTo = nil
        guard wantsEnd else { return [] }
        guard job == nil else { return endJob() }
        // The fetching is over, or waits for a sign-in: nothing is left to be told of.
        wantsEnd = false
        isJobInterrupted = false
        return []
    }

    nonisolated mutating func toEnd() -> [Effect] {
        guard screens.isEmpty else { return move(by: .max) }
        // No stopAtEnd(): what End began before goes on.
        returningTo = nil
        table.position.moveTo(list.count - 1, count: list.count, visible: tableLayout.visibleRows)
        guard !list.isComplete, wanted.isInOrderOfFetching, let total = list.total, total > list.count,
            pending[.job] == nil
        else { return [] }
        let effects = fetchAll()
        wantsEnd = pending[.job] != nil || isJobInterrupted
        if pending[.job] != nil {
            message = Message(
                "Fetching the rest of \(NumberText.count(total)); any movement stops it.",
                .muted
            )
        }
        return effects
    }

    /// `5G`: to the fifth row.
    nonisolated mutating func go(toRow number: Int) -> [Effect] {
        guard screens.isEmpty else { return [] }
        let effects = stopAtEnd()
        table.position.moveTo(number - 1, count: list.count, visible: tableLayout.visibleRows)
        guard number > list.count, list.count > 0 else { return effects }
        return effects + tell("There are \(NumberText.count(list.count)) rows; this is the last.")
    }

    /// The next photo, or the next observation of the table.
    nonisolated mutating func step(by rows: Int) -> [Effect] {
        switch screens.last {
        case .photos: return turnPhoto(by: rows)
        case .detail(let screen):
            guard let row = list.row(of: screen.id) else {
                return tell("This observation is not among the rows of the table.")
            }
            let next = row + rows
            guard let id = list.id(at: next) else {
                guard rows > 0 else { return tell("This is the first row.") }
                let isLast = list.isComplete || list.source.isOffline || !wanted.isInOrderOfFetching
                return tell(
                    isLast
                        ? "This is the last row."
                        : "This is the last row that is held. End in the table fetches the others."
                )
            }
            table.position.moveTo(next, count: list.count, visible: tableLayout.visibleRows)
            let effects = stopAtEnd() + cancel(.detail)
            screens[screens.count - 1] = .detail(DetailScreen(id: id))
            return effects
        default: return []
        }
    }
}
