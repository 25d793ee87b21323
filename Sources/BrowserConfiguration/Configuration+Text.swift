internal import Browser
internal import Coordinates
internal import TerminalUI

extension Configuration {
    /// The whole configuration as a file, defaults included, each entry with what it is for above it.
    ///
    /// Read again it gives the same configuration. The keys that the program has are in it as comments, for taking the
    /// mark away.
    package var text: String {
        var lines = [
            "# inatty's configuration. inatty config check says what of it cannot be used, inatty config path",
            "# where it belongs. An entry that is left out has the default.",
        ]
        for key in ConfigurationKey.allCases {
            lines += [""] + key.summary.map { "# " + $0 } + body(of: key)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func body(of key: ConfigurationKey) -> [String] {
        let value: String
        switch key {
        case .theme: value = YAMLText.scalar(preferences.theme.name)
        case .themes: return themeLines
        case .colours: value = colours.rawValue
        case .characters: value = usesASCII ? "ascii" : "automatic"
        case .columns: return ["columns:"] + columnLines
        case .freeze: value = String(preferences.columns.frozen)
        case .coordinates: value = preferences.coordinates.rawValue
        case .units: value = preferences.units.rawValue
        case .start: value = startText
        case .mouse: value = preferences.usesMouse ? "on" : "off"
        case .cursor: value = preferences.showsCursor ? "row" : "hidden"
        case .photos: value = preferences.photos.rawValue
        case .bind: return bindingLines
        }
        return ["\(key.name): \(value)"]
    }

    private var startText: String {
        if case .query(let line) = preferences.start { return YAMLText.scalar(line) }
        return ConfigurationKey.startChoices.first { $0.value == preferences.start }?.name ?? "last"
    }

    private var columnLines: [String] {
        let shown = preferences.columns.shown.map { column in
            "  - \(column.id.name)" + (column.width.map { ": \($0)" } ?? "")
        }
        let hidden = preferences.columns.columns.filter { !$0.isShown }.map { "#  - \($0.id.name)" }
        return shown + hidden
    }

    private var themeLines: [String] {
        guard !themes.isEmpty else {
            return [
                "# An example, once the mark # is taken away before it and {} above it:",
                "themes: {}",
                "#  evening:",
                "#    base: dark",
                "#    muted: \"#8a8a8a\"",
                "#    key: bold bright-cyan",
                "#    selected.background: 24",
            ]
        }
        return ["themes:"]
            + themes.flatMap { theme in
                ["  \(YAMLText.scalar(theme.name)):", "    base: \(theme.base.name)"]
                    + theme.lines.map { "    \($0.target.name): \(YAMLText.scalar($0.look))" }
            }
    }

    private var bindingLines: [String] {
        var changes = preferences.keys.changes
        var lines = [changes.isEmpty ? "bind: {}" : "bind:"]
        let common = Self.takeCommon(from: &changes)
        if !common.isEmpty { lines.append("  \(BindingNames.everywhere):") }
        lines += common.map(Self.line)
        for context in Context.allCases {
            let own = changes.filter { $0.context == context }
            guard !own.isEmpty else { continue }
            lines.append("  \(context.name):")
            lines += own.map(Self.line)
        }
        lines.append("# What the program has:")
        for context in Context.allCases {
            lines.append("#  \(context.name):")
            for command in CommandTable.commands(in: context) {
                for key in command.keys where KeyMap.isBindable(key, in: context) {
                    lines.append("#    \(YAMLText.scalar(key.name)): \(command.id.name)")
                }
            }
        }
        return lines
    }

    private static func line(_ change: KeyMap.Change) -> String {
        "    \(YAMLText.scalar(change.key.name)): \(change.command?.name ?? BindingNames.none)"
    }

    /// Takes out the changes that are the same everywhere, each once.
    private static func takeCommon(from changes: inout [KeyMap.Change]) -> [KeyMap.Change] {
        struct Common: Hashable {
            let key: Key
            let command: CommandID
        }
        var places: [Common: Set<Context>] = [:]
        var order: [KeyMap.Change] = []
        for change in changes {
            guard let command = change.command else { continue }
            let common = Common(key: change.key, command: command)
            if places[common] == nil { order.append(change) }
            places[common, default: []].insert(change.context)
        }
        let whole = places.filter { common, contexts in
            let all = (BindingNames.contexts[common.command] ?? []).filter {
                KeyMap.isBindable(common.key, in: $0)
            }
            return contexts.count > 1 && contexts == Set(all)
        }
        func isCommon(_ change: KeyMap.Change) -> Bool {
            change.command.map { whole[Common(key: change.key, command: $0)] != nil } ?? false
        }
        changes.removeAll(where: isCommon)
        return order.filter(isCommon)
    }
}
