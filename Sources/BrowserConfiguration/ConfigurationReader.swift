internal import Browser
internal import Coordinates
internal import INaturalist
internal import TerminalUI

/// Reads the parts of a file into a configuration, and notes what of it cannot be used.
struct ConfigurationReader {
    /// The file's path.
    let file: String
    /// What was read so far.
    var configuration = Configuration()

    /// Reads the whole.
    mutating func read(_ root: YAMLNode) {
        guard !root.isAbsent else { return }
        guard case .mapping(let pairs) = root.content else {
            wrong(
                root.place,
                "The file is \(root.kind).",
                "Each of its lines is KEY: VALUE, such as theme: light; inatty config show prints one."
            )
            return
        }
        var entries: [ConfigurationKey: YAMLNode] = [:]
        for (key, value) in unique(pairs, in: "the file") {
            guard let name = key.text, let entry = ConfigurationKey(rawValue: name) else {
                wrong(key, "is no entry of the configuration", of: ConfigurationKey.allCases.map(\.name))
                continue
            }
            // `theme:` with nothing behind it says nothing, as when somebody has commented a block out.
            if !value.isAbsent { entries[entry] = value }
        }
        // The own themes first: `theme` may name one of them.
        for key in [.themes] + ConfigurationKey.allCases.filter({ $0 != .themes }) {
            if let value = entries[key] { read(key, value) }
        }
    }

    private mutating func read(_ key: ConfigurationKey, _ value: YAMLNode) {
        switch key {
        case .theme: readTheme(value)
        case .themes: readThemes(value)
        case .colours:
            if let colours = choice(key, value, ColourChoice.init) { configuration.colours = colours }
        case .characters:
            if let isASCII = choice(key, value, Self.named(ConfigurationKey.characterChoices)) {
                configuration.usesASCII = isASCII
            }
        case .columns: readColumns(value)
        case .freeze:
            guard let number = number(key, value, in: Self.freezable) else { return }
            configuration.preferences.columns.frozen = number
        case .coordinates:
            if let format = choice(key, value, CoordinateFormat.init) {
                configuration.preferences.coordinates = format
            }
        case .units:
            if let unit = choice(key, value, LengthUnit.init) { configuration.preferences.units = unit }
        case .start: readStart(value)
        case .mouse:
            if let isOn = choice(key, value, Self.toggle) { configuration.preferences.usesMouse = isOn }
        case .cursor:
            if let isShown = choice(key, value, Self.named(ConfigurationKey.cursorChoices)) {
                configuration.preferences.showsCursor = isShown
            }
        case .photos:
            if let choice = choice(key, value, PhotoChoice.init) { configuration.preferences.photos = choice }
        case .bind: readBindings(value)
        }
    }

    /// How many columns can stay in place.
    static let freezable = 0...ObservationColumn.allCases.count

    private static func named<Value>(_ choices: [(name: String, value: Value)]) -> (String) -> Value? {
        { name in choices.first { $0.name == name }?.value }
    }

    /// The words for yes and no of YAML 1.1, which people are used to, besides on and off.
    private static func toggle(_ word: String) -> Bool? {
        switch word.lowercased() {
        case "on", "true", "yes": true
        case "off", "false", "no": false
        default: nil
        }
    }

    private mutating func readStart(_ value: YAMLNode) {
        guard let text = single(.start, value) else { return }
        if let view = Self.named(ConfigurationKey.startChoices)(text) {
            configuration.preferences.start = view
            return
        }
        guard !text.allSatisfy(\.isWhitespace) else {
            wrong(value.place, "“start” is empty here.", ConfigurationKey.start.expectation)
            return
        }
        do throws(QueryProblem) {
            let query = try QueryReading(line: text).query
            if let problem = query.problems.first { throw problem }
            configuration.preferences.start = .query(text)
        } catch {
            let likely = Self.nearest(to: text, in: ConfigurationKey.startChoices.map(\.name))
            wrong(
                value.place,
                "“\(Self.shown(text))” is no start: \(error)",
                likely: likely,
                ConfigurationKey.start.expectation
            )
        }
    }
}
