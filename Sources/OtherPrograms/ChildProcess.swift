internal import Glibc
internal import Synchronization

/// Runs another program to its end, with pipes, on a short-lived thread of its own.
///
/// swift-subprocess is not used: its `run` starts an unstructured task and `Task.sleep`, both on the runtime's
/// global executor, whose pool then wakes the program once a second for ever (see `WorkExecutor`). Measured: after one
/// `secret-tool search` through it (version 1.0.2) libdispatch's overcommit thread switched 10 times in ten idle
/// seconds; this way no thread of ours but the probe's own switched at all.
package struct ChildProcess: Sendable {
    /// How it ended.
    package enum Ending: Sendable, Hashable {
        case exited(Int32)
        case signalled(Int32)
        /// It was killed, because its time was over.
        case timedOut
        /// It was killed, because the task was cancelled.
        case cancelled
        /// It could not be started; the system's error number.
        case notStarted(Int32)
    }

    /// What came of it.
    package struct Outcome: Sendable {
        /// How it ended.
        package var ending: Ending
        /// What it wrote to standard output, up to a sane size.
        package var output: [UInt8] = []
        /// What it wrote to standard error.
        package var errors: [UInt8] = []
    }

    /// An absolute path.
    package let executable: String
    /// What stands behind its name. Others can read it: no secret belongs here.
    package let arguments: [String]
    /// All the variables that it gets.
    package let environment: [String: String]

    /// Names a program; nothing is started yet.
    package init(executable: String, arguments: [String], environment: [String: String]) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
    }

    /// Where a program is in PATH. A relative folder does not count: it could be anybody's.
    package static func path(of name: String, in environment: [String: String]) -> String? {
        (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").lazy
            .filter { $0.hasPrefix("/") }
            .map { "\($0)/\(name)" }
            .first { access($0, X_OK) == 0 }
    }

    /// Runs it in a process group of its own, so that keys of the terminal (Ctrl-C, Ctrl-Z) do not reach it.
    ///
    /// - Parameters:
    ///   - input: its standard input.
    ///   - limit: after this time it is killed with its group.
    ///   - outputLimit: bytes of its output, and of its errors, of which little more is kept; the rest is dropped.
    package func run(
        input: [UInt8] = [],
        within limit: Duration,
        outputLimit: Int = 1 << 20
    ) async -> Outcome {
        let isCancelled = Flag()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                Self.onThread { isStarted in
                    guard isStarted else {
                        return continuation.resume(returning: Outcome(ending: .notStarted(EAGAIN)))
                    }
                    continuation.resume(
                        returning: self.runHere(
                            input: input,
                            limit: limit,
                            outputLimit: outputLimit,
                            isCancelled: isCancelled
                        )
                    )
                }
            }
        } onCancel: {
            isCancelled.raise()
        }
    }

    /// A flag that is raised once.
    final class Flag: Sendable {
        private let value = Atomic(false)
        var isRaised: Bool { value.load(ordering: .acquiring) }
        func raise() { value.store(true, ordering: .releasing) }
    }

    private final class Work {
        let body: @Sendable (Bool) -> Void
        init(_ body: @escaping @Sendable (Bool) -> Void) { self.body = body }
    }

    /// Calls the body on a new thread that takes no signals, or at once with false when there is none to be had.
    static func onThread(_ body: @escaping @Sendable (_ isStarted: Bool) -> Void) {
        let work = Unmanaged.passRetained(Work(body))
        var thread = pthread_t()
        let code = pthread_create(
            &thread,
            nil,
            { context in
                // A pipe whose reader has gone would end the program; the other signals are the main thread's.
                var all = sigset_t()
                sigfillset(&all)
                pthread_sigmask(SIG_SETMASK, &all, nil)
                if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body(true) }
                return nil
            },
            work.toOpaque()
        )
        if code == 0 { pthread_detach(thread) } else { work.takeRetainedValue().body(false) }
    }
}
