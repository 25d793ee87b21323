internal import INaturalist
internal import Synchronization

/// Where a job writes down how far it is, for whoever looks.
final class SyncBoard: Sendable {
    private struct State {
        var progress: SyncProgress
        var pace: FetchPace
    }

    private let state: Mutex<State>
    private let clock: any RequestClock
    private let report: @Sendable (SyncProgress) -> Void

    init(client: INaturalistClient, report: @escaping @Sendable (SyncProgress) -> Void) {
        clock = client.requestClock
        self.report = report
        state = Mutex(
            State(
                progress: SyncProgress(
                    phase: .updating,
                    done: 0,
                    isPaused: false,
                    tally: SyncTally()
                ),
                pace: FetchPace(perRequest: client.requestPace)
            )
        )
    }

    var progress: SyncProgress { state.withLock { $0.progress } }

    /// Begins a phase. Nothing is told yet.
    func begin(_ phase: SyncPhase, done: Int = 0, total: Int? = nil) {
        let now = clock.now
        state.withLock { state in
            state.progress.phase = phase
            state.progress.done = done
            state.progress.total = total
            state.pace.begin(at: now)
        }
    }

    /// Notes that rows came in; `rows` is 0 for what brings none.
    func note(rows: Int) {
        let now = clock.now
        state.withLock { $0.pace.note(rows: rows, at: now) }
    }

    /// Changes something, and tells how things are now.
    func publish(_ change: (inout SyncProgress) -> Void = { _ in }) {
        let now = clock.now
        let progress = state.withLock { state in
            change(&state.progress)
            let isDone = state.progress.phase == .done
            state.progress.rowsPerSecond = isDone ? nil : state.pace.rowsPerSecond(at: now)
            let rest = state.progress.total.map { $0 - state.progress.done }
            state.progress.secondsLeft =
                isDone ? nil : rest.flatMap { state.pace.secondsLeft(rows: $0, at: now) }
            return state.progress
        }
        report(progress)
    }

    /// Time does not count for the pace until ``goOn()``.
    func rest() {
        let now = clock.now
        state.withLock { $0.pace.rest(at: now) }
    }

    /// Time counts for the pace again.
    func goOn() {
        let now = clock.now
        state.withLock { $0.pace.goOn(at: now) }
    }
}
