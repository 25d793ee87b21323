/// Where the keyboard is, which decides what a key does.
package nonisolated enum Context: String, Hashable, Sendable, CaseIterable {
    case signIn, table, detail, tokens, accounts, signOut, help, chooser, find
    case filter, box, sort, facets, changes, since, jobs, query

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
        case .filter: "Filter"
        case .box: "Inside a box"
        case .sort: "Sort"
        case .facets: "Counts"
        case .changes: "What changed"
        case .since: "Since when"
        case .jobs: "Fetching"
        case .query: "Query"
        }
    }

    /// Whether keys that type a character go into a field here, and are no commands.
    package var takesText: Bool {
        switch self {
        case .signIn, .chooser, .find, .filter, .box, .since, .query: true
        case .table, .detail, .tokens, .accounts, .signOut, .help, .sort, .facets, .changes, .jobs: false
        }
    }
}
