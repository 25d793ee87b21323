internal import Coordinates
internal import ObservationExport
internal import TerminalUI

/// Writing rows to a file.
extension BrowserState {
    /// Asks which rows are to be written, in which form and where.
    nonisolated mutating func showExport() -> [Effect] {
        guard list.count > 0 else { return tell("There are no rows to write.", .warning) }
        return push(
            .export(
                ExportScreen(
                    marked: table.marks.count,
                    shown: list.count,
                    of: list.isComplete || wanted.isNarrowing ? nil : list.total,
                    day: MomentText.day(of: now)
                )
            )
        )
    }

    /// Writes what the person decided on.
    nonisolated mutating func decide(_ decision: ExportScreen.Decision) -> [Effect] {
        guard let request = listRequest(isRefresh: false) else {
            changeExport {
                $0.take(failure: "It is not known yet whose rows these are. Try again in a moment.")
            }
            return []
        }
        return [
            start(
                .export(
                    ExportRequest(
                        list: request,
                        marked: decision.isMarkedOnly ? table.marks.ids : nil,
                        choice: decision.choice
                    )
                ),
                in: .export
            )
        ]
    }

    nonisolated mutating func changeExport(_ change: (inout ExportScreen) -> Void) {
        for index in screens.indices {
            guard case .export(var screen) = screens[index] else { continue }
            change(&screen)
            screens[index] = .export(screen)
        }
    }
}
