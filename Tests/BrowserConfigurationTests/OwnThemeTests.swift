import Browser
import TerminalUI
import Testing

@testable import BrowserConfiguration

/// Themes that a person makes.
struct OwnThemeTests {
    private func theme(_ text: String) throws -> Theme {
        let configuration = Configuration(text: "theme: mine\nthemes: {mine: {\(text)}}", file: "/f")
        #expect(configuration.problems.isEmpty, "\(configuration.problems)")
        try #require(configuration.preferences.theme.name == "mine")
        return configuration.preferences.theme
    }

    @Test("A theme of one's own looks as its base, but for what it says")
    func base() throws {
        let theme = try theme("base: light, key: bold 200")
        for ground in Ground.allCases {
            for role in Role.allCases {
                var expected = Theme.light.appearance(Style(role, on: ground), colours: .indexed)
                if role == .key {
                    expected.foreground = Colour(200, eight: 5)
                    expected.bold = true
                }
                let shown = theme.appearance(Style(role, on: ground), colours: .indexed)
                #expect(shown.foreground?.index256 == expected.foreground?.index256)
                #expect(shown.background == expected.background && shown.bold == expected.bold)
            }
        }
    }

    @Test("Without a base it is a change of the dark theme")
    func dark() throws {
        let style = Style(.failure, on: .bar)
        #expect(
            try theme("key: red").appearance(style, colours: .indexed)
                == Theme.dark.appearance(style, colours: .indexed)
        )
    }

    @Test("A theme may be named before it is made, and a wrong line of it costs that line alone")
    func order() {
        let configuration = Configuration(
            text: "theme: mine\nunits: feet\nthemes:\n  mine:\n    txt: 3\n    muted: 240\n",
            file: "/f"
        )
        #expect(configuration.problems.map(\.line) == [5])
        let theme = configuration.preferences.theme
        #expect(theme.name == "mine")
        #expect(theme.appearance(Style(.muted), colours: .indexed).foreground?.index256 == 240)
    }

    @Test("Every target that there is can be named", arguments: ThemeChange.Target.all)
    func targets(_ target: ThemeChange.Target) throws {
        #expect(ThemeChange.Target(name: target.name) == target)
        let theme = try theme("\(target.name): 201")
        let style =
            switch target {
            case .role(let role, on: let ground): Style(role, on: ground ?? .bar)
            case .background(let ground): Style(.text, on: ground)
            }
        let appearance = theme.appearance(style, colours: .indexed)
        let isBackground = if case .background = target { true } else { false }
        #expect((isBackground ? appearance.background : appearance.foreground)?.index256 == 201)
    }
}
