extension Theme {
    /// White on black, black on white, and few colours: at least 7 to 1 everywhere.
    package static let highContrast = Theme(
        name: "high-contrast",
        assumedBackground: Colour(16, eight: 0),
        assumedForeground: Colour(231, eight: 7),
        indexed: Palette(foreground: contrastForeground, background: contrastBackground).appearance,
        eight: contrastEight
    )

    @Sendable private static func contrastBackground(_ ground: Ground) -> Colour? {
        switch ground {
        case .normal: Colour(16, eight: 0)
        case .selected: Colour(231, eight: 7)
        case .bar: Colour(235, eight: 0)
        case .field: Colour(234, eight: 0)
        case .focused: Colour(226, eight: 3)
        }
    }

    @Sendable private static func contrastForeground(_ role: Role, _ ground: Ground) -> Colour? {
        switch ground {
        case .selected, .focused:
            switch role {
            case .publicFace: Colour(17, eight: 0)
            case .trueFace, .failure, .warning: Colour(52, eight: 0)
            default: Colour(16, eight: 0)
            }
        case .normal, .bar, .field:
            switch role {
            case .publicFace: Colour(123, eight: 6)
            case .trueFace: Colour(222, eight: 3)
            case .warning, .match: Colour(228, eight: 3)
            case .failure: Colour(224, eight: 1)
            case .success, .brand: Colour(157, eight: 2)
            case .key: Colour(123, eight: 6)
            case .muted, .withheld, .border: Colour(252, eight: 7)
            case .text, .heading: Colour(231, eight: 7)
            }
        }
    }

    private static func contrastEight(_ style: Style) -> Appearance {
        var appearance = emphasis(style.role)
        appearance.dim = false
        switch style.ground {
        case .normal, .bar, .field:
            appearance.foreground = Colour(eight: 7)
            appearance.background = Colour(eight: 0)
            appearance.underline = appearance.underline || style.ground != .normal
        case .selected:
            return blackOn(Colour(eight: 7), style.role)
        case .focused:
            return blackOn(Colour(eight: 3), style.role)
        }
        return appearance
    }
}
