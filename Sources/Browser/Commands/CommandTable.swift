/// Every command, once. A new one is an entry in one of the parts, which are files beside this one, and a case in
/// `BrowserState+Perform.swift`; which key does what in a run is the `KeyMap`'s to say.
package nonisolated enum CommandTable {
    static let reading: Set<Context> = [
        .table, .detail, .tokens, .accounts, .signOut, .sort, .facets, .changes, .jobs, .columns, .messages,
    ]
    /// Lists in which one types what to look for, and menus whose letters are choices: there no letter moves.
    static let picking: Set<Context> = [.help, .palette, .menu]
    static let forms: Set<Context> = [.signIn, .chooser, .export]
    static let everywhere = Set(Context.allCases)

    /// All commands, in the order in which the help screen lists them.
    package static let all =
        moving + observations + table + actions + query + heldRows + picks + session + general

    /// The commands that apply there, in the order of the table.
    package static func commands(in context: Context) -> [Command] { byContext[context] ?? [] }

    private static let byContext: [Context: [Command]] = {
        var commands: [Context: [Command]] = [:]
        for command in all {
            for context in command.contexts { commands[context, default: []].append(command) }
        }
        return commands
    }()
}
