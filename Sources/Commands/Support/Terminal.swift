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
        _ opening: BrowserState.Opening?,
        _ services: BrowserServices
    ) async throws {
        let rest = try await show(setting, opening, services)
        complainOfTokensLeft(await rest.finish())
    }

    /// What needs the terminal; it is given back when this returns.
    @MainActor
    private static func show(
        _ setting: BrowserState.Setting,
        _ opening: BrowserState.Opening?,
        _ services: BrowserServices
    ) async throws -> EffectRunner {
        let session = try TerminalSession(environment: LaunchEnvironment.current.variables)
        let browser = Browser(setting: setting, display: session.display, services: services)
        let rest = await browser.run(opening)
        // Until here the session is needed, although nothing names it: its end gives the terminal back.
        withExtendedLifetime(session) {}
        return rest
    }
}
