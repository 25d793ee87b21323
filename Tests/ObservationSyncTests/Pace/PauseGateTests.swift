import Testing

@testable import ObservationSync

@Suite(.timeLimit(.minutes(1)))
struct PauseGateTests {
    @Test("An open gate lets everybody pass, and a closed one nobody until it opens")
    func holds() async throws {
        let gate = PauseGate()
        try await gate.pass()
        #expect(gate.close())
        #expect(!gate.close())
        #expect(gate.isPaused)
        let tasks = (0..<5).map { _ in Task { try await gate.pass() } }
        #expect(gate.open())
        #expect(!gate.open())
        for task in tasks { try await task.value }
    }

    @Test("Who is cancelled leaves a closed gate", arguments: 0..<50)
    func leaves(round: Int) async {
        let gate = PauseGate()
        _ = gate.close()
        let task = Task { try await gate.pass() }
        if round % 2 == 0 { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("Who is cancelled does not pass an open gate either")
    func refusesCancelled() async {
        let gate = PauseGate()
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            try await gate.pass()
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
