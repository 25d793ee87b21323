/// One thing that a person's own theme shows otherwise than the theme it is based on.
package struct ThemeChange: Hashable, Sendable {
    /// What looks otherwise.
    package enum Target: Hashable, Sendable {
        /// A role; on one ground alone, or on all of them.
        case role(Role, on: Ground?)
        /// What lies behind everything on a ground.
        case background(Ground)
    }

    /// What is said of a colour.
    package enum Choice: Hashable, Sendable {
        /// As the base has it.
        case unchanged
        /// The terminal's own.
        case terminal
        /// This one.
        case colour(Colour)
    }

    /// What looks otherwise.
    package let target: Target
    /// In which colour.
    package var colour = Choice.unchanged
    /// With which emphasis; nothing leaves the base's.
    package var emphasis: Set<Emphasis>?

    package init(_ target: Target, colour: Choice = .unchanged, emphasis: Set<Emphasis>? = nil) {
        self.target = target
        self.colour = colour
        self.emphasis = emphasis
    }

    /// What makes a text stand out besides its colour.
    package enum Emphasis: String, Hashable, Sendable, CaseIterable {
        case bold, dim, italic, underline, reverse
    }
}

extension ThemeChange.Target {
    /// The target that the configuration names: `ROLE`, `GROUND.ROLE` or `GROUND.background`.
    package init?(name: String) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let ground = Ground.allCases.first { parts.count == 2 && $0.name == parts[0] }
        guard parts.count == 1 || ground != nil, let last = parts.last else { return nil }
        if let role = Role.allCases.first(where: { $0.name == last }) {
            self = .role(role, on: ground)
        } else if let ground, last == "background" {
            self = .background(ground)
        } else {
            return nil
        }
    }

    /// Its name in the configuration.
    package var name: String {
        switch self {
        case .role(let role, on: let ground): ground.map { "\($0.name).\(role.name)" } ?? role.name
        case .background(let ground): "\(ground.name).background"
        }
    }

    /// All there are: the roles, then what lies behind each ground, then each role on each ground.
    package static let all: [ThemeChange.Target] =
        Role.allCases.map { .role($0, on: nil) }
        + Ground.allCases.map { .background($0) }
        + Ground.allCases.flatMap { ground in Role.allCases.map { .role($0, on: ground) } }
}

extension ThemeChange {
    /// The change that the configuration describes: words of emphasis and a colour, such as `bold cyan`, in any order.
    ///
    /// `default` is the terminal's own colour, and `plain` takes the base's emphasis away. What lies behind a ground has
    /// a colour alone.
    package init?(_ target: Target, text: String) {
        self.init(target)
        let words = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
        guard !words.isEmpty else { return nil }
        for word in words {
            if let emphasis = Emphasis(rawValue: word) {
                self.emphasis = (self.emphasis ?? []).union([emphasis])
            } else if word == "plain" {
                emphasis = emphasis ?? []
            } else {
                guard colour == .unchanged else { return nil }
                if word == "default" {
                    colour = .terminal
                } else if let named = Colour(name: word) {
                    colour = .colour(named)
                } else {
                    return nil
                }
            }
        }
        if case .background = target, emphasis != nil { return nil }
    }
}
