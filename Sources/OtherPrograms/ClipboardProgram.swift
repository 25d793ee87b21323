/// A program of the desktop that puts a text on its clipboard.
///
/// The text goes to its standard input, because others can read arguments. Some of these programs stay behind to serve
/// what was copied; that neither blocks nor keeps anything open here.
package struct ClipboardProgram: Sendable, Hashable {
    /// What came of copying.
    package enum Outcome: Sendable, Hashable {
        /// This program took the text.
        case taken(by: String)
        /// There is no such program here, or no desktop that it could speak to.
        case none
        /// None of the programs took the text, for that reason, in a sentence.
        case refused(String)
    }

    /// Its name, such as `xclip`.
    package let name: String
    private let arguments: [String]
    private let path: String

    /// The programs that can speak to what runs here, the best first.
    ///
    /// The clipboards of Wayland, X11 and macOS, then tmux's buffer, which tmux hands to its terminal when it may.
    package static func all(in environment: [String: String]) -> [ClipboardProgram] {
        func has(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }
        var wanted: [(String, [String])] = []
        if has("WAYLAND_DISPLAY") { wanted.append(("wl-copy", ["--type", "text/plain;charset=utf-8"])) }
        if has("DISPLAY") {
            wanted.append(("xclip", ["-selection", "clipboard"]))
            wanted.append(("xsel", ["--clipboard", "--input"]))
        }
        wanted.append(("pbcopy", []))
        if has("TMUX") { wanted.append(("tmux", ["load-buffer", "-w", "-"])) }
        return wanted.compactMap { name, arguments in
            ChildProcess.path(of: name, in: environment).map {
                ClipboardProgram(name: name, arguments: arguments, path: $0)
            }
        }
    }

    /// Puts a text on the clipboard with the first program that takes it.
    ///
    /// - Parameters:
    ///   - text: what to copy, of any length.
    ///   - environment: the variables that the programs get, but for those that hold secrets.
    ///   - limit: how long each may take; a desktop that does not answer would hold it for ever.
    package static func copy(
        _ text: String,
        environment: [String: String],
        within limit: Duration = .seconds(5)
    ) async -> Outcome {
        var reasons: [String] = []
        for program in all(in: environment) {
            guard let reason = await program.refusal(of: text, environment, limit) else {
                return .taken(by: program.name)
            }
            reasons.append("\(program.name) \(reason)")
        }
        return reasons.isEmpty ? .none : .refused(reasons.joined(separator: "; ") + ".")
    }

    /// Nil when it took the text, else why not.
    private func refusal(
        of text: String,
        _ environment: [String: String],
        _ limit: Duration
    ) async -> String? {
        let process = ChildProcess(
            executable: path,
            arguments: arguments,
            environment: SecretVariables.removingSecrets(from: environment)
        )
        let outcome = await process.run(input: Array(text.utf8), within: limit)
        switch outcome.ending {
        case .exited(0): return nil
        case .timedOut: return "did not answer"
        default: return PlainWords.reason(outcome)
        }
    }
}
