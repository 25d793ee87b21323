import Browser
import Coordinates
import TerminalUI
import Testing

@testable import BrowserConfiguration

/// What cannot be used of a file, told with its place.
struct ProblemTests {
    struct Wrong: Sendable, CustomTestStringConvertible {
        let text: String
        /// `LINE:COLUMN: what is wrong`, for each problem in the order of the file.
        let faults: [String]
        /// How the advice of the first one begins.
        let advice: String

        init(_ text: String, _ faults: String..., advice: String) {
            self.text = text
            self.faults = faults
            self.advice = advice
        }

        var testDescription: String { text }
    }

    private func expect(_ wrong: Wrong) {
        let problems = Configuration(text: wrong.text, file: "/f").problems
        #expect(problems.map { "\($0.line):\($0.column): \($0.fault)" } == wrong.faults)
        let advice = problems.first.map { $0.explanation.dropFirst($0.fault.count + 1) } ?? ""
        #expect(advice.hasPrefix(wrong.advice), "\(advice)")
    }

    static let wrongEntries = [
        Wrong(
            "mous: off",
            "1:1: “mous” is no entry of the configuration.",
            advice: "Did you mean “mouse”? There are: theme, themes, colours, characters, columns, freeze, "
        ),
        Wrong(
            "units: feet\n\n# a comment\nzebra: 1\n",
            "4:1: “zebra” is no entry of the configuration.",
            advice: "There are: theme, "
        ),
        Wrong(
            "theme: drk",
            "1:8: “drk” is no theme.",
            advice: "Did you mean “dark”? There are: dark, light, high-contrast, terminal, mono."
        ),
        Wrong("theme:   [dark]", "1:10: “theme” is a list here.", advice: "It is the name of a theme."),
        Wrong(
            "theme: light\nunits: feet\ntheme: dark",
            "3:1: “theme” stands twice in the file, first on line 1, which holds.",
            advice: "Leave it once."
        ),
        Wrong(
            "\"theme\": light\ntheme: dark\ntheme: mono",
            "2:1: “theme” stands twice in the file, first on line 1, which holds.",
            "3:1: “theme” stands twice in the file, first on line 1, which holds.",
            advice: "Leave it once."
        ),
        Wrong(
            "{units: feet, units: metres, mouse: of}",
            "1:15: “units” stands twice in the file, first on line 1, which holds.",
            "1:37: “mouse” cannot be “of”.",
            advice: "Leave it once."
        ),
        Wrong(
            "colours: alwys",
            "1:10: “colours” cannot be “alwys”.",
            advice: "Did you mean “always”? It is one of: automatic, never, always."
        ),
        Wrong(
            "characters: utf8",
            "1:13: “characters” cannot be “utf8”.",
            advice: "It is one of: automatic, ascii."
        ),
        Wrong(
            "coordinates: degrees",
            "1:14: “coordinates” cannot be “degrees”.",
            advice: "It is one of: decimal, dms, utm, mgrs."
        ),
        Wrong(
            "units: meters",
            "1:8: “units” cannot be “meters”.",
            advice: "Did you mean “metres”? It is one of: metres, feet."
        ),
        Wrong("mouse: {a: b}", "1:8: “mouse” is a group of entries here.", advice: "It is one of: on, off."),
        Wrong(
            "cursor: on",
            "1:9: “cursor” cannot be “on”.",
            advice: "It is one of: hidden, row."
        ),
        Wrong(
            "photos: sixels",
            "1:9: “photos” cannot be “sixels”.",
            advice: "Did you mean “sixel”? It is one of: automatic, kitty, sixel, blocks."
        ),
        Wrong("freeze: -1", "1:9: “freeze” cannot be “-1”.", advice: "It is a number from 0 to "),
        Wrong("freeze: 1000", "1:9: “freeze” cannot be “1000”.", advice: "It is a number from 0 to "),
        Wrong("freeze: one", "1:9: “freeze” cannot be “one”.", advice: "It is a number from 0 to "),
        Wrong(
            "start: \"taxon:\"",
            "1:8: “taxon:” is no start: “taxon:” lacks a value.",
            advice: "It is last, mine, everyone, or a query in quotation marks."
        ),
        Wrong(
            "start: \"\"",
            "1:8: “start” is empty here.",
            advice: "It is last, mine, everyone, or a query"
        ),
    ]

    @Test(
        "An entry that cannot be used is told with its place and with what would be right",
        arguments: wrongEntries
    )
    func entries(_ wrong: Wrong) {
        expect(wrong)
    }

    static let wrongColumns = [
        Wrong(
            "columns: taxon",
            "1:10: “columns” is a single value here.",
            advice: "It is a list such as [taxon, "
        ),
        Wrong("columns: []", "1:10: “columns” leaves no column.", advice: "List at least one, such as taxon"),
        Wrong(
            "columns: [taxn]",
            "1:10: “columns” leaves no column.",
            "1:11: “taxn” is no column.",
            advice: "List at least one"
        ),
        Wrong(
            "columns:\n  - taxon\n  - aprt\n",
            "3:5: “aprt” is no column.",
            advice: "Did you mean “apart”? There are: taxon, observer, "
        ),
        Wrong(
            "columns: [taxon, apart, taxon: 9]",
            "1:25: The column “taxon” is listed twice.",
            advice: "Leave it once."
        ),
        Wrong(
            "columns:\n- taxon: 81\n- apart: 2\n- observer: wide\n- geoprivacy: [3]\n",
            "2:10: The width of “taxon” cannot be “81”.",
            "3:10: The width of “apart” cannot be “2”.",
            "4:13: The width of “observer” cannot be “wide”.",
            "5:15: The width of “geoprivacy” is a list here.",
            advice: "It is a number from 3 to 80, in columns of the screen."
        ),
        Wrong(
            "columns: [taxon, {apart: 9, observer: 9}]",
            "1:18: A column is a group of entries here.",
            advice: "It is a name, or a name with a width, such as taxon: 40."
        ),
    ]

    @Test("A column that cannot be shown is told, and the others are", arguments: wrongColumns)
    func columns(_ wrong: Wrong) {
        expect(wrong)
    }

    static let wrongThemes = [
        Wrong(
            "themes: 3",
            "1:9: “themes” is a single value here.",
            advice: "Under a name each has entries such as base: dark"
        ),
        Wrong(
            "themes: {dark: {base: light}}",
            "1:10: “dark” is a theme of the program.",
            advice: "Choose another name, and begin with base: dark."
        ),
        Wrong(
            "themes: {my own: {base: light}}",
            "1:10: “my own” cannot be the name of a theme.",
            advice: "Take up to 40 letters, digits, hyphens and underscores."
        ),
        Wrong(
            "themes:\n  mine: bold\n",
            "2:9: The theme “mine” is a single value here.",
            advice: "It has lines such as base: dark and key: bold cyan."
        ),
        Wrong(
            "themes:\n  mine:\n    base: lite\n    muted: 999\n    mutd: 3\n    bar: 3\n    bar.muted: bold bold red blue\n"
                + "    bar.background: bold red\n    key: [1]\n",
            "3:11: “lite” is no theme of the program.",
            "4:12: “muted” cannot be “999”.",
            "5:5: “mutd” is nothing that a theme changes.",
            "6:5: “bar” is nothing that a theme changes.",
            "7:16: “bar.muted” cannot be “bold bold red blue”.",
            "8:21: “bar.background” cannot be “bold red”.",
            "9:10: “key” is a list here.",
            advice: "There are: dark, light, high-contrast, terminal, mono."
        ),
        Wrong(
            "themes: {mine: {key: blu}}",
            "1:22: “key” cannot be “blu”.",
            advice: "Did you mean “blue”? It is one colour, default, 0 to 255, \"#rrggbb\" in quotation marks"
        ),
    ]

    @Test("What a theme of one's own says wrongly is told line by line", arguments: wrongThemes)
    func themes(_ wrong: Wrong) {
        expect(wrong)
    }

    static let wrongBindings = [
        Wrong("bind: [a]", "1:7: “bind” is a list here.", advice: "Under a place each line is KEY: COMMAND"),
        Wrong(
            "bind: {tabl: {x: open}}",
            "1:8: “tabl” is no place to bind keys in.",
            advice: "Did you mean “table”? There are: everywhere, sign-in, table, detail, "
        ),
        Wrong(
            "bind: {table: open}",
            "1:15: “table” is a single value here.",
            advice: "Under a place each line is KEY: COMMAND"
        ),
        Wrong(
            "bind:\n  table:\n    PgeUp: open\n",
            "3:5: “PgeUp” is no key.",
            advice:
                "Did you mean “PageUp”? A key is one character, ^F (with Ctrl), Alt-x, F1 to F24, or one of "
        ),
        Wrong(
            "bind: {table: {F25: open}}",
            "1:16: “F25” is no key.",
            advice: ""
        ),
        Wrong(
            "bind: {table: {\"x\": opn}}",
            "1:21: “opn” is no command.",
            advice: "Did you mean “open”? There are: "
        ),
        Wrong(
            "bind: {table: {\"x\": }}",
            "1:21: “x” has no value here.",
            advice: "Name one command, such as "
        ),
        Wrong(
            "bind: {table: {\"x\": [open]}}",
            "1:21: “x” has a list here.",
            advice: "Name one command, such as "
        ),
        Wrong(
            "bind: {detail: {\"x\": open}}",
            "1:22: “open” does nothing in “detail”.",
            advice: "It applies in: table"
        ),
        Wrong(
            "bind: {find: {\"x\": accept}}",
            "1:15: “x” types a character there.",
            advice: "Take a key with Ctrl or Alt, such as ^X, or F1 to F24."
        ),
        Wrong(
            "bind: {table: {\"x\": open, x: find}}",
            "1:27: “x” stands twice in “table”, first on line 1, which holds.",
            advice: "Leave it once."
        ),
        Wrong(
            "bind:\n  table:\n    ^F: open\n    Ctrl-f: find\n    Esc: open\n    escape: find\n",
            "4:5: “Ctrl-f” is the same key as “^F” on line 3, which holds.",
            "6:5: “escape” is the same key as “Esc” on line 5, which holds.",
            advice: "Leave one of the two."
        ),
        Wrong(
            "bind: {table: {^I: open, ^M: find, ^h: find}}",
            "1:16: A terminal sends “^I” as Tab, so the two cannot differ.",
            "1:26: A terminal sends “^M” as Enter, so the two cannot differ.",
            "1:36: A terminal sends “^h” as Backspace, so the two cannot differ.",
            advice: "Write Tab, or take another key."
        ),
        Wrong(
            "bind: {table: {\"q\": none, ^C: open}}",
            "1:27: This would leave no key for “quit” in: table; it is passed over there.",
            advice: "Bind another key to quit as well."
        ),
        Wrong(
            "bind: {find: {^C: none}, sign-in: {^C: none}}",
            "1:15: This would leave no key for “quit” in: find; it is passed over there.",
            "1:36: This would leave no key for “quit” in: sign-in; it is passed over there.",
            advice: "Bind another key to quit as well."
        ),
    ]

    @Test("A binding that cannot be is told with its place", arguments: wrongBindings)
    func bindings(_ wrong: Wrong) {
        expect(wrong)
    }

    static let wrongFaults = [
        Wrong("- theme", "1:1: The file is a list.", advice: "Each of its lines is KEY: VALUE"),
        Wrong("theme", "1:1: The file is a single value.", advice: "Each of its lines is KEY: VALUE"),
        Wrong(
            "theme: light\nunits: [feet\n",
            "3:1: This is no YAML: did not find expected ',' or ']' (while parsing a flow sequence).",
            advice: "Look at the end of the file: a bracket or a quotation mark is open."
        ),
        Wrong(
            "theme: light\n\tunits: feet\n",
            "2:1: This is no YAML: found a tab character that violates indentation (while scanning a plain "
                + "scalar).",
            advice: "Indent with spaces: YAML takes no tabs."
        ),
        Wrong(
            "bind:\n  table:\n    @: open\n",
            "3:5: This is no YAML: found character that cannot start any token (while scanning for the next "
                + "token).",
            advice: "A key or a text that begins with “@” stands in quotation marks: \"@\"."
        ),
        Wrong(
            "theme: light\n---\ntheme: dark\n",
            "2:1: A second document begins here.",
            advice: "Leave one, without --- between its lines."
        ),
        Wrong(
            "units: feet\nstart: &here mine\n",
            "2:8: Anchors and aliases (& and *) are not read.",
            advice: "Write each value out"
        ),
        Wrong(
            "units: feet\nstart: *there\n",
            "2:8: Anchors and aliases (& and *) are not read.",
            advice: "Write each value out"
        ),
        Wrong(
            "units: feet\nstart: \"a\u{7}\"\n",
            "2:10: A character here is allowed in no YAML file.",
            advice: "Take it out."
        ),
    ]

    @Test("A file that is no YAML is one problem, and everything has its default", arguments: wrongFaults)
    func faults(_ wrong: Wrong) {
        expect(wrong)
        let configuration = Configuration(text: wrong.text, file: "/f")
        #expect(configuration.preferences.theme == .dark)
        #expect(configuration.preferences.units == .metres)
    }

    @Test("What is wrong takes its default alone; all else holds")
    func others() {
        let configuration = Configuration(
            text: """
                theme: lihgt
                units: feet
                columns: [apart, txon, taxon: 30, observer: 500]
                freeze: 2
                bind:
                  table:
                    F5: opn
                    F6: find
                mouse: off
                """,
            file: "/f"
        )
        #expect(configuration.problems.count == 4)
        let preferences = configuration.preferences
        #expect(preferences.theme == .dark)
        #expect(preferences.units == .feet)
        #expect(!preferences.usesMouse)
        #expect(
            preferences.columns.shown == [
                ColumnLayout.Column(.apart), ColumnLayout.Column(.taxon, width: 30),
                ColumnLayout.Column(.observer),
            ]
        )
        #expect(preferences.columns.frozen == 2)
        #expect(preferences.keys.changes == [KeyMap.Change(.function(6), in: .table, to: .find)])
    }

    @Test("A problem says file, line and column as compilers do, and for the screen what fits a line")
    func words() {
        let problem = Configuration(text: "\nunits: fet", file: "/home/x/config.yaml").problems.first
        #expect(
            problem?.description
                == "/home/x/config.yaml:2:8: “units” cannot be “fet”. Did you mean “feet”? It is one of: metres, feet."
        )
        #expect(
            problem?.notice
                == "config.yaml, line 2: “units” cannot be “fet”. Did you mean “feet”? inatty config check says more."
        )
    }

    @Test("Columns of places are counted in characters of the file, whatever their width")
    func scalars() {
        let problem = Configuration(text: "{theme: dark, \"é界\": 1}", file: "/f").problems.first
        #expect(problem?.line == 1 && problem?.column == 15)
        let after = Configuration(text: "{\"é界\": 1, theme: drk}", file: "/f").problems.last
        #expect(after?.column == 18)
    }
}
