package import Browser
package import TerminalUI

/// What a person has set in `config.yaml`, with the default for whatever was not set or cannot be used.
package struct Configuration: Sendable {
    /// How the browser looks and works.
    package var preferences = Preferences()
    /// Whether to use colours.
    package var colours = ColourChoice.automatic
    /// Whether ASCII signs are drawn although the terminal takes others.
    package var usesASCII = false
    /// The themes that the person has made.
    package var themes: [OwnTheme] = []
    /// What in the file cannot be used, in its order.
    package var problems: [ConfigurationProblem] = []

    /// The defaults.
    package init() {}

    /// What a file's text says.
    ///
    /// - Parameters:
    ///   - text: YAML.
    ///   - file: its path, for the problems.
    package init(text: String, file: String) {
        var reader = ConfigurationReader(file: file)
        // A mark of byte order, as some editors write it.
        let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        do throws(YAMLFault) {
            if let root = try YAMLNode.reading(text) { reader.read(root) }
        } catch {
            reader.wrong(error.place, error.fault, error.remedy)
        }
        self = reader.configuration
        problems.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    }

    /// The theme of that name: one of the program's, or one of the person's own.
    package func theme(named name: String) -> Theme? {
        Theme.named(name) ?? themes.first { $0.name == name }?.theme
    }

    /// The names of all themes, the program's first.
    package var themeNames: [String] { Theme.all.map(\.name) + themes.map(\.name) }

    /// What the file of this environment says; the defaults when there is none.
    ///
    /// It never fails: a file that cannot be read is one of the ``problems``.
    package static func load(variables: [String: String]) -> Configuration {
        guard let file = ConfigurationFile(variables: variables) else { return Configuration() }
        return file.load()
    }
}
