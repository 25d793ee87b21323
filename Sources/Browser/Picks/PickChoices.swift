internal import TerminalUI

/// What there is to pick from, made from the table of commands and from what can be done with observations.
nonisolated enum PickChoices {
    typealias Item = PickItem<PickScreen.Choice>

    static func items(
        _ purpose: PickScreen.Purpose,
        from origin: Context,
        keys: KeyMap,
        reason: (CommandID) -> String?
    ) -> [Item] {
        switch purpose {
        case .help:
            let others = Context.allCases.filter { $0 != origin && $0 != .help }
            return ([origin] + others).flatMap { context in
                commands(in: context, keys: keys, group: context.title) {
                    context == origin ? reason($0) : nil
                }
            } + signs
        case .commands: return commands(in: origin, keys: keys, group: "", reason: reason)
        case .copy:
            return RowAction.Copied.allCases.map { copied in
                Item(
                    id: .action(.copy(copied)),
                    title: copied.title,
                    detail: copied.help,
                    trailing: String(copied.key)
                )
            }
        case .open:
            return opened.map { action, key, title, detail in
                Item(id: .action(action), title: title, detail: detail, trailing: String(key))
            }
        }
    }

    /// The letters of a menu; none for a list in which one types what to look for.
    static func letters(_ purpose: PickScreen.Purpose) -> [Character: PickScreen.Choice] {
        switch purpose {
        case .help, .commands: [:]
        case .copy:
            Dictionary(uniqueKeysWithValues: RowAction.Copied.allCases.map { ($0.key, .action(.copy($0))) })
        case .open: Dictionary(uniqueKeysWithValues: opened.map { ($0.key, .action($0.action)) })
        }
    }

    private static func commands(
        in context: Context,
        keys: KeyMap,
        group: String,
        reason: (CommandID) -> String?
    ) -> [Item] {
        CommandTable.commands(in: context).map { command in
            Item(
                id: .command(command.id, context),
                title: command.title,
                detail: command.help,
                trailing: keys.keys(for: command.id, in: context).map(\.label).joined(separator: " "),
                group: group,
                disabledReason: reason(command.id)
            )
        }
    }

    private static let opened: [(action: RowAction, key: Character, title: String, detail: String)] = [
        (.openWebPage, "o", "web page", "The observation's page on the website."),
        (
            .openMap(.publicFace), "m", "map at the public point",
            "openstreetmap.org, in the web browser, at the point that everyone sees."
        ),
        (
            .openMap(.trueFace), "M", "map at the true point",
            "The same at the true point, which openstreetmap.org then learns."
        ),
    ]

    private static let signs: [Item] = [
        ("◐ obscured", "The public point is anywhere in a cell of 0.2 degrees."),
        ("● private", "No point is public."),
        ("◐ taxon", "Hidden by the taxon's status, not by the observer."),
        ("○ open", "Nothing is hidden."),
        ("withheld", "The server does not show it to this identity."),
        ("mouse", "To select text, hold Shift; “mouse: off” in the configuration leaves it to the terminal."),
    ].enumerated().map { index, sign in
        Item(id: .sign(index), title: sign.0, detail: sign.1, group: "Signs")
    }
}
