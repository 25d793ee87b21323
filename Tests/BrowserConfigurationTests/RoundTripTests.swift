import Browser
import Coordinates
import TerminalUI
import TestSupport
import Testing

@testable import BrowserConfiguration

/// What `show` prints is the configuration again.
struct RoundTripTests {
    private func expectSame(_ configuration: Configuration) {
        let text = configuration.text
        let again = Configuration(text: text, file: "/f")
        #expect(again.problems.isEmpty, "\(again.problems.map(\.description))\n\(text)")
        let (one, other) = (configuration.preferences, again.preferences)
        #expect(one.theme == other.theme)
        #expect(one.columns.shown == other.columns.shown && one.columns.frozen == other.columns.frozen)
        #expect(one.coordinates == other.coordinates && one.units == other.units)
        #expect(one.start == other.start && one.photos == other.photos)
        #expect(one.usesMouse == other.usesMouse && one.showsCursor == other.showsCursor)
        #expect(configuration.colours == again.colours && configuration.usesASCII == again.usesASCII)
        #expect(configuration.themes == again.themes)
        for context in Context.allCases {
            for command in CommandTable.commands(in: context) {
                // The order too: the first is the one that is shown.
                #expect(
                    one.keys.keys(for: command.id, in: context)
                        == other.keys.keys(for: command.id, in: context)
                )
            }
        }
        // And printed again it is the same to the letter.
        #expect(again.text == text)
    }

    @Test("The defaults come back as they are")
    func defaults() {
        expectSame(Configuration())
        let again = Configuration(text: Configuration().text, file: "/f")
        #expect(again.preferences.columns == .standard)
        #expect(again.preferences.keys.changes.isEmpty)
    }

    @Test("The template names every entry, every column, and every key with what it does")
    func template() {
        let lines = Configuration().text.split(separator: "\n").map(String.init)
        for key in ConfigurationKey.allCases {
            #expect(lines.count { $0.hasPrefix("\(key.name):") } == 1)
        }
        for column in ObservationColumn.allCases {
            #expect(lines.contains { $0.hasSuffix("  - \(column.name)") })
        }
        let keys = CommandTable.all.reduce(0) { sum, command in
            sum
                + command.contexts.reduce(0) { sum, context in
                    sum + command.keys.count { KeyMap.isBindable($0, in: context) }
                }
        }
        #expect(lines.count { $0.hasPrefix("#    ") && $0.contains(": ") } == keys + 4)
    }

    @Test("The bindings of the template, with the marks of comments taken away, are what the program has")
    func uncommented() {
        let lines = Configuration().text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = lines.firstIndex { $0.hasPrefix("bind:") } ?? 0
        let text = ["bind:"] + lines[(start + 2)...].map { $0.dropFirst() }
        let configuration = Configuration(text: text.joined(separator: "\n"), file: "/f")
        #expect(configuration.problems.isEmpty, "\(configuration.problems)")
        for context in Context.allCases {
            for command in CommandTable.commands(in: context) {
                #expect(
                    Set(configuration.preferences.keys.keys(for: command.id, in: context))
                        == Set(KeyMap.standard.keys(for: command.id, in: context))
                )
            }
        }
    }

    @Test("The themes of the template, with the marks of comments taken away, can be used")
    func uncommentedTheme() {
        let lines = Configuration().text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = lines.firstIndex { $0.hasPrefix("themes:") } ?? 0
        let example = lines[(start + 1)...].prefix { $0.hasPrefix("#") }.map { $0.dropFirst() }
        let text = (["theme: evening", "themes:"] + example).joined(separator: "\n")
        let configuration = Configuration(text: text, file: "/f")
        #expect(configuration.problems.isEmpty, "\(configuration.problems)")
        #expect(configuration.preferences.theme.name == "evening")
    }

    @Test("Everything at once comes back as it is")
    func everything() {
        let text = """
            theme: evening
            themes:
              evening: {base: light, text: 238, selected.background: "#303030", bar.true-face: bold default}
              other: {muted: plain, key: bright-cyan italic}
            colours: always
            characters: ascii
            columns: [true-point: 24, taxon, id: 12]
            freeze: 2
            coordinates: mgrs
            units: feet
            start: 'taxon:"Platanthera dilatata" user:observer # "quoted" \\ back'
            mouse: no
            cursor: row
            photos: kitty
            bind:
              everywhere: {F9: redraw, F8: help}
              table: {"j": none, F9: find, "\\"": find, "'": find, "#": open, Space: open}
              detail: {F9: none}
            """
        let configuration = Configuration(text: text, file: "/f")
        #expect(configuration.problems.isEmpty, "\(configuration.problems)")
        #expect(configuration.preferences.keys.changes.count > 40)
        expectSame(configuration)
    }

    @Test(
        "A text that YAML could take for something else comes back as it is",
        arguments: [
            "on", "no", "null", "~", "1", "1e3", "a: b", "- a", "#a", "a #b", "\"", "'", "\\", "é界",
            "\u{202E}a", "a\u{7}b",
            " a ", "a\nb", "{}", "[a]", "*a", "&a", "!a", "%a", "@a", "`a", "^F", "?", ":", "a:", "😀",
            "\u{85}",
        ]
    )
    func texts(_ text: String) throws {
        let written = YAMLText.scalar(text)
        let node = try #require(try YAMLNode.reading("key: \(written)\n"))
        guard case .mapping(let pairs) = node.content else {
            Issue.record("no mapping")
            return
        }
        #expect(pairs.first?.value.text == text)
        #expect(pairs.first?.value.isAbsent == false)
        // Nothing that a terminal would obey or hide.
        #expect(TerminalText.sanitised(written) == written)
    }

    @Test("What is set at random comes back as it is", arguments: 1...100)
    func random(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var configuration = Configuration()
        configuration.colours = ColourChoice.allCases.randomElement(using: &generator) ?? .automatic
        configuration.usesASCII = Bool.random(using: &generator)
        configuration.preferences.theme = Theme.all.randomElement(using: &generator) ?? .dark
        configuration.preferences.coordinates =
            CoordinateFormat.allCases.randomElement(using: &generator) ?? .decimal
        configuration.preferences.units = LengthUnit.allCases.randomElement(using: &generator) ?? .metres
        configuration.preferences.usesMouse = Bool.random(using: &generator)
        let columns = ObservationColumn.allCases.shuffled(using: &generator)
            .prefix(Int.random(in: 1...8, using: &generator))
            .map { id in
                let width = Int.random(in: 0...80, using: &generator)
                return ColumnLayout.Column(id, width: ColumnLayout.widths.contains(width) ? width : nil)
            }
        configuration.preferences.columns = ColumnLayout(
            columns,
            frozen: Int.random(in: 0...5, using: &generator)
        )
        configuration.preferences.keys = KeyMap(
            (0..<20).compactMap { number -> KeyMap.Change? in
                // Keys that nothing has, so that no way out is lost.
                let key = number < 10 ? Key.function(13 + number % 12) : .alt(Character("\(number % 10)"))
                guard let context = Context.allCases.randomElement(using: &generator),
                    let command = CommandTable.commands(in: context).randomElement(using: &generator)
                else { return nil }
                return KeyMap.Change(key, in: context, to: number % 7 == 0 ? nil : command.id)
            }
        )
        expectSame(configuration)
    }
}
