/// How every style looks on terminals with many colours, with eight and with none.
///
/// No state is told by colour alone: a selected line is on another ground, or reversed; a heading is bold;
/// what is withheld is a word. Contrast follows WCAG 2.2: 4.5 to 1 for text, 3 to 1 for muted text and lines.
package struct Theme: Sendable, Hashable {
    /// Its name in the configuration.
    package let name: String
    /// The background that a terminal with this theme is taken to have; for contrast, never painted.
    package let assumedBackground: Colour
    /// The text colour that such a terminal is taken to have.
    package let assumedForeground: Colour
    private let indexed: [Appearance]
    private let eight: [Appearance]
    private let none: [Appearance]

    /// Works out every style once, so that a lookup while painting is an index.
    init(
        name: String,
        assumedBackground: Colour,
        assumedForeground: Colour,
        indexed: (Style) -> Appearance,
        eight: (Style) -> Appearance
    ) {
        self.name = name
        self.assumedBackground = assumedBackground
        self.assumedForeground = assumedForeground
        self.indexed = Self.styles.map(indexed)
        self.eight = Self.styles.map(eight)
        none = Self.styles.map(Theme.withoutColours)
    }

    /// The same with other colours; what it looks like without colours stays.
    init(
        name: String,
        as base: Theme,
        indexed: (Style, Appearance) -> Appearance,
        eight: (Style, Appearance) -> Appearance
    ) {
        self.name = name
        assumedBackground = base.assumedBackground
        assumedForeground = base.assumedForeground
        self.indexed = zip(Self.styles, base.indexed).map(indexed)
        self.eight = zip(Self.styles, base.eight).map(eight)
        none = base.none
    }

    /// How a style looks.
    package func appearance(_ style: Style, colours: ColourDepth) -> Appearance {
        let index = Self.index(style)
        return switch colours {
        case .none: none[index]
        case .eight: eight[index]
        case .indexed, .direct: indexed[index]
        }
    }

    /// The theme of that name: "dark", "light", "high-contrast", "terminal" or "mono".
    package static func named(_ name: String) -> Theme? {
        all.first { $0.name == name }
    }

    /// Every theme there is.
    package static let all: [Theme] = [.dark, .light, .highContrast, .terminal, .mono]

    private static let styles: [Style] = Ground.allCases.flatMap { ground in
        Role.allCases.map { Style($0, on: ground) }
    }

    private static func index(_ style: Style) -> Int {
        Int(style.ground.rawValue) * Role.allCases.count + Int(style.role.rawValue)
    }
}
