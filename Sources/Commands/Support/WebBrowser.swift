import Browser
import OtherPrograms
import TerminalUI

extension WebBrowser {
    /// Opens an address, or says how to open it by hand. The other program gets no variable that holds a secret.
    static func open(_ address: String) async -> Message {
        let environment = LaunchEnvironment.current.variables.filter {
            !LaunchEnvironment.secretNames.contains($0.key)
        }
        if await open(address, environment: environment) { return Message("Opened \(address).") }
        return Message("No web browser could be started here. The address: \(address)", .warning)
    }
}
