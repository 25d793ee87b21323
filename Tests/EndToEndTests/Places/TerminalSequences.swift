import Foundation
import Subprocess
import TestSupport

/// The escape sequences that a terminal knows by its terminfo entry, each by its kind: `CSI H` for any movement of the
/// cursor, `CSI ?25l` for one private mode, `ESC )0` for what has no parameters.
struct TerminalSequences {
    /// The kinds.
    let known: Set<String>
    /// The parameters of `CSI m`.
    let attributes: Set<Int>

    /// Asks `infocmp`.
    init(of name: String) async throws {
        let result = try await run(
            .name("infocmp"),
            arguments: ["-1", name],
            output: .string(limit: 1 << 16),
            error: .discarded
        )
        let capabilities = result.standardOutput.split(separator: "\n")
            .compactMap { line in line.firstIndex(of: "=").map { String(line[$0...].dropFirst().dropLast()) }
            }
        var known: Set<String> = []
        var attributes: Set<Int> = [0]
        for capability in capabilities {
            let bytes = capability.replacing("\\E", with: "\u{1B}")
            known.formUnion(Self.used(in: bytes.replacing(Self.parameter, with: "")))
            // A parameter is a digit that follows those that stand there: setaf is `\E[3%p1%dm`.
            for digit in 0...7 {
                attributes.formUnion(
                    Self.attributes(
                        in: bytes.replacing(Self.parameter) { match in
                            match.output.hasSuffix("d") ? "\(digit)" : ""
                        }
                    )
                )
            }
        }
        self.known = known
        self.attributes = attributes
    }

    /// What terminfo(5) puts into a string for its parameters, and padding.
    private static nonisolated(unsafe) let parameter =
        /%(?:[pPg].|[i?te;%+\-*\/m&|^=<>AO!~]|'.'|\{\d+\}|[0-9.:# ]*[dscxXo])|\$<[^>]*>/

    private static nonisolated(unsafe) let sequence =
        /\u{1B}(?:\[(\?[0-9;]*)?([0-9;]*)([ -\/]*[@-~])|([ -\/]*[0-Z\\^-~]))/

    /// The kinds of the sequences in a text.
    static func used(in text: String) -> Set<String> {
        Set(
            text.matches(of: sequence).map { match in
                if let final = match.3 { "CSI \(match.1 ?? "")\(final)" } else { "ESC \(match.4 ?? "")" }
            }
        )
    }

    /// The parameters of all `CSI m` in a text.
    static func attributes(in text: String) -> Set<Int> {
        Set(
            text.matches(of: sequence).filter { $0.3 == "m" }.flatMap { match in
                (match.2 ?? "").split(separator: ";").compactMap { Int($0) }
            }
        )
    }
}
