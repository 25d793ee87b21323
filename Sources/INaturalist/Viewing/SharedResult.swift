internal import Synchronization

/// A value that will be there once, and that any number of tasks wait for. A waiting task that is cancelled stops
/// waiting at once, and takes nothing away from the others.
final class SharedResult<Value: Sendable>: Sendable {
    private struct State {
        var value: Value?
        var waiting: [Int: CheckedContinuation<Value?, Never>] = [:]
        var cancelled: Set<Int> = []
        var nextID = 0
    }

    private let state = Mutex(State())

    /// Hands the value to everybody. Only the first one counts.
    func fulfil(_ value: Value) {
        let waiting = state.withLock { state in
            guard state.value == nil else { return [:] as [Int: CheckedContinuation<Value?, Never>] }
            state.value = value
            defer { state.waiting = [:] }
            return state.waiting
        }
        for continuation in waiting.values { continuation.resume(returning: value) }
    }

    /// Waits for the value.
    ///
    /// - Throws: when the task is cancelled before.
    func value() async throws(CancellationError) -> Value {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        let value = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let early: Value?? = state.withLock { state in
                    if let value = state.value { return .some(value) }
                    if state.cancelled.contains(id) { return .some(nil) }
                    state.waiting[id] = continuation
                    return nil
                }
                if let early { continuation.resume(returning: early) }
            }
        } onCancel: {
            let continuation = state.withLock { state in
                state.cancelled.insert(id)
                return state.waiting.removeValue(forKey: id)
            }
            continuation?.resume(returning: nil)
        }
        guard let value else { throw CancellationError() }
        return value
    }
}
