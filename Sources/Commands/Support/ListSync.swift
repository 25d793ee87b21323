import ArgumentParser
import Browser
@preconcurrency import Dispatch
import Glibc
import INaturalist
import ObservationStore
import ObservationSync

/// A sync that a command waits for: it tells how far it is, and Ctrl-C stops it.
enum ListSync {
    /// Brings a list up to date.
    ///
    /// - Parameters:
    ///   - list: which.
    ///   - store: where it is kept.
    ///   - isWhole: fetches everything anew.
    /// - Returns: what was done.
    /// - Throws: ``SyncError``; `.cancelled` after Ctrl-C.
    @MainActor
    @discardableResult
    static func run(
        _ list: AskedList,
        in store: ObservationStore,
        isWhole: Bool = false
    ) async throws -> SyncTally {
        let line = SyncLine(title: list.query.text)
        let (reports, reporting) = AsyncStream.makeStream(
            of: SyncProgress.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        let job = SyncJob(
            query: list.query,
            viewer: list.session.viewer,
            key: list.key,
            client: list.client,
            store: store,
            isWhole: isWhole,
            report: { reporting.yield($0) }
        )
        let work = Task(executorPreference: WorkExecutor.shared) {
            defer { reporting.finish() }
            return try await job.run()
        }
        let interrupt = Interrupt { work.cancel() }
        let countdown = Task { await line.countDown { await list.client.requestUsage() } }
        for await progress in reports { line.note(progress) }
        countdown.cancel()
        line.clear()
        let result = await work.result
        interrupt.end()
        return try result.get()
    }
}

/// Takes Ctrl-C: the first one ends the work, the second one the program.
@MainActor
private final class Interrupt {
    private let source: any DispatchSourceSignal

    init(_ body: @escaping @MainActor () -> Void) {
        // The default would end the program before the source hears of it.
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .main)
        source.setEventHandler {
            MainActor.assumeIsolated {
                signal(SIGINT, SIG_DFL)
                body()
            }
        }
        source.resume()
    }

    /// Leaves Ctrl-C to the system again.
    func end() {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }
}
