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
        needle = Needle(hexadecimal: arguments[index + 1])
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
