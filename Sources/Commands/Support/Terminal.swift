import Browser
import BrowserConfiguration
import Curses
import INaturalist

/// Brings terminal, browser and servers together.
enum Terminal {
    /// Runs the browser until the person leaves; the terminal is as before afterwards.
    ///
    /// - Parameters:
    ///   - configuration: how the person wants it to look and to work.
    ///   - remember: keeps what this run leaves for the next; nothing where nothing is kept.
    /// - Throws: `TerminalError` when there is no terminal to draw on.
    @MainActor
    static func browse(
        _ setting: BrowserState.Setting,
        _ opening: BrowserState.Opening?,
        _ services: BrowserServices,
        _ configuration: Configuration,
        remember: ((SessionMemory) throws -> Void)? = nil
    ) async throws {
        let (rest, memory) = try await show(setting, opening, services, configuration)
        complainOfTokensLeft(await rest.finish())
        keep(memory, remember)
    }

    /// Runs the browser as a conversation in lines until the person leaves or the input ends.
    ///
    /// - Parameters: as for ``browse(_:_:_:_:remember:)``.
    @MainActor
    static func talk(
        _ setting: BrowserState.Setting,
        _ opening: BrowserState.Opening?,
        _ services: BrowserServices,
        _ configuration: Configuration,
        remember: ((SessionMemory) throws -> Void)? = nil
    ) async {
        let browser = PlainBrowser(
            setting: setting,
            preferences: configuration.preferences,
            terminal: PlainTerminal(
                environment: LaunchEnvironment.current.variables,
                usesASCII: configuration.usesASCII
            ),
            services: services
        )
        let rest = await browser.run(opening)
        complainOfTokensLeft(await rest.finish())
        keep(browser.memory, remember)
    }

    /// Keeps what a run leaves; a failure is told and is none of the run's.
    private static func keep(_ memory: SessionMemory?, _ remember: ((SessionMemory) throws -> Void)?) {
        guard let memory else { return }
        do {
            try remember?(memory)
        } catch {
            complain("what was looked at could not be remembered: \(error)")
        }
    }

    /// What needs the terminal; it is given back when this returns.
    @MainActor
    private static func show(
        _ setting: BrowserState.Setting,
        _ opening: BrowserState.Opening?,
        _ services: BrowserServices,
        _ configuration: Configuration
    ) async throws -> (EffectRunner, SessionMemory?) {
        let session = try TerminalSession(
            theme: configuration.preferences.theme,
            colours: configuration.colours,
            mouse: configuration.preferences.usesMouse,
            usesASCII: configuration.usesASCII,
            environment: LaunchEnvironment.current.variables
        )
        let browser = Browser(
            setting: setting,
            preferences: configuration.preferences,
            display: session.display,
            services: services
        )
        let rest = await browser.run(opening)
        // Until here the session is needed, although nothing names it: its end gives the terminal back.
        withExtendedLifetime(session) {}
        return (rest, browser.memory)
    }
}
