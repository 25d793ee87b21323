internal import Glibc
internal import Synchronization

extension ChildProcess {
    /// What is known of a program that was started to stay.
    package enum Launch: Sendable, Hashable {
        /// It has ended by itself.
        case ended(Ending)
        /// It still runs, and is left to itself.
        case runs
    }

    /// Starts a program that may outlive the call, such as a web browser, with nothing to read and nothing to say.
    ///
    /// - Parameter limit: how long to wait for its end, in which a program that cannot do its work says so.
    package func launch(waiting limit: Duration) async -> Launch {
        await withCheckedContinuation { continuation in
            let answer = Once(continuation)
            Self.onThread { isStarted in
                guard isStarted else { return answer.give(.ended(.notStarted(EAGAIN))) }
                self.launchHere(waiting: limit, answer)
            }
        }
    }

    /// Starts it, answers, and stays until it has ended, so that nothing dead stays behind it.
    private func launchHere(waiting limit: Duration, _ answer: Once) {
        let spawned = spawn { actions in
            for target in Int32(0)..<3 {
                posix_spawn_file_actions_addopen(&actions, target, "/dev/null", O_RDWR, 0)
            }
        }
        switch spawned {
        case .failure(let error): answer.give(.ended(.notStarted(error.code)))
        case .success(let process):
            let deadline = ContinuousClock.now + limit
            while ContinuousClock.now < deadline {
                if let ending = Self.ending(of: process) { return answer.give(.ended(ending)) }
                usleep(10_000)
            }
            answer.give(.runs)
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
        }
    }

    /// An answer that is given once.
    private final class Once: Sendable {
        private let continuation: Mutex<CheckedContinuation<Launch, Never>?>

        init(_ continuation: CheckedContinuation<Launch, Never>) {
            self.continuation = Mutex(continuation)
        }

        func give(_ launch: Launch) {
            let waiting = continuation.withLock { continuation in
                defer { continuation = nil }
                return continuation
            }
            waiting?.resume(returning: launch)
        }
    }
}
