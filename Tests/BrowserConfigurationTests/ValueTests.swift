import Browser
import Coordinates
import TerminalUI
import TestSupport
import Testing

@testable import BrowserConfiguration

/// What each entry sets.
struct ValueTests {
    private func read(_ text: String) -> Configuration {
        let configuration = Configuration(text: text, file: "/f")
        #expect(configuration.problems.isEmpty, "\(configuration.problems)")
        return configuration
    }

    @Test(
        "Nothing, comments alone and entries without a value leave every default",
        arguments: [
            "", "\n\n", "# theme: light\n", "---\n", "theme:\nbind:\n  table:\nthemes:\n", "{}", "~",
        ]
    )
    func nothing(_ text: String) {
        let configuration = read(text)
        #expect(configuration.preferences.theme == .dark)
        #expect(configuration.preferences.columns == .standard)
        #expect(configuration.preferences.keys.changes.isEmpty)
        #expect(configuration.preferences.start == .last)
        #expect(configuration.preferences.usesMouse)
        #expect(configuration.colours == .automatic)
        #expect(!configuration.usesASCII)
    }

    @Test(
        "The mouse is switched with the words that YAML knows for yes and no",
        arguments: [
            ("on", true), ("true", true), ("yes", true), ("On", true), ("TRUE", true), ("\"on\"", true),
            ("off", false), ("false", false), ("no", false), ("NO", false), ("Off", false),
        ]
    )
    func mouse(_ word: String, _ isOn: Bool) {
        #expect(read("mouse: \(word)").preferences.usesMouse == isOn)
    }

    @Test(
        "Every choice of every entry is taken",
        arguments: [
            ("theme", ["dark", "light", "high-contrast", "terminal", "mono"]),
            ("colours", ["automatic", "never", "always"]), ("characters", ["automatic", "ascii"]),
            ("coordinates", ["decimal", "dms", "utm", "mgrs"]), ("units", ["metres", "feet"]),
            ("mouse", ["on", "off"]), ("cursor", ["hidden", "row"]),
            ("photos", ["automatic", "kitty", "sixel", "blocks"]), ("start", ["last", "mine", "everyone"]),
        ]
    )
    func choices(_ key: String, _ words: [String]) {
        let seen = words.map { word in
            read("\(key): \(word)").text.split(separator: "\n").first { $0.hasPrefix("\(key): ") }.map(
                String.init
            )
        }
        // Each is in force afterwards, and none is the same as another.
        #expect(seen == words.map { "\(key): \($0)" })
    }

    @Test("The entries set what they are called")
    func entries() {
        let configuration = read(
            """
            theme: high-contrast
            colours: never
            characters: ascii
            coordinates: dms
            units: feet
            cursor: row
            photos: sixel
            start: "taxon:Platanthera obscuration:obscured"
            """
        )
        #expect(configuration.preferences.theme == .highContrast)
        #expect(configuration.colours == .never)
        #expect(configuration.usesASCII)
        #expect(configuration.preferences.coordinates == .degreesMinutesSeconds)
        #expect(configuration.preferences.units == .feet)
        #expect(configuration.preferences.showsCursor)
        #expect(configuration.preferences.photos == .sixel)
        #expect(configuration.preferences.start == .query("taxon:Platanthera obscuration:obscured"))
    }

    @Test("A pasted address of the website is a start too")
    func address() {
        let address = "https://www.inaturalist.org/observations?taxon_id=47170"
        #expect(read("start: \(address)").preferences.start == .query(address))
    }

    @Test("The columns are those that are listed, in that order, and the others are hidden")
    func columns() {
        let layout = read("columns: [true-point: 24, taxon]\nfreeze: 0").preferences.columns
        #expect(layout.shown.map(\.id) == [.truePoint, .taxon])
        #expect(layout.shown.map(\.width) == [24, nil])
        #expect(layout.frozen == 0)
        #expect(layout.columns.count == ObservationColumn.allCases.count)
    }

    @Test("NO_COLOR leaves what the file says of colours to who draws", arguments: ["", "1"])
    func noColour(_ value: String) throws {
        let folder = try ConfigurationFolder("colours: always\n")
        let configuration = Configuration.load(variables: [
            "XDG_CONFIG_HOME": folder.home, "NO_COLOR": value,
        ])
        #expect(configuration.colours == .always)
        let without = Configuration.load(variables: ["XDG_CONFIG_HOME": "/nonexistent", "NO_COLOR": value])
        #expect(without.colours == .automatic)
    }
}
