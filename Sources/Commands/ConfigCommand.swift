import ArgumentParser
import Browser
import BrowserConfiguration

/// `inatty config`: the person's settings.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Look after the configuration: keys, theme, columns, units, mouse.",
        discussion: """
            It is read from $XDG_CONFIG_HOME/inatty/config.yaml, or ~/.config/inatty/config.yaml, when the browser starts. \
            Without one, everything has its default; an entry that cannot be used is told, and has its default as well.

            Examples:
              inatty config show | less
              inatty config check
              inatty config bind table ^X sort
            """,
        subcommands: [Path.self, Check.self, Show.self, Schema.self, Bind.self]
    )

    /// The file that the environment names.
    ///
    /// - Throws: `ConfigurationError.noHome` when it names none.
    static func file() throws -> ConfigurationFile {
        guard let file = ConfigurationFile(variables: LaunchEnvironment.current.variables) else {
            throw ConfigurationError.noHome
        }
        return file
    }
}
