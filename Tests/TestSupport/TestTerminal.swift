package import Foundation
import Subprocess
import Synchronization
import Testing

/// A real terminal for a test: a pane of a tmux server of its own, with an interactive shell in it.
///
/// The shell is what makes Ctrl-Z, `fg` and the state after the end testable. It gets a private home, no start-up
/// files and no history, and its prompt names the last exit code and the number of the command.
package final class TestTerminal: Sendable {
    /// The private folder: home of the shell, and a place for what programs write.
    package let folder: URL
    private let pictures = Mutex<[String]>([])

    /// Gives a terminal, and ends it with everything that runs in it.
    ///
    /// - Parameters:
    ///   - columns: the width in cells.
    ///   - rows: the height in cells.
    ///   - name: the value of TERM.
    ///   - environment: variables for the shell; they stand in a file and on no command line.
    package static func use<Result: Sendable>(
        columns: Int = 120,
        rows: Int = 36,
        name: String = "tmux-256color",
        environment: [String: String] = [:],
        _ body: (TestTerminal) async throws -> Result
    ) async throws -> Result {
        let terminal = try TestTerminal()
        do {
            try await terminal.start(columns: columns, rows: rows, name: name, environment: environment)
            let result = try await body(terminal)
            await terminal.end()
            return result
        } catch {
            await terminal.end()
            throw error
        }
    }

    private init() throws {
        folder = URL(filePath: NSTemporaryDirectory())
            .appending(path: "inatty-test-" + UUID().uuidString.prefix(8))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func start(columns: Int, rows: Int, name: String, environment: [String: String]) async throws {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        var variables = [
            "HOME": folder.path,
            "PATH": [programs.path, BuiltBinary.searchPath, path].joined(separator: ":"),
            "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": name, "SHELL": "/bin/sh",
        ]
        for place in ["CONFIG", "CACHE", "DATA", "STATE"] { variables["XDG_\(place)_HOME"] = folder.path }
        variables.merge(environment) { $1 }
        let exports = variables.map { "export \($0)=\(Self.quoted($1))" }.sorted()
        let start =
            exports + [
                "unset TMUX TMUX_PANE HISTFILE LINES COLUMNS", "ulimit -c 0", "cd",
                "bind 'set enable-bracketed-paste off'", "PS1='[$?] \\#> '",
            ]
        try start.joined(separator: "\n").write(to: file("rc"), atomically: true, encoding: .utf8)
        try await tmux([
            "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
            "env -i bash --noprofile --rcfile \(Self.quoted(file("rc").path)) -i",
            ";", "set-option", "-g", "status", "off", ";", "set-option", "-g", "window-size", "manual",
            ";", "set-option", "-s", "escape-time", "0", ";", "set-option", "-s", "set-clipboard", "on",
            ";", "resize-window", "-x", "\(columns)", "-y", "\(rows)",
        ])
        try await wait(for: "the shell's prompt") { Self.prompt(on: $0) != nil }
        try await run("stty -a > modes-before; clear")
        try await waitForPrompt(after: 1)
    }

    private func end() async {
        _ = try? await tmux(["kill-server"])
        try? FileManager.default.removeItem(at: folder)
    }

    /// The folder that the shell looks for programs in first.
    private var programs: URL { file("bin") }

    /// Puts a program before any other of that name.
    ///
    /// - Parameter script: of `/bin/sh`.
    package func install(_ name: String, _ script: String) throws {
        try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
        let program = programs.appending(path: name)
        try "#!/bin/sh\n\(script)\n".write(to: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    }

    /// A file in the private folder.
    package func file(_ name: String) -> URL { folder.appending(path: name) }

    /// What stands in a file of the private folder; empty when there is none.
    package func contents(of name: String) -> String {
        (try? String(contentsOf: file(name), encoding: .utf8)) ?? ""
    }

    /// Every file in the private folder, with its path there. What tmux and this class put there is left out.
    package func files() -> [String: Data] {
        var files: [String: Data] = [:]
        for path in FileManager.default.subpaths(atPath: folder.path) ?? [] where path != "rc" {
            if let data = try? Data(contentsOf: file(path)) { files[path] = data }
        }
        return files
    }

    // MARK: - Input

    /// Types a command line and Enter.
    package func run(_ command: String) async throws {
        try await type(command)
        try await press("Enter")
    }

    /// Types a text as it is.
    package func type(_ text: String) async throws {
        try await tmux(["send-keys", "-l", "--", text])
    }

    /// Presses keys by tmux's names for them: `Enter`, `Escape`, `BTab`, `C-z`, `Down`, `PPage`.
    package func press(_ keys: String...) async throws {
        try await tmux(["send-keys", "--"] + keys)
    }

    /// Pastes a text, between the marks of a bracketed paste if the program has asked for them.
    package func paste(_ text: String) async throws {
        let path = file("paste").path
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        try await tmux(["load-buffer", path, ";", "paste-buffer", "-p", "-r", "-d"])
        try FileManager.default.removeItem(atPath: path)
    }

    /// Gives the terminal another size.
    package func resize(columns: Int, rows: Int) async throws {
        try await tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    // MARK: - Output

    /// What the terminal shows now.
    package func screen() async throws -> Screen {
        let flags = [
            "alternate_on", "cursor_flag", "mouse_any_flag", "mouse_sgr_flag", "keypad_flag",
            "keypad_cursor_flag", "cursor_x", "cursor_y",
        ]
        let answer = try await tmux([
            "display-message", "-p", flags.map { "#{\($0)}" }.joined(separator: " "), ";", "capture-pane",
            "-p",
        ])
        var lines = answer.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        let values = lines.removeFirst().split(separator: " ").map { Int($0) ?? 0 }
        guard values.count == flags.count else {
            throw TestTerminalError("tmux does not describe its pane: \(answer)")
        }
        keep(lines.joined(separator: "\n"))
        return Screen(
            lines: lines,
            cursor: (values[6], values[7]),
            modes: Screen.Modes(
                isAlternate: values[0] != 0,
                hasCursor: values[1] != 0,
                hasMouse: values[2] != 0,
                hasWideMouse: values[3] != 0,
                hasApplicationKeys: values[4] != 0 || values[5] != 0
            )
        )
    }

    /// What the terminal shows with the escape sequences of its colours and attributes.
    package func styledText() async throws -> String {
        try await tmux(["capture-pane", "-p", "-e"])
    }

    /// Keeps every byte that is written to the terminal from now on.
    package func record() async throws {
        try await tmux(["pipe-pane", "-O", "cat > \(Self.quoted(file("recording").path))"])
    }

    /// The bytes since ``record()``.
    package var recording: String { contents(of: "recording") }

    /// What ``scribble()`` writes.
    package static let scribble = "scribbled from outside"

    /// Writes over the screen past the program, as a message of another user does, and waits until it is there.
    package func scribble() async throws {
        let device = try await tmux(["display-message", "-p", "#{pane_tty}"]).trimmingCharacters(
            in: .newlines
        )
        let handle = try FileHandle(forWritingTo: URL(filePath: device))
        // The cursor and its colours are saved before and restored after.
        try handle.write(contentsOf: Data("\u{1B}7\u{1B}[5;20H\(Self.scribble)\u{1B}8".utf8))
        try handle.close()
        try await wait(for: Self.scribble)
    }

    /// What programs have put on the clipboard last.
    package func clipboard() async throws -> String {
        try await tmux(["show-buffer"])
    }

    /// Every different text that was seen on the terminal so far.
    package var history: [String] { pictures.withLock { $0 } }

    /// Everything that scrolled off the first screen, and what is on it.
    package func scrollback() async throws -> String {
        let text = try await tmux(["capture-pane", "-p", "-S", "-"])
        keep(text)
        return text
    }

    private func keep(_ text: String) {
        pictures.withLock { pictures in
            if pictures.last != text { pictures.append(text) }
        }
    }

    /// The process id of the shell.
    package func shell() async throws -> Int32 {
        let answer = try await tmux(["display-message", "-p", "#{pane_pid}"])
        return Int32(answer.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }

    @discardableResult
    private func tmux(_ arguments: [String]) async throws -> String {
        let result = try await Subprocess.run(
            .name("tmux"),
            arguments: Arguments(["-S", file("socket").path] + arguments),
            environment: .inherit.updating(["TMUX": nil, "LC_ALL": "C.UTF-8"]),
            output: .string(limit: 1 << 22),
            error: .string(limit: 1 << 16)
        )
        guard result.terminationStatus.isSuccess else {
            throw TestTerminalError("tmux \(arguments.joined(separator: " ")): \(result.standardError)")
        }
        return result.standardOutput
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: #"'\''"#) + "'"
    }
}

/// What went wrong with a terminal of a test, with its screen where that helps.
package struct TestTerminalError: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
