/// The faults that are still to come, in the order in which they were injected, and those that come again and again.
struct FaultScript: Sendable {
    private var faults: [SandboxFault] = []
    private var repeated: [RepeatedFault] = []

    init(repeating repeated: [RepeatedFault] = []) {
        self.repeated = repeated
    }

    mutating func add(_ fault: SandboxFault) {
        faults.append(fault)
    }

    mutating func add(_ fault: RepeatedFault) {
        repeated.append(fault)
    }

    mutating func removeAll() {
        faults = []
        repeated = []
    }

    /// The action for a request, taken from the first fault that means it; those to come go before those that repeat.
    mutating func next(for path: String) -> SandboxFault.Action? {
        var action: SandboxFault.Action?
        // Every one of them counts the request, whoever has it.
        for index in repeated.indices {
            let next = repeated[index].next(for: path)
            action = action ?? next
        }
        guard let index = faults.firstIndex(where: { path.hasPrefix($0.pathPrefix) }) else { return action }
        action = faults[index].action
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
