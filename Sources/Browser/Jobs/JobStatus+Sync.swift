internal import Coordinates
package import FoundationEssentials
internal import INaturalist
package import ObservationSync

extension JobStatus {
    /// How a sync stands.
    ///
    /// - Parameters:
    ///   - title: the list, as the bar calls it.
    ///   - failure: why the sync ended too early, in whole sentences; nil while it goes on and when it is done.
    ///   - now: when the report came; its waits count from there.
    package nonisolated init(_ progress: SyncProgress, title: String, failure: String? = nil, at now: Date) {
        let state: State =
            if let failure {
                .failed(failure)
            } else if progress.phase == .done || progress.isOver {
                .done
            } else if progress.isPaused {
                .paused
            } else if let trouble = progress.trouble {
                .waiting(until: now.addingTimeInterval(trouble.wait), reason: trouble.error.description)
            } else {
                .running
            }
        self.init(
            title: title,
            state: state,
            phases: Self.phases(progress.phase),
            done: progress.done,
            total: progress.total,
            rowsPerSecond: progress.rowsPerSecond,
            secondsLeft: progress.secondsLeft,
            usage: progress.usage,
            outcome: Self.outcome(progress)
        )
    }

    private nonisolated static func phases(_ phase: SyncPhase) -> [Phase] {
        func standing(_ other: SyncPhase) -> Phase.Standing {
            let order = SyncPhase.allCases
            let (now, then) = (order.firstIndex(of: phase) ?? 0, order.firstIndex(of: other) ?? 0)
            return then < now ? .behind : (then == now ? .underWay : .ahead)
        }
        return SyncPhase.allCases.filter { $0 != .done }.map { Phase($0.title, standing($0)) }
    }

    private nonisolated static func outcome(_ progress: SyncProgress) -> String {
        let tally = progress.tally
        let rest = progress.isOver && !progress.isComplete ? (progress.total ?? 0) - progress.done : 0
        func text(_ count: Int, _ one: String, _ many: String) -> String? {
            count == 0 ? nil : "\(NumberText.count(count)) \(count == 1 ? one : many)"
        }
        return [
            text(tally.new, "new row", "new rows"), text(tally.changes, "change", "changes"),
            text(tally.deleted, "deleted", "deleted"),
            text(tally.left, "no longer in the list", "no longer in the list"),
            text(tally.unreadable, "unreadable", "unreadable"), text(tally.doubtful, "doubtful", "doubtful"),
            text(rest, "left to fetch", "left to fetch"),
        ].compactMap(\.self).joined(separator: ", ")
    }
}
