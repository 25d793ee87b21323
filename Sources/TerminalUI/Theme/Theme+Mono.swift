extension Theme {
    /// Bold, dim, underline and reverse alone.
    package static let mono = Theme(
        name: "mono",
        assumedBackground: Colour(16, eight: 0),
        assumedForeground: Colour(252, eight: 7),
        indexed: withoutColours,
        eight: withoutColours
    )

    /// How a style looks without any colour.
    static func withoutColours(_ style: Style) -> Appearance {
        var appearance = emphasis(style.role)
        switch style.ground {
        case .normal:
            break
        case .selected, .focused:
            appearance.reverse = true
            // Dim letters in a reversed line are hard to read, and the words still say it.
            appearance.dim = false
        case .bar, .field:
            appearance.underline = true
        }
        return appearance
    }

    /// What makes a role stand out without colour.
    static func emphasis(_ role: Role) -> Appearance {
        switch role {
        case .text, .publicFace: Appearance()
        case .muted, .border: Appearance(dim: true)
        case .heading, .brand, .key, .success, .trueFace: Appearance(bold: true)
        case .withheld: Appearance(dim: true, italic: true)
        case .warning: Appearance(bold: true)
        case .failure: Appearance(bold: true, underline: true)
        case .match: Appearance(bold: true, underline: true)
        }
    }
}
