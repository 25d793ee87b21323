import INaturalist
import Synchronization

/// A clock that tests move. It notes every wait.
final class ManualClock: RequestClock {
    private struct Sleeper {
        let id: Int
        let time: Duration
        let continuation: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var now = Duration.zero
        var waits: [Duration] = []
        var sleepers: [Sleeper] = []
        var nextID = 0
        var cancelled: Set<Int> = []
    }

    /// Whether a wait ends at once and takes the clock along.
    private let jumps: Bool
    private let state = Mutex(State())

    init(jumps: Bool) {
        self.jumps = jumps
    }

    var now: Duration { state.withLock { $0.now } }
    /// How long each wait was meant to be, in the order of the waits.
    var waits: [Duration] { state.withLock { $0.waits } }
    var sleepers: Int { state.withLock { $0.sleepers.count } }

    func sleep(until time: Duration) async throws(CancellationError) {
        let id = state.withLock { state in
            state.waits.append(time - state.now)
            state.nextID += 1
            if jumps { state.now = max(state.now, time) }
            return state.nextID
        }
        if Task.isCancelled { throw CancellationError() }
        if jumps { return }
        let isOver = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isCancelled = state.withLock { state in
                    guard !state.cancelled.contains(id) else { return true }
                    state.sleepers.append(Sleeper(id: id, time: time, continuation: continuation))
                    return false
                }
                if isCancelled { continuation.resume(returning: false) }
            }
        } onCancel: {
            let sleeper = state.withLock { state -> Sleeper? in
                state.cancelled.insert(id)
                guard let place = state.sleepers.firstIndex(where: { $0.id == id }) else { return nil }
                return state.sleepers.remove(at: place)
            }
            sleeper?.continuation.resume(returning: false)
        }
        if !isOver { throw CancellationError() }
    }

    /// Moves the clock, and ends the waits whose time has come.
    func advance(by duration: Duration) {
        let due = state.withLock { state in
            state.now += duration
            let due = state.sleepers.filter { $0.time <= state.now }
            state.sleepers.removeAll { $0.time <= state.now }
            return due
        }
        for sleeper in due { sleeper.continuation.resume(returning: true) }
    }
}
