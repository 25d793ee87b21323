internal import Browser
internal import TerminalUI

extension ConfigurationReader {
    mutating func readTheme(_ value: YAMLNode) {
        guard let name = single(.theme, value) else { return }
        if let theme = configuration.theme(named: name) {
            configuration.preferences.theme = theme
        } else {
            wrong(value, "is no theme", of: configuration.themeNames)
        }
    }

    mutating func readThemes(_ value: YAMLNode) {
        guard case .mapping(let pairs) = value.content else {
            wrong(value.place, "“themes” is \(value.kind) here.", ConfigurationKey.themes.expectation)
            return
        }
        for (key, value) in unique(pairs, in: "“themes”") {
            guard let name = key.text, Self.isThemeName(name) else {
                wrong(
                    key.place,
                    "\(Self.subject(key)) cannot be the name of a theme.",
                    "Take up to 40 letters, digits, hyphens and underscores."
                )
                continue
            }
            guard Theme.named(name) == nil else {
                wrong(
                    key.place,
                    "“\(name)” is a theme of the program.",
                    "Choose another name, and begin with base: \(name)."
                )
                continue
            }
            if let theme = theme(name, value) { configuration.themes.append(theme) }
        }
    }

    private mutating func theme(_ name: String, _ value: YAMLNode) -> OwnTheme? {
        guard case .mapping(let pairs) = value.content else {
            wrong(
                value.place,
                "The theme “\(name)” is \(value.kind) here.",
                "It has lines such as base: dark and key: bold cyan."
            )
            return nil
        }
        var base = Theme.dark
        var lines: [OwnTheme.Line] = []
        for (key, value) in unique(pairs, in: "the theme “\(name)”") {
            if key.text == "base" {
                if let theme = value.text.flatMap(Theme.named) {
                    base = theme
                } else {
                    wrong(value, "is no theme of the program", of: Theme.all.map(\.name))
                }
            } else if let target = key.text.flatMap(ThemeChange.Target.init(name:)) {
                guard let look = value.text, ThemeChange(target, text: look) != nil else {
                    wrongLook(value, of: target)
                    continue
                }
                lines.append(OwnTheme.Line(target: target, look: look))
            } else {
                wrongTarget(key)
            }
        }
        return OwnTheme(name: name, base: base, lines: lines)
    }

    private mutating func wrongTarget(_ key: YAMLNode) {
        let names = ThemeChange.Target.all.map(\.name)
        let likely = key.text.flatMap { Self.nearest(to: $0, in: ["base"] + names) }
        let roles = Role.allCases.map(\.name).joined(separator: ", ")
        let grounds = Ground.allCases.map(\.name).joined(separator: ", ")
        wrong(
            key.place,
            "\(Self.subject(key)) is nothing that a theme changes.",
            likely: likely,
            "There are base, ROLE, GROUND.ROLE and GROUND.background. Roles: \(roles). Grounds: \(grounds)."
        )
    }

    private mutating func wrongLook(_ value: YAMLNode, of target: ThemeChange.Target) {
        let isBackground = if case .background = target { true } else { false }
        let emphasis = isBackground ? [] : ThemeChange.Emphasis.allCases.map(\.rawValue) + ["plain"]
        let likely = value.text.flatMap { Self.nearest(to: $0, in: Colour.names + ["default"] + emphasis) }
        let words = emphasis.isEmpty ? "" : ", and with it any of \(emphasis.joined(separator: ", "))"
        wrong(
            value.place,
            value.text.map { "“\(target.name)” cannot be “\(Self.shown($0))”." }
                ?? "“\(target.name)” is \(value.kind) here.",
            likely: likely,
            "It is one colour, default, 0 to 255, \"#rrggbb\" in quotation marks, or one of "
                + "\(Colour.names.joined(separator: ", "))\(words)."
        )
    }

    private static func isThemeName(_ name: String) -> Bool {
        (1...40).contains(name.count)
            && name.allSatisfy { $0 == "-" || $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}
