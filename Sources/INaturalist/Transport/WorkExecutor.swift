internal import NIOCore
internal import NIOPosix

/// A thread for all work beside the screen.
///
/// The global executor of Swift's runtime is libdispatch's pool here, whose monitor wakes the process once a second
/// for ever after its first job (`_dispatch_workq_init_once`). Work with this preference never starts that pool, so
/// that an idle program sleeps.
package final class WorkExecutor: TaskExecutor {
    /// The one that everything shares; its thread starts with its first job.
    package static let shared = WorkExecutor()

    private let loop: any EventLoop

    private init() {
        loop = MultiThreadedEventLoopGroup(numberOfThreads: 1).next()
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute {
            job.runSynchronously(on: self.asUnownedTaskExecutor())
        }
    }
}
