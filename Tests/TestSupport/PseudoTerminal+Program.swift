internal import FoundationEssentials
internal import Glibc

extension PseudoTerminal {
    /// How the program ended; nothing while it runs.
    package func reap() -> Ending? {
        if let ending { return ending }
        var status: Int32 = 0
        guard wait4(process, &status, WNOHANG, &usage) == process else { return nil }
        ending = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
        return ending
    }

    /// What the program wrote to its standard error.
    package var errors: String {
        (try? String(contentsOf: URL(filePath: errorFile), encoding: .utf8)) ?? ""
    }

    /// Reads until the program has ended.
    ///
    /// - Throws: ``TestTerminalError`` when it does not end.
    package func waitForEnd() throws -> Ending {
        try wait(for: "the end of the program") { $0.reap() != nil }
        read(within: 0)
        return ending ?? .signalled(0)
    }

    /// Whether the program sleeps, has read all that was sent, and all that it wrote is in ``output``.
    package var isIdle: Bool {
        var unread: Int32 = 0
        _ = ioctl(slave, UInt(FIONREAD), &unread)
        return unread == 0 && TestTerminal.isWaiting(process) && !read(within: 0)
    }

    /// What the program does, for the report of a failure: how it ended, or the system call that its first thread is
    /// in, the processor time that it has used, and what it has not read.
    package var state: String {
        if let ending = reap() { return "\(ending)" }
        var unread: Int32 = 0
        _ = ioctl(slave, UInt(FIONREAD), &unread)
        let call = try? String(contentsOf: URL(filePath: "/proc/\(process)/syscall"), encoding: .utf8)
        return
            "in system call \(call?.split(separator: " ").first ?? "?"), \(ticks) ticks, \(unread) bytes unread"
    }

    /// Whether ``isIdle`` is true and no other thread of the program runs either, so that nothing is under way.
    package var isAtRest: Bool {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
        let areAsleep = threads.allSatisfy { thread in
            let stat = try? String(
                contentsOf: URL(filePath: "/proc/\(process)/task/\(thread)/stat"),
                encoding: .utf8
            )
            return stat?.split(separator: ")").last?.hasPrefix(" S") ?? true
        }
        return areAsleep && isIdle
    }

    /// The processor time that the program has used so far, all threads, in ticks of the system's clock (1/100 s).
    package var ticks: Int {
        if reap() != nil {
            return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + $1.tv_sec * 100 + $1.tv_usec / 10_000 }
        }
        let stat = try? String(contentsOf: URL(filePath: "/proc/\(process)/stat"), encoding: .utf8)
        let fields = stat?.split(separator: ")").last?.split(separator: " ") ?? []
        return fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
    }
}
