import Browser
import OtherPrograms
import TerminalUI

extension WebBrowser {
    /// Opens an address, or says how to open it by hand. The other program gets no variable that holds a secret.
    static func open(_ address: String) async -> Message {
        if await open(address, environment: LaunchEnvironment.current.variables) {
            return Message("Opened \(address).")
        }
        return Message("No web browser could be started here. The address: \(address)", .warning)
    }
}
