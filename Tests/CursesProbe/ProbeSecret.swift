import MemoryScan
import TerminalUI

/// A field for a secret, in place of the probe's keys: `--secret HEX`, the secret that will be typed or pasted,
/// masked as ``Needle`` does. F5 says how often it stands in memory, F6 clears the field.
struct ProbeSecret {
    private let needle: Needle
    private var field = SecretField()

    /// Nothing when no secret was announced.
    init?(arguments: [String]) {
        guard let index = arguments.firstIndex(of: "--secret"), index + 1 < arguments.count else {
            return nil
        }
        let digits = Array(arguments[index + 1].utf8)
        needle = Needle(
            masked: stride(from: 0, to: digits.count - 1, by: 2).compactMap {
                UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
            }
        )
    }

    /// What is to be shown after an event.
    mutating func handle(_ event: InputEvent) -> String {
        switch event {
        case .key(.function(5)):
            let findings = try? MemoryScan.findings(of: needle)
            return "found \(findings.map { String($0.count) } ?? "nothing to search")."
        case .key(.function(6)):
            field = SecretField()
            return "cleared."
        default:
            _ = field.handle(event)
            return "\(field.length) characters."
        }
    }
}
