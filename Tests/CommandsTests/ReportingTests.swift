import ArgumentParser
import ObservationStore
import ObservationSync
import Testing

@testable import Commands

struct ReportingTests {
    private static let errors: [(StoreError, Int32)] = [
        (.damaged(path: "/store", detail: "a page is missing"), 65), (.full(path: "/store"), 75),
        (.busy(path: "/store"), 75),
    ]

    @Test("What the store says during a sync has the store's exit code", arguments: errors)
    func storeDuringSync(error: StoreError, exitCode: Int32) async {
        let ended = await #expect(throws: ExitCode.self) {
            try await reportingErrors { throw SyncError.store(error) }
        }
        #expect(ended?.rawValue == exitCode)
    }
}
