import CTerminalGuard
import Glibc
package import SecretMemory

/// A question on the terminal outside the screens, whose answer nobody may read over a shoulder.
package nonisolated enum TerminalPrompt {
    /// Asks, and reads a line without showing it.
    ///
    /// What is pasted is one answer, however many lines it has: between the marks of a bracketed paste line breaks
    /// press nothing, and in a terminal without them an answer that begins with `{` goes on to the end of that object
    /// while more of it comes. What still comes after the answer is dropped: the shell would run it as commands, and
    /// show it. The terminal's modes are guarded as on the screens: a signal or a crash gives them back.
    ///
    /// - Parameter marksPaste: whether the terminal is asked to mark a paste, which writes escape sequences.
    /// - Returns: what was typed; nil when Ctrl-C or Ctrl-D ended it.
    /// - Throws: `TerminalError` when standard input is no terminal.
    package static func secret(
        _ question: String,
        marksPaste: Bool = true
    ) throws(TerminalError) -> SecretBytes? {
        guard isatty(STDIN_FILENO) == 1 else { throw .notTerminal(stream: "Standard input") }
        show(question)
        // Standard error is collected while the terminal is taken, so it is no way to the terminal then.
        let terminal = marksPaste ? writableTerminal : nil
        guard terminal_guard_install(STDIN_FILENO, terminal ?? STDERR_FILENO) else {
            throw .failed("reading the terminal's modes")
        }
        defer {
            dropWhatComes()
            terminal_guard_remove()
            show("\n")
        }
        setRestoration(terminal == nil ? "" : pasteMarksOff)
        guard terminal_guard_take() else { throw .failed("changing the terminal's modes") }
        if let terminal { send(pasteMarksOn, to: terminal) }
        return readLine()
    }

    /// Asks, and reads a line that is shown as it is typed; nil at the end of the input.
    package static func line(_ question: String) -> String? {
        show(question)
        return Swift.readLine()
    }

    private static let pasteMarksOn = "\u{1B}[?2004h"
    private static let pasteMarksOff = "\u{1B}[?2004l"

    /// How long the rest of a key or of a paste may take to come, in milliseconds. No person types so fast.
    private static let keyPatience: Int32 = 50
    private static let pastePatience: Int32 = 300

    private static func readLine() -> SecretBytes? {
        var line = SecretLine()
        while true {
            if line.isAfterEscape, !hasInput(within: keyPatience) { line.endEscape() }
            var byte: UInt8 = 0
            let count = unsafe read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return nil }
            switch line.take(byte) {
            case nil: continue
            case .stop: return nil
            case .enter:
                // A password may begin with a brace too: then nothing follows, and Enter is Enter.
                if line.isOpenObject, hasInput(within: pastePatience) { continue }
                return line.secret
            }
        }
    }

    /// Drops what was not read, until nothing has come for a moment, or for seconds a flood has.
    private static func dropWhatComes() {
        for _ in 0..<200 {
            tcflush(STDIN_FILENO, TCIFLUSH)
            guard hasInput(within: keyPatience) else { return }
        }
    }

    private static func hasInput(within milliseconds: Int32) -> Bool {
        var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        while true {
            let count = unsafe poll(&descriptor, 1, milliseconds)
            if count < 0, errno == EINTR { continue }
            return count == 1 && descriptor.revents & Int16(POLLIN) != 0
        }
    }

    /// Where the terminal takes its modes; nothing where it cannot be written to or knows no modes.
    private static var writableTerminal: Int32? {
        guard let name = unsafe getenv("TERM"), unsafe strcmp(name, "dumb") != 0 else { return nil }
        return [STDIN_FILENO, STDOUT_FILENO].first {
            isatty($0) == 1 && fcntl($0, F_GETFL) & O_ACCMODE != O_RDONLY
        }
    }

    private static func setRestoration(_ text: String) {
        let bytes = Array(text.utf8)
        unsafe terminal_guard_set_restoration(bytes, bytes.count)
    }

    private static func show(_ text: String) {
        send(text, to: STDERR_FILENO)
    }

    private static func send(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        _ = unsafe write(descriptor, bytes, bytes.count)
    }
}
