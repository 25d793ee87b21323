extension Theme {
    /// The terminal's own sixteen colours alone, for who has chosen them with care.
    ///
    /// Whether the background is dark or light is not known, so ordinary text keeps the terminal's own colours, and only
    /// red, green, magenta and cyan stand on it: those can be read on either.
    package static let terminal = Theme(
        name: "terminal",
        assumedBackground: Colour(ansi: 0),
        assumedForeground: Colour(ansi: 7),
        indexed: terminalAppearance,
        eight: terminalAppearance
    )

    private static func terminalAppearance(_ style: Style) -> Appearance {
        switch style.ground {
        case .normal, .field:
            var appearance = emphasis(style.role)
            appearance.underline = appearance.underline || style.ground == .field
            appearance.foreground =
                switch style.role {
                case .publicFace, .key: Colour(ansi: 6)
                case .trueFace, .match: Colour(ansi: 5)
                case .success, .brand: Colour(ansi: 2)
                case .warning, .failure: Colour(ansi: 1)
                case .text, .muted, .heading, .withheld, .border: nil
                }
            return appearance
        case .bar: return marked(blackOn(Colour(ansi: 7), style.role), style.role)
        case .selected: return marked(blackOn(Colour(ansi: 6), style.role), style.role)
        case .focused: return marked(blackOn(Colour(ansi: 3), style.role), style.role)
        }
    }

    /// Where all letters are black, a line below tells the true point from the public one.
    private static func marked(_ appearance: Appearance, _ role: Role) -> Appearance {
        var appearance = appearance
        appearance.underline = appearance.underline || role == .trueFace
        return appearance
    }
}
