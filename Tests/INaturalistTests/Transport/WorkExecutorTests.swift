import Testing

@testable import INaturalist

@Suite(.timeLimit(.minutes(5)))
struct WorkExecutorTests {
    @Test(
        "A sleep that is longer than any timer can be cancelled like any other",
        arguments: [Duration.seconds(1_790_000_000_000), .seconds(Int64.max), .seconds(9_300_000_000)]
    )
    func sleepsLong(duration: Duration) async {
        let sleep = Task { try await WorkExecutor.shared.sleep(for: duration) }
        sleep.cancel()
        await #expect(throws: (any Error).self) { try await sleep.value }
    }

    @Test(
        "A time that is over is not waited for",
        arguments: [Duration.zero, .seconds(-1), .seconds(Int64.min)]
    )
    func sleepsNot(duration: Duration) async throws {
        try await WorkExecutor.shared.sleep(for: duration)
    }
}
