/// The colours of a theme for terminals with 256 of them.
struct Palette {
    /// The foreground of each role on a ground; nil is the terminal's own text colour.
    var foreground: @Sendable (Role, Ground) -> Colour?
    /// The background of each ground; nil is the terminal's own.
    var background: @Sendable (Ground) -> Colour?

    func appearance(_ style: Style) -> Appearance {
        var appearance = Appearance(
            foreground: foreground(style.role, style.ground),
            background: background(style.ground)
        )
        switch style.role {
        case .heading, .brand, .key, .failure: appearance.bold = true
        case .withheld: appearance.italic = true
        case .match:
            appearance.bold = true
            appearance.underline = true
        case .text, .muted, .publicFace, .trueFace, .success, .warning, .border: break
        }
        return appearance
    }
}
