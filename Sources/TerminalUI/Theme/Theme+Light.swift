extension Theme {
    /// The same meanings on a light ground.
    package static let light = Theme(
        name: "light",
        assumedBackground: Colour(255, eight: 7),
        assumedForeground: Colour(234, eight: 0),
        indexed: Palette(foreground: lightForeground, background: lightBackground).appearance,
        eight: lightEight
    )

    @Sendable private static func lightBackground(_ ground: Ground) -> Colour? {
        switch ground {
        case .normal: nil
        case .selected: Colour(153, eight: 6)
        case .bar, .field: Colour(253, eight: 7)
        case .focused: Colour(24, eight: 4)
        }
    }

    @Sendable private static func lightForeground(_ role: Role, _ ground: Ground) -> Colour? {
        if ground == .focused {
            return darkOnFocused(role)
        }
        return switch role {
        case .text: ground == .normal ? nil : Colour(232, eight: 0)
        case .muted: ground == .selected ? Colour(238, eight: 0) : Colour(240, eight: 0)
        case .heading: Colour(232, eight: 0)
        case .brand: Colour(22, eight: 2)
        case .publicFace: Colour(23, eight: 4)
        case .trueFace: ground == .normal ? Colour(94, eight: 5) : Colour(88, eight: 5)
        case .withheld: ground == .selected ? Colour(238, eight: 0) : Colour(241, eight: 0)
        case .success: Colour(22, eight: 2)
        case .warning: ground == .selected ? Colour(52, eight: 1) : Colour(58, eight: 1)
        case .failure: ground == .selected ? Colour(125, eight: 1) : Colour(124, eight: 1)
        case .key: Colour(18, eight: 4)
        case .border: ground == .selected ? Colour(240, eight: 0) : Colour(242, eight: 0)
        case .match: Colour(54, eight: 5)
        }
    }

    /// The ground of what has the keyboard is dark here too.
    private static func darkOnFocused(_ role: Role) -> Colour {
        switch role {
        case .publicFace: Colour(159, eight: 7)
        case .trueFace: Colour(223, eight: 7)
        case .warning, .match: Colour(229, eight: 7)
        case .failure: Colour(224, eight: 7)
        case .success, .brand: Colour(157, eight: 7)
        case .muted, .withheld, .border: Colour(252, eight: 7)
        case .text, .heading, .key: Colour(231, eight: 7)
        }
    }

    /// The eight: yellow, green and cyan cannot be read on white.
    private static func lightEight(_ style: Style) -> Appearance {
        var appearance = emphasis(style.role)
        switch style.ground {
        case .normal, .field:
            appearance.underline = appearance.underline || style.ground == .field
            appearance.foreground =
                switch style.role {
                case .publicFace, .key: Colour(eight: 4)
                case .trueFace, .match: Colour(eight: 5)
                case .warning, .failure: Colour(eight: 1)
                case .text, .muted, .heading, .brand, .withheld, .success, .border: nil
                }
            return appearance
        case .selected:
            return Theme.blackOn(Colour(eight: 6), style.role)
        case .bar:
            return Theme.blackOn(Colour(eight: 7), style.role)
        case .focused:
            appearance.dim = false
            appearance.foreground = Colour(eight: 7)
            appearance.background = Colour(eight: 4)
            return appearance
        }
    }
}
