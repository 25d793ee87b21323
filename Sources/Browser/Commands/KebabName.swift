/// The names of commands, places and columns as the configuration writes them: `moveDown` is `move-down`.
nonisolated enum KebabName {
    /// A name in lower case with hyphens between its words.
    static func of(_ name: String) -> String {
        var text = ""
        for character in name {
            if character.isUppercase { text.append("-") }
            text += character.lowercased()
        }
        return text
    }
}

extension CommandID {
    /// Its name in the configuration and in the palette: `move-down`.
    package nonisolated var name: String { KebabName.of(rawValue) }

    /// The command of that name.
    package nonisolated init?(name: String) {
        guard let command = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = command
    }
}

extension Context {
    /// Its name in the configuration: `sign-in`.
    package nonisolated var name: String { KebabName.of(rawValue) }

    /// The place of that name.
    package nonisolated init?(name: String) {
        guard let context = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = context
    }
}
