internal import Glibc

extension ChildProcess {
    /// Runs it on the terminal until it ends, however long a person stays in it.
    ///
    /// It shares this program's process group, so that Ctrl-Z stops both and `fg` goes on with both; whoever lends the
    /// terminal away takes no notice of Ctrl-C meanwhile.
    package func runInForeground() async -> Ending {
        await withCheckedContinuation { continuation in
            Self.onThread { isStarted in
                continuation.resume(returning: isStarted ? self.runInForegroundHere() : .notStarted(EAGAIN))
            }
        }
    }

    private func runInForegroundHere() -> Ending {
        // It has this program's own standard input, output and error.
        switch spawn(inForeground: true, connecting: { _ in }) {
        case .failure(let error): return .notStarted(error.code)
        case .success(let process):
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            return Self.ending(status: status)
        }
    }
}
