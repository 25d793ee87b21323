/// The faults that are still to come, in the order in which they were injected.
struct FaultScript: Sendable {
    private var faults: [SandboxFault] = []

    mutating func add(_ fault: SandboxFault) {
        faults.append(fault)
    }

    mutating func removeAll() {
        faults = []
    }

    /// The action for a request, taken from the first fault that means it.
    mutating func next(for path: String) -> SandboxFault.Action? {
        guard let index = faults.firstIndex(where: { path.hasPrefix($0.pathPrefix) }) else { return nil }
        let action = faults[index].action
        if let count = faults[index].count {
            if count <= 1 {
                faults.remove(at: index)
            } else {
                faults[index].count = count - 1
            }
        }
        return action
    }
}
