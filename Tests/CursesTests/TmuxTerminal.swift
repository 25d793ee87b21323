import Foundation
import TestSupport

/// A real terminal for a test: a tmux server of its own, with a shell in it.
///
/// Nothing here waits for a time: every step waits until the screen, or the system, shows what it should.
final class TmuxTerminal: Sendable {
    /// A step that did not come true, with what the screen showed instead.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let directory: URL

    /// Starts a shell with job control, in which commands can be typed.
    init(columns: Int = 80, rows: Int = 24, name: String = "tmux-256color", locale: String = "C.UTF-8") throws
    {
        directory = FileManager.default.temporaryDirectory.appending(
            path: "curses-\(UUID().uuidString.prefix(8))"
        )
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let configuration = """
            set -g status off
            set -g default-terminal \(name)
            set -sg escape-time 0
            set -g remain-on-exit on
            """
        try configuration.write(to: directory.appending(path: "conf"), atomically: true, encoding: .utf8)
        try tmux(
            "-f",
            directory.appending(path: "conf").path,
            "new-session",
            "-d",
            "-x",
            "\(columns)",
            "-y",
            "\(rows)",
            "env",
            "-u",
            "LINES",
            "-u",
            "COLUMNS",
            "-u",
            "NO_COLOR",
            "LC_ALL=\(locale)",
            "PS1=ready$ ",
            "bash",
            "--norc",
            "--noprofile",
            "-i"
        )
    }

    deinit {
        _ = try? tmux("kill-server")
        try? FileManager.default.removeItem(at: directory)
    }

    /// The program under test, beside the tests themselves.
    static var probe: String {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            let beside = URL(filePath: tests).deletingLastPathComponent().appending(path: "CursesProbe").path
            guard FileManager.default.isExecutableFile(atPath: beside) else {
                throw Failure(description: "\(beside) is not there: build the product CursesProbe first.")
            }
            return beside
        }
    }

    // MARK: Doing

    /// Types a line into the shell.
    func type(_ line: String) throws {
        try tmux("send-keys", "-l", line)
        try tmux("send-keys", "Enter")
    }

    /// Presses keys, by tmux's names.
    func press(_ keys: String...) throws {
        for key in keys { try tmux("send-keys", key) }
    }

    /// Sends bytes as a terminal would, all at once.
    func send(_ text: String) throws {
        try tmux(["send-keys", "-H"] + text.utf8.map { String($0, radix: 16) })
    }

    /// Pastes a text as a person does.
    func paste(_ text: String) throws {
        let file = directory.appending(path: "paste")
        try text.write(to: file, atomically: true, encoding: .utf8)
        try tmux("load-buffer", file.path)
        try tmux("paste-buffer", "-p", "-r")
    }

    func resize(columns: Int, rows: Int) throws {
        try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
    }

    // MARK: Seeing

    /// What the screen shows.
    func screen() throws -> String {
        try tmux("capture-pane", "-p")
    }

    /// What the screen shows and what has left it at the top.
    func history() throws -> String {
        try tmux("capture-pane", "-p", "-S", "-")
    }

    /// One of tmux's variables, such as `alternate_on`.
    func variable(_ name: String) throws -> String {
        try tmux("display-message", "-p", "#{\(name)}").trimmingCharacters(in: .newlines)
    }

    /// Whether the second screen is on, the cursor shows, the mouse is reported, keys are in application mode.
    func state() throws -> String {
        try ["alternate_on", "cursor_flag", "mouse_any_flag", "keypad_cursor_flag", "mouse_sgr_flag"]
            .map { "\($0)=\(try variable($0))" }.joined(separator: " ")
    }

    /// Waits until the screen shows a text.
    @discardableResult
    func wait(for text: String) async throws -> String {
        try await wait(until: "the screen shows \(text)") { try self.screen().contains(text) }
        return try screen()
    }

    /// Waits until something is true.
    func wait(until what: String, _ condition: () throws -> Bool) async throws {
        guard try await Waiting.answer({ try condition() ? true : nil }) == nil else { return }
        throw Failure(description: "Not true in \(Waiting.patience): \(what). The screen:\n\(try screen())")
    }

    /// The number of the process that the shell waits for.
    func child() throws -> Int32 {
        let shell = try variable("pane_pid")
        let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
        guard let child = children.split(separator: " ").first.flatMap({ Int32($0) }) else {
            throw Failure(description: "The shell has no child. The screen:\n\(try screen())")
        }
        return child
    }

    @discardableResult
    private func tmux(_ arguments: String...) throws -> String {
        try tmux(arguments)
    }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        // Not through a pipe: the server that the first call leaves behind would keep it open.
        let output = directory.appending(path: "output-\(UUID().uuidString)").path
        defer { unlink(output) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, output, O_CREAT | O_WRONLY | O_APPEND, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, output, O_CREAT | O_WRONLY | O_APPEND, 0o600)
        // The threads of a test block signals, and so would the server, which could not be ended then.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var mask = sigset_t()
        sigemptyset(&mask)
        posix_spawnattr_setsigmask(&attributes, &mask)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let words = ["tmux", "-u", "-S", directory.appending(path: "socket").path] + arguments
        let variables = ProcessInfo.processInfo.environment.filter { $0.key != "TMUX" }.map {
            "\($0.key)=\($0.value)"
        }
        var argv = words.map { strdup($0) } + [nil]
        var envp = variables.map { strdup($0) } + [nil]
        defer { for text in argv + envp { free(text) } }
        var child: pid_t = 0
        guard posix_spawnp(&child, "tmux", &actions, &attributes, &argv, &envp) == 0 else {
            throw Failure(description: "tmux is not installed: these tests need it (Debian: tmux).")
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let text = try String(contentsOfFile: output, encoding: .utf8)
        guard status == 0 else {
            throw Failure(description: "tmux \(arguments.joined(separator: " ")): \(text)")
        }
        return text
    }
}
