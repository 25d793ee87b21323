/// The person's web browser.
package enum WebBrowser {
    /// Opens an address with what the desktop has for that: `open` on macOS, `xdg-open` elsewhere.
    ///
    /// - Parameters:
    ///   - address: nothing secret, because other programs can read arguments.
    ///   - environment: the variables that it gets, but for those that hold secrets.
    /// - Returns: whether something took the address.
    package static func open(_ address: String, environment: [String: String]) async -> Bool {
        #if os(macOS)
            let name = "open"
        #else
            let name = "xdg-open"
        #endif
        guard let path = ChildProcess.path(of: name, in: environment) else { return false }
        let opener = ChildProcess(
            executable: path,
            arguments: [address],
            environment: SecretVariables.removingSecrets(from: environment)
        )
        // A browser that was not running yet may stay in the foreground of its opener.
        switch await opener.launch(waiting: .seconds(5)) {
        case .runs, .ended(.exited(0)): return true
        case .ended: return false
        }
    }
}
