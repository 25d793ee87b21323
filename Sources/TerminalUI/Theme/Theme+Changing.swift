extension Theme {
    /// A theme of a person's own: this one, with some things changed.
    ///
    /// What is said of one ground goes before what is said of all, in whatever order they come. Without colours it looks
    /// like this one, so that nothing is ever told by colour alone.
    package func changing(name: String, _ changes: [ThemeChange]) -> Theme {
        let general = changes.filter { $0.isGeneral }
        let ordered = general + changes.filter { !$0.isGeneral }
        func changed(_ style: Style, _ base: Appearance) -> Appearance {
            ordered.reduce(into: base) { appearance, change in change.apply(to: &appearance, of: style) }
        }
        return Theme(
            name: name,
            as: self,
            indexed: changed,
            eight: { Self.readable(changed($0, $1), else: $1, on: assumedBackground) }
        )
    }

    /// Of eight colours two different ones may have become the same, and bold black is grey.
    private static func readable(
        _ changed: Appearance,
        else base: Appearance,
        on assumed: Colour
    ) -> Appearance {
        var appearance = changed
        let ground = changed.background ?? assumed
        if appearance.foreground?.index8 == ground.index8 {
            appearance.foreground = base.foreground
        }
        if changed.background != nil {
            appearance.dim = false
            if appearance.foreground == nil || appearance.foreground?.index8 == ground.index8 {
                // Black can be read on all of them but on black and blue.
                appearance.foreground = Colour(ansi: ground.index8 == 0 || ground.index8 == 4 ? 7 : 0)
            }
        }
        if appearance.foreground?.index8 == 0 { appearance.bold = false }
        return appearance
    }
}

extension ThemeChange {
    fileprivate var isGeneral: Bool {
        if case .role(_, on: nil) = target { true } else { false }
    }

    fileprivate func apply(to appearance: inout Appearance, of style: Style) {
        switch target {
        case .background(let ground):
            guard ground == style.ground else { return }
            colour.apply(to: &appearance.background)
        case .role(let role, on: let ground):
            guard role == style.role, ground == nil || ground == style.ground else { return }
            colour.apply(to: &appearance.foreground)
            guard let emphasis else { return }
            appearance.bold = emphasis.contains(.bold)
            appearance.dim = emphasis.contains(.dim)
            appearance.italic = emphasis.contains(.italic)
            appearance.underline = emphasis.contains(.underline)
            appearance.reverse = emphasis.contains(.reverse)
        }
    }
}

extension ThemeChange.Choice {
    fileprivate func apply(to colour: inout Colour?) {
        switch self {
        case .unchanged: break
        case .terminal: colour = nil
        case .colour(let own): colour = own
        }
    }
}
