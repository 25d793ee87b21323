internal import Glibc

extension ChildProcess {
    /// Runs the program and waits for it on the calling thread.
    func runHere(input: [UInt8], limit: Duration, outputLimit: Int, isCancelled: Flag) -> Outcome {
        let deadline = ContinuousClock.now + limit
        guard let streams = Streams() else { return Outcome(ending: .notStarted(errno)) }
        let process: pid_t
        switch spawn(streams) {
        case .success(let started): process = started
        case .failure(let error): return Outcome(ending: .notStarted(error.code))
        }
        streams.closeFarEnds()
        var traffic = Traffic(streams, input: input, sizeLimit: outputLimit)
        var ending: Ending?
        while ending == nil {
            traffic.move(forMilliseconds: traffic.isOver ? 2 : 50)
            ending = Self.ending(of: process)
            if ending != nil { break }
            if isCancelled.isRaised {
                ending = .cancelled
            } else if ContinuousClock.now >= deadline {
                ending = .timedOut
            }
            if ending != nil { Self.end(process) }
        }
        traffic.drain()
        return Outcome(ending: ending ?? .timedOut, output: traffic.output, errors: traffic.errors)
    }

    struct SpawnError: Error {
        let code: Int32
    }

    private func spawn(_ streams: borrowing Streams) -> Result<pid_t, SpawnError> {
        let ends = streams.farEnds
        return spawn { actions in
            for (target, end) in ends.enumerated() {
                posix_spawn_file_actions_adddup2(&actions, end, Int32(target))
            }
        }
    }

    /// Starts the program.
    ///
    /// - Parameters:
    ///   - isInForeground: whether it stays in this program's process group, to which the terminal's keys go.
    ///   - connect: says what its standard input, output and error are.
    func spawn(
        inForeground isInForeground: Bool = false,
        connecting connect: (inout posix_spawn_file_actions_t) -> Void
    ) -> Result<pid_t, SpawnError> {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        connect(&actions)
        for other in Self.inheritedDescriptors { posix_spawn_file_actions_addclose(&actions, other) }
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        if !isInForeground {
            posix_spawnattr_setpgroup(&attributes, 0)
            flags |= POSIX_SPAWN_SETPGROUP
        }
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var words = ([executable] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var process = pid_t()
        let code = posix_spawn(&process, executable, &actions, &attributes, &words, &variables)
        return code == 0 ? .success(process) : .failure(SpawnError(code: code))
    }

    /// Whatever else is open here and would be open there: none of its business.
    private static var inheritedDescriptors: [Int32] {
        openDescriptors.filter { descriptor in
            let flags = fcntl(descriptor, F_GETFD)
            return flags >= 0 && flags & FD_CLOEXEC == 0
        }
    }

    private static var openDescriptors: [Int32] {
        guard let folder = opendir("/dev/fd") else { return Array(3..<min(getdtablesize(), 1024)) }
        defer { closedir(folder) }
        var descriptors: [Int32] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let descriptor = Int32(name), descriptor > 2 { descriptors.append(descriptor) }
        }
        return descriptors
    }

    /// How the process ended; nil while it runs.
    static func ending(of process: pid_t) -> Ending? {
        var status: Int32 = 0
        guard waitpid(process, &status, WNOHANG) == process else { return nil }
        return ending(status: status)
    }

    /// What the system's status of a process that has ended says.
    static func ending(status: Int32) -> Ending {
        status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
    }

    /// Kills the process and what it started, and waits until it is gone.
    private static func end(_ process: pid_t) {
        kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
}
