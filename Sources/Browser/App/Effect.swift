package import FoundationEssentials
package import INaturalist

/// What the browser wants done outside its own state.
package nonisolated enum Effect: Sendable, Hashable {
    /// Work with an answer, in a lane of its own.
    case work(Lane, ticket: Int, Work)
    /// The work of that lane is not wanted any more.
    case cancel(Lane)
    /// Open an address in the web browser.
    case openWebPage(String)
    /// Put a text on the clipboard.
    case copy(String)
    /// Send `.woke` at that moment, and at no other asked for before.
    case wake(at: Date)
    /// Paint everything anew.
    case redraw
    /// Give the terminal back to the shell until the person returns.
    case stop
    /// Leave.
    case quit
}

/// Work that the servers are asked for.
package nonisolated enum Work: Sendable, Hashable {
    case signIn(SignInRequest)
    case prove(Authorization)
    case page(ObservationQuery, idBelow: Int?, limit: Int, as: Authorization)
    case rows([Int], as: Authorization)
    case detail(Int, as: Authorization)
}
