import Browser
import Subprocess
import TerminalUI

/// The person's web browser.
enum WebBrowser {
    /// Opens an address, or says how to open it by hand.
    ///
    /// The other program gets no variable that holds a secret.
    static func open(_ address: String) async -> Message {
        #if os(macOS)
            let opener = "open"
        #else
            let opener = "xdg-open"
        #endif
        var environment = Environment.inherit
        for name in LaunchEnvironment.secretNames {
            environment = environment.updating([Environment.Key(stringLiteral: name): nil])
        }
        let result = try? await run(
            .name(opener),
            arguments: [address],
            environment: environment,
            output: .discarded,
            error: .discarded
        )
        if result?.terminationStatus.isSuccess == true { return Message("Opened \(address).") }
        return Message("No web browser could be started here. The address: \(address)", .warning)
    }
}
