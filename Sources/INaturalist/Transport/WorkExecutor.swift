internal import NIOCore
internal import NIOPosix

/// A thread for work beside the screen.
///
/// The global executor of Swift's runtime is libdispatch's pool here, whose monitor wakes the process once a second
/// for ever after its first job (`_dispatch_workq_init_once`). Work with this preference never starts that pool, so
/// that an idle program sleeps.
package final class WorkExecutor: TaskExecutor {
    /// The one that everything shares; its thread starts with its first job.
    package static let shared = WorkExecutor()
    /// For what is read within a millisecond, so that it never waits behind what takes longer.
    package static let reading = WorkExecutor()
    /// For what reads all rows of a list: sorting, counting, searching.
    package static let surveying = WorkExecutor()
    /// For what writes a great many rows.
    package static let importing = WorkExecutor()
    /// For what makes these rows out of a file meanwhile.
    package static let parsing = WorkExecutor()

    /// What the thread runs; the listener for redirects is served there too.
    let loop: any EventLoop

    private init() {
        loop = MultiThreadedEventLoopGroup(numberOfThreads: 1).next()
    }

    /// Returns after that time, or after a year if that is less: a token may name any end, and no timer takes any number
    /// of seconds. `Task.sleep` would start the pool for its timer.
    ///
    /// - Throws: when the task is cancelled before.
    package func sleep(for duration: Duration) async throws {
        let (seconds, attoseconds) = min(max(duration, .zero), .seconds(31_536_000)).components
        let nanoseconds = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
        let timer = loop.scheduleTask(in: .nanoseconds(nanoseconds)) {}
        try await withTaskCancellationHandler {
            try await timer.futureResult.get()
        } onCancel: {
            timer.cancel()
        }
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute {
            job.runSynchronously(on: self.asUnownedTaskExecutor())
        }
    }
}
