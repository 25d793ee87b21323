internal import Browser
internal import TerminalUI

extension ConfigurationReader {
    /// A line of `bind`, and where it holds.
    private struct Binding {
        var change: KeyMap.Change
        var node: YAMLNode
        /// Whether it names its place, and so goes before what is said of everywhere.
        var isNamed: Bool
    }

    mutating func readBindings(_ value: YAMLNode) {
        guard case .mapping(let pairs) = value.content else {
            wrong(value.place, "“bind” is \(value.kind) here.", ConfigurationKey.bind.expectation)
            return
        }
        var bindings: [Binding] = []
        for (key, value) in unique(pairs, in: "“bind”") {
            let context = key.text.flatMap(Context.init(name:))
            guard context != nil || key.text == BindingNames.everywhere else {
                wrong(key, "is no place to bind keys in", of: BindingNames.places)
                continue
            }
            // A place with nothing behind it, as when its lines are commented out.
            if value.isAbsent { continue }
            guard case .mapping(let lines) = value.content else {
                wrong(
                    value.place,
                    "“\(key.text ?? "")” is \(value.kind) here.",
                    ConfigurationKey.bind.expectation
                )
                continue
            }
            read(lines, in: context, &bindings)
        }
        let named = Set(bindings.filter(\.isNamed).map { Self.spot($0.change) })
        bindings.removeAll { !$0.isNamed && named.contains(Self.spot($0.change)) }
        bindings = bindings.filter { !$0.isNamed } + bindings.filter(\.isNamed)
        configuration.preferences.keys = keepingWaysOut(&bindings)
    }

    private struct Spot: Hashable {
        let key: Key
        let context: Context
    }

    private static func spot(_ change: KeyMap.Change) -> Spot {
        Spot(key: change.key, context: change.context)
    }

    private mutating func read(
        _ lines: [YAMLNode.Pair],
        in context: Context?,
        _ bindings: inout [Binding]
    ) {
        let place = context?.name ?? BindingNames.everywhere
        var first: [Key: YAMLNode] = [:]
        for (node, value) in unique(lines, in: "“\(place)”") {
            guard let key = key(node) else { continue }
            if let before = first[key] {
                wrong(
                    node.place,
                    "“\(node.text ?? "")” is the same key as “\(before.text ?? "")” on line \(before.place.line), "
                        + "which holds.",
                    "Leave one of the two."
                )
                continue
            }
            first[key] = node
            guard let command = command(value, of: key) else { continue }
            for context in contexts(of: command, key, in: context, node, value) {
                let change = KeyMap.Change(key, in: context.0, to: command)
                bindings.append(Binding(change: change, node: node, isNamed: context.isNamed))
            }
        }
    }

    private mutating func key(_ node: YAMLNode) -> Key? {
        guard let text = node.text, let key = Key(name: text), !key.name.isEmpty else {
            let likely = node.text.flatMap { Self.nearest(to: $0, in: BindingNames.keys) }
            wrong(
                node.place,
                "\(Self.subject(node)) is no key.",
                likely: likely,
                BindingNames.keyAdvice
            )
            return nil
        }
        if let twin = BindingNames.twin(of: key) {
            wrong(
                node.place,
                "A terminal sends “\(text)” as \(twin.name), so the two cannot differ.",
                "Write \(twin.name), or take another key."
            )
            return nil
        }
        return key
    }

    /// The command of a line; `.some(nil)` for none.
    private mutating func command(_ value: YAMLNode, of key: Key) -> CommandID?? {
        if value.text == BindingNames.none { return .some(nil) }
        if let command = value.text.flatMap({ BindingNames.commands[$0] }) { return command }
        guard let text = value.text, !value.isAbsent else {
            wrong(
                value.place,
                "“\(key.name)” has \(value.kind) here.",
                "Name one command, such as \(BindingNames.example), or none, which takes away what the key does."
            )
            return nil
        }
        let likely = Self.nearest(to: text, in: BindingNames.commandNames + [BindingNames.none])
        wrong(
            value.place,
            "“\(Self.shown(text))” is no command.",
            likely: likely,
            "There are: \(BindingNames.commandNames.joined(separator: ", ")), and none."
        )
        return nil
    }

    /// Where a line holds.
    private mutating func contexts(
        of command: CommandID?,
        _ key: Key,
        in named: Context?,
        _ node: YAMLNode,
        _ value: YAMLNode
    ) -> [(Context, isNamed: Bool)] {
        let applying = command.map { BindingNames.contexts[$0] ?? [] } ?? Context.allCases
        let bindable = applying.filter { KeyMap.isBindable(key, in: $0) }
        guard let named else {
            if bindable.isEmpty { wrongCharacter(key, node) }
            return bindable.map { ($0, isNamed: false) }
        }
        guard KeyMap.isBindable(key, in: named) else {
            wrongCharacter(key, node)
            return []
        }
        guard applying.contains(named) else {
            wrong(
                value.place,
                "“\(value.text ?? "")” does nothing in “\(named.name)”.",
                "It applies in: \(applying.map(\.name).joined(separator: ", "))."
            )
            return []
        }
        return [(named, isNamed: true)]
    }

    private mutating func wrongCharacter(_ key: Key, _ node: YAMLNode) {
        wrong(
            node.place,
            "“\(key.name)” types a character there.",
            "Take a key with Ctrl or Alt, such as ^X, or F1 to F24."
        )
    }

    /// How the problem begins that no line has alone.
    static let wayOut = "This would leave no key for"

    /// The keys, without what would leave a place with no key to leave it, or the program.
    private mutating func keepingWaysOut(_ bindings: inout [Binding]) -> KeyMap {
        let map = KeyMap(bindings.map(\.change))
        var taken: [(node: YAMLNode, command: CommandID, contexts: [Context])] = []
        for command in [CommandID.quit, .back] {
            for context in BindingNames.contexts[command] ?? []
            where map.keys(for: command, in: context).isEmpty {
                let index = bindings.lastIndex {
                    $0.change.context == context
                        && KeyMap.standard.command(for: $0.change.key, in: context) == command
                }
                guard let index else { continue }
                let node = bindings.remove(at: index).node
                if let known = taken.firstIndex(where: {
                    $0.node.place == node.place && $0.command == command
                }) {
                    taken[known].contexts.append(context)
                } else {
                    taken.append((node, command, [context]))
                }
            }
        }
        for (node, command, contexts) in taken {
            wrong(
                node.place,
                "\(Self.wayOut) “\(command.name)” in: "
                    + "\(contexts.map(\.name).joined(separator: ", ")); it is passed over there.",
                "Bind another key to \(command.name) as well."
            )
        }
        return taken.isEmpty ? map : KeyMap(bindings.map(\.change))
    }
}
