/// Where the keyboard is, which decides what a key does.
package nonisolated enum Context: String, Hashable, Sendable, CaseIterable {
    case signIn, table, detail, tokens, accounts, signOut, help, chooser, find

    /// The name that the help screen gives it.
    package var title: String {
        switch self {
        case .signIn: "Sign in"
        case .table: "Observations"
        case .detail: "One observation"
        case .tokens: "Tokens"
        case .accounts: "Accounts"
        case .signOut: "Sign out"
        case .help: "Help"
        case .chooser: "What to look at"
        case .find: "Find"
        }
    }

    /// Whether keys that type a character go into a field here, and are no commands.
    package var takesText: Bool {
        switch self {
        case .signIn, .chooser, .find: true
        case .table, .detail, .tokens, .accounts, .signOut, .help: false
        }
    }
}
