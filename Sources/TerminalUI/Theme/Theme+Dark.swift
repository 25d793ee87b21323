extension Theme {
    /// Calm colours on a dark ground: the public face cool, the true face warm.
    package static let dark = Theme(
        name: "dark",
        assumedBackground: Colour(235, eight: 0),
        assumedForeground: Colour(252, eight: 7),
        indexed: Palette(foreground: darkForeground, background: darkBackground).appearance,
        eight: darkEight
    )

    @Sendable private static func darkBackground(_ ground: Ground) -> Colour? {
        switch ground {
        case .normal: nil
        case .selected: Colour(238, eight: 4)
        case .bar: Colour(236, eight: 7)
        case .field: Colour(237, eight: 0)
        case .focused: Colour(24, eight: 6)
        }
    }

    @Sendable private static func darkForeground(_ role: Role, _ ground: Ground) -> Colour? {
        let isRaised = ground == .selected || ground == .focused
        return switch role {
        case .text: ground == .normal ? nil : isRaised ? Colour(231, eight: 7) : Colour(253, eight: 7)
        case .muted: isRaised ? Colour(252, eight: 7) : Colour(247, eight: 7)
        case .heading: isRaised ? Colour(231, eight: 7) : Colour(255, eight: 7)
        case .brand: isRaised ? Colour(157, eight: 2) : Colour(150, eight: 2)
        case .publicFace: ground == .focused ? Colour(159, eight: 6) : Colour(80, eight: 6)
        case .trueFace: ground == .focused ? Colour(223, eight: 3) : Colour(215, eight: 3)
        case .withheld: isRaised ? Colour(251, eight: 7) : Colour(246, eight: 7)
        case .success: ground == .focused ? Colour(157, eight: 2) : Colour(114, eight: 2)
        case .warning: ground == .focused ? Colour(229, eight: 3) : Colour(221, eight: 3)
        case .failure:
            ground == .focused
                ? Colour(224, eight: 1) : isRaised ? Colour(217, eight: 1) : Colour(210, eight: 1)
        case .key: isRaised ? Colour(231, eight: 7) : Colour(117, eight: 6)
        case .border: isRaised ? Colour(250, eight: 7) : Colour(245, eight: 7)
        case .match: ground == .focused ? Colour(229, eight: 3) : Colour(222, eight: 3)
        }
    }

    /// The eight: a blue line for the selection, with white and the two bright colours alone, because red and
    /// green on blue cannot be read.
    private static func darkEight(_ style: Style) -> Appearance {
        var appearance = emphasis(style.role)
        switch style.ground {
        case .normal, .field:
            appearance.underline = appearance.underline || style.ground == .field
            appearance.foreground =
                switch style.role {
                case .publicFace, .key: Colour(eight: 6)
                case .trueFace, .warning, .match: Colour(eight: 3)
                case .success, .brand: Colour(eight: 2)
                case .failure: Colour(eight: 1)
                case .text, .muted, .heading, .withheld, .border: nil
                }
        case .selected:
            appearance.dim = false
            appearance.bold = style.role != .muted && style.role != .border && style.role != .withheld
            appearance.background = Colour(eight: 4)
            appearance.foreground =
                switch style.role {
                case .publicFace: Colour(eight: 6)
                case .trueFace, .warning, .match: Colour(eight: 3)
                default: Colour(eight: 7)
                }
        case .bar, .focused:
            return blackOn(Colour(eight: style.ground == .bar ? 7 : 6), style.role)
        }
        return appearance
    }

    /// Black letters on a bright ground. They are never bold: terminals show bold black as dark grey.
    static func blackOn(_ background: Colour, _ role: Role) -> Appearance {
        Appearance(
            foreground: Colour(eight: 0),
            background: background,
            underline: role == .failure || role == .match || role == .warning
        )
    }
}
