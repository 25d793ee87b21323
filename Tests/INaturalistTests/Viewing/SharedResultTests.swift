import Testing

@testable import INaturalist

@Suite(.timeLimit(.minutes(5)))
struct SharedResultTests {
    @Test("Everybody gets the first value, before and after")
    func shares() async throws {
        let result = SharedResult<Int>()
        let waiting = (0..<10).map { _ in Task { try await result.value() } }
        result.fulfil(7)
        result.fulfil(8)
        for task in waiting { #expect(try await task.value == 7) }
        #expect(try await result.value() == 7)
    }

    @Test("Who is cancelled stops waiting, also before beginning to")
    func cancels() async throws {
        let result = SharedResult<Int>()
        let waiting = (0..<10).map { _ in Task { try await result.value() } }
        for task in waiting.prefix(5) { task.cancel() }
        for task in waiting.prefix(5) {
            await #expect(throws: CancellationError.self) { try await task.value }
        }
        result.fulfil(7)
        for task in waiting.dropFirst(5) { #expect(try await task.value == 7) }
    }
}
