import Browser
import Curses
import INaturalist

/// Brings terminal, browser and servers together.
enum Terminal {
    /// Runs the browser until the person leaves; the terminal is as before afterwards.
    ///
    /// - Throws: `TerminalError` when there is no terminal to draw on.
    @MainActor
    static func browse(
        _ setting: BrowserState.Setting,
        signInWith request: SignInRequest?,
        connect: @escaping @Sendable () async throws(INaturalistError) -> INaturalistClient
    ) async throws {
        let session = try TerminalSession(environment: LaunchEnvironment.current.variables)
        let services = BrowserServices(connect: connect, openWebPage: WebBrowser.open)
        let browser = Browser(setting: setting, display: session.display, services: services)
        await browser.run(signInWith: request)
        // Until here the session is needed, although nothing names it: its end gives the terminal back.
        withExtendedLifetime(session) {}
    }
}
