internal import Synchronization

/// Where a job stops while it is paused.
final class PauseGate: Sendable {
    private struct State {
        var isPaused = false
        var waiting: [Int: CheckedContinuation<Bool, Never>] = [:]
        var cancelled: Set<Int> = []
        var nextID = 0
    }

    private let state = Mutex(State())

    var isPaused: Bool { state.withLock { $0.isPaused } }

    /// - Returns: whether it was open before.
    func close() -> Bool {
        state.withLock { state in
            defer { state.isPaused = true }
            return !state.isPaused
        }
    }

    /// - Returns: whether it was closed before.
    func open() -> Bool {
        let (wasPaused, waiting) = state.withLock { state in
            defer {
                state.isPaused = false
                state.waiting = [:]
            }
            return (state.isPaused, state.waiting)
        }
        for continuation in waiting.values { continuation.resume(returning: true) }
        return wasPaused
    }

    /// Returns once the gate is open.
    ///
    /// - Throws: when the task is cancelled before.
    func pass() async throws(CancellationError) {
        if Task.isCancelled { throw CancellationError() }
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        let isOpen = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let known: Bool? = state.withLock { state in
                    if !state.isPaused { return true }
                    if state.cancelled.remove(id) != nil { return false }
                    state.waiting[id] = continuation
                    return nil
                }
                if let known { continuation.resume(returning: known) }
            }
        } onCancel: {
            let continuation = state.withLock { state in
                let waiting = state.waiting.removeValue(forKey: id)
                if waiting == nil { state.cancelled.insert(id) }
                return waiting
            }
            continuation?.resume(returning: false)
        }
        state.withLock { _ = $0.cancelled.remove(id) }
        if !isOpen || Task.isCancelled { throw CancellationError() }
    }
}
