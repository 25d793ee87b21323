package import TerminalUI

/// Which key does what where: the table of commands with what a person has bound otherwise.
///
/// The key handling, the footer, help and the palette all ask it, so that they never differ.
package nonisolated struct KeyMap: Sendable {
    /// A key that a person has bound to a command in one place, or to nothing.
    package struct Change: Hashable, Sendable {
        /// Where.
        package var context: Context
        /// Which key.
        package var key: Key
        /// What it does from now on; nothing takes it away from whatever it did.
        package var command: CommandID?

        package init(_ key: Key, in context: Context, to command: CommandID?) {
            self.context = context
            self.key = key
            self.command = command
        }
    }

    private struct Binding: Hashable {
        let key: Key
        let context: Context
    }

    private struct Place: Hashable {
        let command: CommandID
        let context: Context
    }

    /// As the table of commands says.
    package static let standard = KeyMap()

    /// What was bound otherwise.
    package let changes: [Change]
    private var commands: [Binding: CommandID] = [:]
    private var keyLists: [Place: [Key]] = [:]

    /// - Parameter changes: taken one after the other. One to a command that does not apply in its place, or of a key
    ///   that types a character where text is typed, is passed over.
    package init(_ changes: [Change] = []) {
        self.changes = changes
        for command in CommandTable.all {
            for context in command.contexts {
                for key in command.keys where Self.isBindable(key, in: context) {
                    bind(key, in: context, to: command.id)
                }
            }
        }
        for change in changes { take(change) }
    }

    /// What a key does there; nothing where it does nothing or types a character.
    package func command(for key: Key, in context: Context) -> CommandID? {
        commands[Binding(key: key, context: context)]
    }

    /// The keys of a command there, the one to show first.
    package func keys(for command: CommandID, in context: Context) -> [Key] {
        keyLists[Place(command: command, context: context)] ?? []
    }

    /// Whether a key can be bound in a place: where text is typed, those that type a character cannot.
    package static func isBindable(_ key: Key, in context: Context) -> Bool {
        if context.takesText, case .character = key { false } else { true }
    }

    private mutating func take(_ change: Change) {
        guard Self.isBindable(change.key, in: change.context) else { return }
        if let command = change.command {
            guard CommandTable.commands(in: change.context).contains(where: { $0.id == command }) else {
                return
            }
        }
        if let before = commands.removeValue(forKey: Binding(key: change.key, context: change.context)) {
            keyLists[Place(command: before, context: change.context)]?.removeAll { $0 == change.key }
        }
        guard let command = change.command else { return }
        commands[Binding(key: change.key, context: change.context)] = command
        // The person's own key is the one to show.
        keyLists[Place(command: command, context: change.context), default: []].insert(change.key, at: 0)
    }

    private mutating func bind(_ key: Key, in context: Context, to command: CommandID) {
        commands[Binding(key: key, context: context)] = command
        keyLists[Place(command: command, context: context), default: []].append(key)
    }
}
