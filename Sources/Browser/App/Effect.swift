package import Accounts
package import FoundationEssentials
package import INaturalist

/// What the browser wants done outside its own state.
package nonisolated enum Effect: Sendable, Hashable {
    /// Work with an answer, in a lane of its own.
    case work(Lane, ticket: Int, Work)
    /// The work of that lane is not wanted any more.
    case cancel(Lane)
    /// Keep what a renewal made of the tokens, where they are kept.
    case keepRenewed(Session)
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

/// Work that the servers or what keeps the tokens are asked for.
package nonisolated enum Work: Sendable, Hashable {
    case signIn(SignInRequest)
    /// Makes up what the site's consent page is asked for when it shows a code.
    case prepareCode(OAuthApplication)
    /// Takes up an account whose tokens are kept; the current one without a login.
    /// Only a lasting choice makes it the account that the next start begins with.
    case takeUp(login: String?, isLasting: Bool)
    case signOut(SignOutRequest)
    case findKeeping
    case listAccounts
    case renew(Viewer)
    case prove(Authorization)
    /// Measures what every token held is good for, on that observation or on one of that person's.
    case measure(Credentials, observation: Int?, login: String?)
    case page(ObservationQuery, idBelow: Int?, limit: Int, as: Viewer)
    case rows([Int], as: Viewer)
    case detail(Int, as: Viewer)
}

/// Who is to be signed out.
package nonisolated enum SignOutRequest: Sendable, Hashable {
    /// An account whose tokens are kept.
    case kept(KeptAccount)
    /// Tokens that are held by this program alone.
    case held(KeptTokens, login: String)
}
