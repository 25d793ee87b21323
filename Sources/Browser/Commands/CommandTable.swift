package import TerminalUI

/// Every command, once. A new key is a line in one of the parts, which are files beside this one, and a case in
/// `BrowserState+Perform.swift`.
package nonisolated enum CommandTable {
    static let reading: Set<Context> = [
        .table, .detail, .tokens, .accounts, .signOut, .help, .sort, .facets, .changes, .jobs,
    ]
    static let forms: Set<Context> = [.signIn, .chooser]
    static let everywhere = Set(Context.allCases)

    /// All commands, in the order in which the help screen lists them.
    package static let all = moving + observations + query + heldRows + session + general

    /// What a key does there; nothing where it does nothing or types a character.
    package static func command(for key: Key, in context: Context) -> Command? {
        bindings[Binding(key: key, context: context)]
    }

    /// The commands that apply there, in the order of the table.
    package static func commands(in context: Context) -> [Command] {
        all.filter { $0.contexts.contains(context) }
    }

    private struct Binding: Hashable {
        let key: Key
        let context: Context
    }

    private static let bindings: [Binding: Command] = {
        var bindings: [Binding: Command] = [:]
        for command in all {
            for context in command.contexts {
                for key in command.keys {
                    if context.takesText, case .character = key { continue }
                    bindings[Binding(key: key, context: context)] = command
                }
            }
        }
        return bindings
    }()
}
