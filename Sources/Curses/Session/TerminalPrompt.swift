import CTerminalGuard
import Glibc
package import SecretMemory

/// A question on the terminal outside the screens, whose answer nobody may read over a shoulder.
package nonisolated enum TerminalPrompt {
    /// Asks, and reads a line without showing it.
    ///
    /// The terminal's modes are guarded as on the screens: a signal or a crash gives them back.
    ///
    /// - Returns: what was typed; nil when Ctrl-C or Ctrl-D ended it.
    /// - Throws: `TerminalError` when standard input is no terminal.
    package static func secret(_ question: String) throws(TerminalError) -> SecretBytes? {
        guard isatty(STDIN_FILENO) == 1 else { throw .notTerminal(stream: "Standard input") }
        show(question)
        guard terminal_guard_install(STDIN_FILENO, STDERR_FILENO) else {
            throw .failed("reading the terminal's modes")
        }
        defer {
            // What a paste has behind its first line is part of the secret: the shell must not get it as commands.
            tcflush(STDIN_FILENO, TCIFLUSH)
            terminal_guard_remove()
            show("\n")
        }
        // Nothing was drawn, so nothing is to be written when the terminal is given back.
        unsafe terminal_guard_set_restoration("", 0)
        guard terminal_guard_take() else { throw .failed("changing the terminal's modes") }
        return readLine()
    }

    /// Asks, and reads a line that is shown as it is typed; nil at the end of the input.
    package static func line(_ question: String) -> String? {
        show(question)
        return Swift.readLine()
    }

    private static func readLine() -> SecretBytes? {
        var typed = SecretBytes.empty
        while true {
            var byte: UInt8 = 0
            let count = unsafe read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return nil }
            switch byte {
            case 0x0A, 0x0D: return typed
            case 0x03, 0x04: return nil
            case 0x15: typed = .empty
            case 0x08, 0x7F:
                let start = typed.boundaries.dropLast().last ?? 0
                typed = typed.replacing(start..<typed.count, with: .empty)
            // Ctrl-Z and its like are no part of a secret.
            case 0x00..<0x20: continue
            default: typed = typed.replacing(typed.count..<typed.count, with: SecretBytes([byte]))
            }
        }
    }

    private static func show(_ text: String) {
        let bytes = Array(text.utf8)
        _ = unsafe write(STDERR_FILENO, bytes, bytes.count)
    }
}
