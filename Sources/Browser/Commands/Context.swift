/// Where the keyboard is, which decides what a key does.
package nonisolated enum Context: String, Hashable, Sendable, CaseIterable {
    case signIn, table, detail, tokens, accounts, signOut, help, chooser, find
    case filter, box, goTo, sort, facets, changes, since, jobs, query
    case columns, palette, menu, messages, photos, export

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
        case .goTo: "Go to id"
        case .columns: "Columns"
        case .palette: "Commands"
        case .menu: "Menu"
        case .messages: "Messages"
        case .photos: "Photos"
        case .export: "Export"
        }
    }

    /// Whether keys that type a character go into a field here, and are no commands.
    package var takesText: Bool {
        switch self {
        case .signIn, .chooser, .find, .filter, .box, .goTo, .since, .query, .export, .help, .palette: true
        case .table, .detail, .tokens, .accounts, .signOut, .sort, .facets, .changes, .jobs, .columns, .menu,
            .messages, .photos:
            false
        }
    }
}
