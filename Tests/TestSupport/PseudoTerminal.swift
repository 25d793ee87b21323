internal import Dispatch
internal import FoundationEssentials
package import Glibc

/// A bare pseudo-terminal with one program in it, for what tmux hides: every byte, the true size, the line's modes, a
/// terminal that is taken away.
///
/// It blocks the thread that it is used on, so use it inside of ``use(_:environment:columns:rows:_:)``.
package final class PseudoTerminal {
    /// What the program wrote and nobody has taken yet.
    package private(set) var output: [UInt8] = []
    /// The process of the program.
    package let process: pid_t
    /// Where the program's standard error goes: not the terminal, so that nothing on it is overlooked.
    let errorFile: String
    /// What ``reap()`` has learned.
    var ending: Ending?
    /// What the program had used when it ended.
    var usage = rusage()
    private let master: Int32
    let slave: Int32
    private var isClosed = false

    /// What Swift does not import: `openpty` would, but other threads' children would inherit its descriptors.
    private enum Kernel {
        /// `TIOCSPTLCK` of `<asm-generic/ioctls.h>`: what `unlockpt` calls.
        static let unlock: UInt = 0x4004_5431
        /// `TIOCGPTN` of the same file: what `ptsname` calls.
        static let number: UInt = 0x8004_5430
        /// `POSIX_SPAWN_SETSID` of glibc's `<spawn.h>`.
        static let newSession: Int32 = 0x80
    }

    /// How a program ended.
    package enum Ending: Sendable, Equatable {
        /// By itself, with this code.
        case exited(Int32)
        /// By this signal.
        case signalled(Int32)
    }

    /// Starts a program in a terminal, lends both on a thread of their own, and ends what is left of them.
    ///
    /// - Parameters:
    ///   - command: the program's path and its arguments.
    ///   - environment: all of its variables.
    ///   - columns: the width in cells.
    ///   - rows: the height in cells.
    package static func use<Result: Sendable>(
        _ command: [String],
        environment: [String: String],
        columns: Int = 80,
        rows: Int = 24,
        _ body: @escaping @Sendable (PseudoTerminal) throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "pseudo-terminal").async {
                continuation.resume(
                    with: Swift.Result {
                        let terminal = try PseudoTerminal(command, environment, columns, rows)
                        defer { terminal.end() }
                        return try body(terminal)
                    }
                )
            }
        }
    }

    private init(_ command: [String], _ environment: [String: String], _ columns: Int, _ rows: Int) throws {
        errorFile = "/tmp/inatty-errors-\(UUID().uuidString.prefix(8))"
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
        var lock: Int32 = 0
        var number: Int32 = 0
        guard master >= 0, ioctl(master, Kernel.unlock, &lock) == 0,
            ioctl(master, Kernel.number, &number) == 0
        else { throw TestTerminalError("No pseudo-terminal: \(String(cString: strerror(errno))).") }
        let device = "/dev/pts/\(number)"
        slave = open(device, O_RDWR | O_NOCTTY | O_CLOEXEC)
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        process = try Self.spawn(command, environment, device: device, errors: errorFile)
    }

    /// Starts the program as the leader of a session whose terminal this is.
    private static func spawn(
        _ command: [String],
        _ environment: [String: String],
        device: String,
        errors: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that a session's leader opens becomes the session's own.
        posix_spawn_file_actions_addopen(&actions, 0, device, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_CREAT | O_WRONLY | O_APPEND, 0o600)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The threads of a test block signals and ignore some; a program inherits both.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = Kernel.newSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var arguments = command.map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var process: pid_t = 0
        let problem = posix_spawn(&process, command[0], &actions, &attributes, &arguments, &variables)
        guard problem == 0 else {
            throw TestTerminalError("\(command[0]): \(String(cString: strerror(problem))).")
        }
        return process
    }

    private func end() {
        close()
        if reap() == nil {
            kill(process, SIGKILL)
            var status: Int32 = 0
            waitpid(process, &status, 0)
        }
        unlink(errorFile)
    }

    // MARK: - Bytes

    /// Types bytes, and reads meanwhile, so that neither side waits for the other.
    ///
    /// - Throws: ``TestTerminalError`` when the program takes nothing more, or is gone.
    package func send(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        try wait(for: "the program to read \(bytes.count) bytes") { terminal in
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(terminal.master, $0.baseAddress, $0.count) }
                guard count > 0 else { return terminal.reap() != nil }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    /// Types a text as it is.
    package func send(_ text: String) throws { try send(Array(text.utf8)) }

    /// Takes in what the program wrote.
    ///
    /// - Parameter milliseconds: how long to wait for the first byte.
    /// - Returns: whether there was anything.
    @discardableResult
    package func read(within milliseconds: Int32) -> Bool {
        guard !isClosed else {
            poll(nil, 0, milliseconds)
            return false
        }
        var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&entry, 1, milliseconds) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let before = output.count
        while true {
            let count = Glibc.read(master, &buffer, buffer.count)
            guard count > 0 else { return output.count > before }
            output += buffer[..<count]
        }
    }

    /// Gives out what was written so far, and forgets it.
    package func takeOutput() -> [UInt8] {
        defer { output.removeAll(keepingCapacity: true) }
        return output
    }

    /// Reads until something is true; nothing is slept through, each look follows a read.
    ///
    /// - Parameter what: what is waited for, for the report.
    /// - Throws: ``TestTerminalError`` when patience runs out.
    package func wait(for what: String, _ condition: (PseudoTerminal) throws -> Bool) throws {
        let deadline = ContinuousClock.now + Waiting.patience
        while try !condition(self) {
            guard ContinuousClock.now < deadline else {
                throw TestTerminalError("\(what): not within \(Waiting.patience).")
            }
            read(within: 1)
        }
    }

    // MARK: - The terminal

    /// Gives the terminal another size; the kernel sends SIGWINCH when it is another one.
    package func resize(columns: Int, rows: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// The modes of the line: flags, special characters and speeds.
    package var lineModes: String {
        var modes = termios()
        tcgetattr(slave, &modes)
        let characters = withUnsafeBytes(of: modes.c_cc) { $0.map(String.init).joined(separator: " ") }
        return "\(modes.c_iflag) \(modes.c_oflag) \(modes.c_cflag) \(modes.c_lflag) \(characters)"
    }

    /// Takes the terminal away, as a window that is closed does.
    package func close() {
        guard !isClosed else { return }
        isClosed = true
        Glibc.close(slave)
        Glibc.close(master)
    }
}
