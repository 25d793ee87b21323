import Testing

@testable import TerminalUI

@Suite("Themes")
struct ThemeTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        let theme: Theme
        let style: Style

        var testDescription: String { "\(theme.name): \(style.role) on \(style.ground)" }
    }

    static let coloured: [Pair] = pairs([.dark, .light, .highContrast])
    static let grounded: [Pair] = pairs([.dark, .light, .highContrast, .terminal])
    static let all: [Pair] = pairs(Theme.all)

    private static func pairs(_ themes: [Theme]) -> [Pair] {
        themes.flatMap { theme in
            Ground.allCases.flatMap { ground in
                Role.allCases.map { Pair(theme: theme, style: Style($0, on: ground)) }
            }
        }
    }

    @Test("text can be read on its ground", arguments: coloured)
    func contrast(_ pair: Pair) {
        let quiet: Set<Role> = [.muted, .withheld, .border]
        let needed = quiet.contains(pair.style.role) ? 3 : pair.theme.name == "high-contrast" ? 7.0 : 4.5
        #expect(Self.contrast(pair, colours: .indexed) >= needed)
    }

    @Test("text can be read on the darkest and the lightest background that a terminal is likely to have")
    func assumedBackgrounds() {
        for role in Role.allCases {
            let needed = [.muted, .withheld, .border].contains(role) ? 3.0 : 4.5
            let dark = Theme.dark.appearance(Style(role), colours: .indexed).foreground
            let light = Theme.light.appearance(Style(role), colours: .indexed).foreground
            if let dark { #expect(Self.contrast(dark.rgb, 0x000000) >= needed) }
            if let light { #expect(Self.contrast(light.rgb, 0xFFFFFF) >= needed) }
        }
    }

    @Test("with eight colours, what has a ground of its own can be read on it", arguments: grounded)
    func contrastOfEight(_ pair: Pair) {
        let appearance = pair.theme.appearance(pair.style, colours: .eight)
        guard appearance.background != nil else { return }
        #expect(Self.contrast(pair, colours: .eight) >= 4.5)
    }

    @Test("with eight colours nothing is dim on a coloured ground, and no black is bold", arguments: grounded)
    func eight(_ pair: Pair) {
        let appearance = pair.theme.appearance(pair.style, colours: .eight)
        #expect(appearance.background == nil || !appearance.dim)
        #expect(appearance.foreground?.index8 != 0 || !appearance.bold)
    }

    @Test("without colours there are none", arguments: all)
    func colourless(_ pair: Pair) {
        let appearance = pair.theme.appearance(pair.style, colours: .none)
        #expect(appearance.foreground == nil)
        #expect(appearance.background == nil)
        #expect(appearance == Theme.mono.appearance(pair.style, colours: .direct))
    }

    @Test("without colours a selected line is reversed, a heading bold, the muted dim", arguments: Theme.all)
    func colourlessMeaning(_ theme: Theme) {
        func look(_ role: Role, on ground: Ground = .normal) -> Appearance {
            theme.appearance(Style(role, on: ground), colours: .none)
        }
        for role in Role.allCases {
            #expect(look(role, on: .selected).reverse)
            #expect(look(role, on: .focused).reverse)
            #expect(!look(role).reverse)
        }
        #expect(look(.heading).bold)
        #expect(look(.muted).dim)
        #expect(look(.trueFace) != look(.publicFace))
        #expect(look(.withheld) != look(.trueFace))
        #expect(look(.failure) != look(.success))
    }

    @Test("grounds differ from each other at every depth", arguments: Theme.all, ColourDepth.allCases)
    func grounds(_ theme: Theme, _ depth: ColourDepth) {
        func look(_ ground: Ground) -> Appearance {
            theme.appearance(Style(.text, on: ground), colours: depth)
        }
        #expect(look(.selected) != look(.normal))
        #expect(look(.selected) != look(.bar))
        #expect(look(.field) != look(.normal))
        #expect(look(.focused) != look(.field))
        #expect(look(.bar) != look(.normal))
    }

    @Test("public and true points never look alike", arguments: Theme.all, Ground.allCases)
    func faces(_ theme: Theme, _ ground: Ground) {
        let open = theme.appearance(Style(.publicFace, on: ground), colours: .indexed)
        let hidden = theme.appearance(Style(.trueFace, on: ground), colours: .indexed)
        #expect(open != hidden)
        if [.dark, .light, .highContrast].contains(theme) { #expect(open.foreground != hidden.foreground) }
    }

    @Test("the terminal's theme has its sixteen colours alone, and leaves ordinary text as it is")
    func terminal() {
        for depth in [ColourDepth.eight, .indexed, .direct] {
            for pair in Self.pairs([.terminal]) {
                let appearance = Theme.terminal.appearance(pair.style, colours: depth)
                for colour in [appearance.foreground, appearance.background].compactMap(\.self) {
                    #expect(colour.index256 < 16)
                }
                if [.normal, .field].contains(pair.style.ground) { #expect(appearance.background == nil) }
            }
            for role in [Role.text, .muted, .heading, .withheld, .border] {
                #expect(Theme.terminal.appearance(Style(role), colours: depth).foreground == nil)
            }
        }
    }

    @Test(
        "a theme of one's own changes what it says, and one ground goes before all",
        arguments: [false, true]
    )
    func changing(isReversed: Bool) {
        let changes = [
            ThemeChange(.role(.key, on: .bar), colour: .colour(Colour(201, eight: 5)), emphasis: [.italic]),
            ThemeChange(.role(.key, on: nil), colour: .terminal),
            ThemeChange(.background(.bar), colour: .colour(Colour(18, eight: 4))),
        ]
        let theme = Theme.dark.changing(name: "mine", isReversed ? changes.reversed() : changes)
        #expect(theme.name == "mine")
        for pair in Self.pairs([.dark]) {
            var expected = Theme.dark.appearance(pair.style, colours: .indexed)
            if pair.style.role == .key { expected.foreground = nil }
            if pair.style.ground == .bar { expected.background = Colour(18, eight: 4) }
            if pair.style == Style(.key, on: .bar) {
                expected = Appearance(
                    foreground: Colour(201, eight: 5),
                    background: Colour(18, eight: 4),
                    italic: true
                )
            }
            #expect(theme.appearance(pair.style, colours: .indexed) == expected)
            #expect(
                theme.appearance(pair.style, colours: .none)
                    == Theme.dark.appearance(pair.style, colours: .none)
            )
        }
    }

    @Test(
        "with eight colours no change makes a text vanish in its ground",
        arguments: [Theme.dark, .light, .highContrast, .terminal],
        Array(0...255) as [UInt8]
    )
    func vanishing(_ theme: Theme, _ number: UInt8) {
        guard let colour = Colour(name: String(number)) else { return }
        let changes = Role.allCases.map { ThemeChange(.role($0, on: nil), colour: .colour(colour)) }
        let grounds = Ground.allCases.map { ThemeChange(.background($0), colour: .colour(colour)) }
        for changed in [theme.changing(name: "a", changes), theme.changing(name: "b", grounds)] {
            let wrong = Self.pairs([changed]).filter { pair in
                let appearance = changed.appearance(pair.style, colours: .eight)
                let isBoldBlack = appearance.foreground?.index8 == 0 && appearance.bold
                guard let ground = appearance.background else { return isBoldBlack }
                let isLost = appearance.foreground.map { $0.index8 == ground.index8 } ?? true
                return isBoldBlack || isLost || appearance.dim
            }
            #expect(wrong.isEmpty)
        }
    }

    @Test(
        "a colour is named by its name, its number or its parts",
        arguments: [
            ("black", 0x000000, 0, 0), ("bright-cyan", 0x00FFFF, 14, 6), ("White", 0xE5E5E5, 7, 7),
            ("9", 0xFF0000, 9, 1), ("238", 0x444444, 238, 0), ("231", 0xFFFFFF, 231, 7),
            ("#ff0000", 0xFF0000, 196, 1), ("#8A8A8A", 0x8A8A8A, 245, 7), ("#00005e", 0x00005E, 17, 0),
            ("#0000c0", 0x0000C0, 19, 4),
        ]
    )
    func colourNames(_ name: String, _ rgb: UInt32, _ index256: UInt8, _ index8: UInt8) {
        let colour = Colour(name: name)
        #expect(colour?.rgb == rgb)
        #expect(colour?.index256 == index256)
        #expect(colour?.index8 == index8)
    }

    @Test(
        "what is no colour has none",
        arguments: ["", "256", "-1", "+3", "#fff", "#12345g", "#1234567", "grey", "٣", "#", "0x10", " 3"]
    )
    func noColours(_ name: String) {
        #expect(Colour(name: name) == nil)
    }

    @Test(
        "a look is words of emphasis and one colour in any order",
        arguments: [
            (
                "bold cyan",
                ThemeChange(.role(.key, on: nil), colour: .colour(Colour(ansi: 6)), emphasis: [.bold])
            ),
            (
                "Cyan  BOLD",
                ThemeChange(.role(.key, on: nil), colour: .colour(Colour(ansi: 6)), emphasis: [.bold])
            ),
            ("default", ThemeChange(.role(.key, on: nil), colour: .terminal)),
            ("plain", ThemeChange(.role(.key, on: nil), emphasis: [])),
            (
                "underline reverse dim",
                ThemeChange(.role(.key, on: nil), emphasis: [.underline, .reverse, .dim])
            ),
            ("", nil), ("red blue", nil), ("bold blu", nil), ("default red", nil),
        ] as [(String, ThemeChange?)]
    )
    func looks(_ text: String, _ change: ThemeChange?) {
        #expect(ThemeChange(.role(.key, on: nil), text: text) == change)
    }

    @Test("a theme is found by its name")
    func names() {
        for theme in Theme.all {
            #expect(Theme.named(theme.name) == theme)
        }
        #expect(Theme.named("solarized") == nil)
    }

    @Test(
        "the colours are those of xterm",
        arguments: [
            (16, 0x000000), (231, 0xFFFFFF), (196, 0xFF0000), (24, 0x005F87), (232, 0x080808),
            (255, 0xEEEEEE),
        ]
    )
    func palette(_ index: UInt8, _ rgb: UInt32) {
        #expect(Colour(index, eight: 0).rgb == rgb)
    }

    /// The contrast of a style by WCAG 2.2, with the terminal's own colours where the theme leaves them.
    private static func contrast(_ pair: Pair, colours: ColourDepth) -> Double {
        let appearance = pair.theme.appearance(pair.style, colours: colours)
        return contrast(
            (appearance.foreground ?? pair.theme.assumedForeground).rgb,
            (appearance.background ?? pair.theme.assumedBackground).rgb
        )
    }

    private static func contrast(_ one: UInt32, _ other: UInt32) -> Double {
        let luminances = [luminance(one), luminance(other)].sorted()
        return (luminances[1] + 0.05) / (luminances[0] + 0.05)
    }

    /// Relative luminance as WCAG 2.2 defines it; the power 2.4 by whole roots, as there is no Foundation
    /// here.
    private static func luminance(_ rgb: UInt32) -> Double {
        let channels = [16, 8, 0].map { shift -> Double in
            let value = Double((rgb >> UInt32(shift)) & 0xFF) / 255
            guard value > 0.04045 else { return value / 12.92 }
            let base = (value + 0.055) / 1.055
            return base * base * fifthRoot(base * base)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }

    private static func fifthRoot(_ value: Double) -> Double {
        var root = 1.0
        for _ in 0..<60 {
            root -= (root * root * root * root * root - value) / (5 * root * root * root * root)
        }
        return root
    }
}
