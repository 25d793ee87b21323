import ArgumentParser
import Browser
import BrowserConfiguration
import INaturalist
import TerminalUI

/// How the browser looks in this run, whatever the configuration says.
struct DisplayOptions: ParsableArguments {
    @Flag(
        help:
            "Print lines and read commands instead of drawing: for screen readers, pipes and plain terminals."
    )
    var plain = false

    @Option(
        help: "dark, light, high-contrast, terminal, mono, or a theme of the configuration.",
        completion: .list(Theme.all.map(\.name))
    )
    var theme: String?

    @Option(
        help: "Whether to use colours: automatic (as the terminal can, and NO_COLOR), always or never.",
        completion: .list(ColourChoice.allCases.map(\.rawValue))
    )
    var colour: ColourChoice?

    @Flag(help: "Draw with ASCII characters alone.")
    var ascii = false

    @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal, for selecting text.")
    var isWithoutMouse = false

    /// What `config.yaml` says, with what was said on the command line in its place.
    ///
    /// - Throws: when there is no theme of that name.
    func configuration() throws -> Configuration {
        var configuration = Configuration.load(variables: LaunchEnvironment.current.variables)
        if let theme {
            configuration.preferences.theme = try named(theme, in: configuration)
        }
        if let colour { configuration.colours = colour }
        if ascii { configuration.usesASCII = true }
        if isWithoutMouse { configuration.preferences.usesMouse = false }
        return configuration
    }

    /// Runs the browser in the way that was asked for.
    @MainActor
    func browse(
        _ setting: BrowserState.Setting,
        _ opening: BrowserState.Opening?,
        _ services: BrowserServices,
        _ configuration: Configuration,
        remember: ((SessionMemory) throws -> Void)? = nil
    ) async throws {
        guard !plain else {
            return await Terminal.talk(setting, opening, services, configuration, remember: remember)
        }
        try await Terminal.browse(setting, opening, services, configuration, remember: remember)
    }

    private func named(_ name: String, in configuration: Configuration) throws -> Theme {
        if let theme = configuration.theme(named: name) { return theme }
        let names = configuration.themeNames
        let meant = WordDistance.nearest(to: name, in: names).map { " Did you mean “\($0)”?" } ?? ""
        throw UsageError(
            description: "There is no theme “\(name)”: \(names.joined(separator: ", ")) are there.\(meant)"
        )
    }
}

extension ColourChoice: ExpressibleByArgument {}

extension Configuration {
    /// What is to be told of it at the start.
    var remarks: [Message] { problems.map { Message($0.notice, .warning) } }
}
