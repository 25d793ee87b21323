internal import FoundationEssentials
internal import Glibc

/// The person's own pager or editor, on a text of ours.
///
/// The text lies in a private file for as long as the program runs. An editor has a copy: what is changed there is kept
/// nowhere.
package struct TextViewer: Sendable, Hashable {
    /// Which of the two.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// `$PAGER`, else `less`, else `more`.
        case pager
        /// `$VISUAL`, else `$EDITOR`, else Debian's `editor`, else `vi`, else `nano`.
        case editor
    }

    /// How showing the text ended.
    package enum Outcome: Sendable, Hashable {
        /// The program ran and ended well.
        case shown
        /// It did not, for that reason; in whole sentences that say what to do.
        case failed(String)
    }

    /// Which of the two.
    package let kind: Kind
    /// The command line that is run, for the shell; nil when there is none.
    package let command: String?
    private let environment: [String: String]

    /// Finds the program; nothing is started yet.
    ///
    /// - Parameter environment: names it, and is what it gets, but for the variables that hold secrets.
    package init(_ kind: Kind, environment: [String: String]) {
        self.kind = kind
        self.environment = SecretVariables.removingSecrets(from: environment)
        let named = Self.variables(kind).lazy.compactMap { environment[$0] }.first { text in
            text.contains { !$0.isWhitespace }
        }
        command = named ?? Self.programs(kind).first { ChildProcess.path(of: $0, in: environment) != nil }
    }

    private static func variables(_ kind: Kind) -> [String] {
        kind == .pager ? ["PAGER"] : ["VISUAL", "EDITOR"]
    }

    private static func programs(_ kind: Kind) -> [String] {
        kind == .pager ? ["less", "more"] : ["editor", "vi", "nano"]
    }

    /// Shows a text on the terminal, which has to be lent for that.
    ///
    /// - Parameters:
    ///   - text: any text; control characters are written as JSON writes them, because not every pager is careful.
    ///   - name: what the file is called there, such as `observation-12.json`; without a slash.
    package func show(_ text: String, named name: String) async -> Outcome {
        guard let command else { return .failed(missing) }
        let file: PrivateFile
        do {
            file = try PrivateFile(name: name, bytes: Array(Self.harmless(text).utf8), environment)
        } catch {
            return .failed("The text could not be put into a private file (\(error)). Check TMPDIR.")
        }
        defer { file.remove() }
        let shell = ChildProcess(
            executable: "/bin/sh",
            // The shell outlives Ctrl-C, and cleans up when the terminal goes away and this program with it.
            arguments: [
                "-c",
                """
                folder=$2
                trap : INT QUIT
                trap 'exit 129' HUP TERM
                trap '/bin/rm -rf -- "$folder"' EXIT
                \(command) "$1"
                """,
                "sh", file.path, file.folder,
            ],
            environment: environment
        )
        let ending = await shell.runInForeground()
        return ending == .exited(0) ? .shown : .failed(words(for: ending, command))
    }

    /// The text with control characters and those that turn text around as JSON writes them; inside JSON that changes
    /// nothing.
    static func harmless(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar != "\n", scalar != "\t", scalar.value < 0x1_0000, PlainWords.isHarmful(scalar) {
                let digits = String(scalar.value, radix: 16)
                result += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private var missing: String {
        switch kind {
        case .pager: "There is no pager: install less, or name a program in PAGER."
        case .editor: "There is no editor: install nano, or name a program in VISUAL or EDITOR."
        }
    }

    private func words(for ending: ChildProcess.Ending, _ command: String) -> String {
        let variables = Self.variables(kind).joined(separator: " or ")
        let name = String(
            command.prefix(60).filter { $0.unicodeScalars.allSatisfy { !PlainWords.isHarmful($0) } }
        )
        switch ending {
        case .exited(127): return "“\(name)” is not there. Name another program in \(variables)."
        case .exited(126): return "“\(name)” cannot be run. Name another program in \(variables)."
        default: return "“\(name)” \(PlainWords.ending(ending)). Name another in \(variables) if it stays so."
        }
    }
}
