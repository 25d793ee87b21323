package import Accounts
package import FoundationEssentials
package import INaturalist
package import ObservationImport
package import ObservationStore
package import ObservationSync

/// What the browser wants done outside its own state.
package nonisolated enum Effect: Sendable, Hashable {
    /// Work with an answer, in a lane of its own.
    case work(Lane, ticket: Int, Work)
    /// The work of that lane is not wanted any more.
    case cancel(Lane)
    /// Keep what a renewal made of the tokens, where they are kept.
    case keepRenewed(Session)
    /// Keep rows for the next run from now on, or hold them for this one alone: in another store.
    case keepRows(Bool)
    /// Let the job of fetching rest, or go on.
    case pauseJob(Bool)
    /// Open an address in the web browser.
    case openWebPage(String)
    /// Put a text on the clipboard, and say so when it is there.
    case copy(String, said: Message)
    /// Show a text in another program, to which the terminal is lent.
    case read(String, RowAction.TextProgram)
    /// Send `.woke` at that moment, and at no other asked for before.
    case wake(at: Date)
    /// Paint everything anew.
    case redraw
    /// Give the terminal back to the shell until the person returns.
    case stop
    /// Leave.
    case quit
}

/// Work that the servers, the store or what keeps the tokens are asked for.
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
    /// Finds out whose rows to show while the tokens are being proved, without asking anybody.
    case findHeldAccount(login: String?)
    case renew(Viewer)
    case prove(Authorization)
    /// Measures what every token held is good for, on that observation or on one of that person's.
    case measure(Credentials, observation: Int?, login: String?)
    /// Puts the rows of a list in order.
    case arrange(ListRequest)
    /// Looks observations up in the store.
    case lookUp([Int], as: ViewerKey)
    /// Looks observations up, for what is done with them.
    case collect([Int], as: ViewerKey, for: RowAction)
    /// Asks the server what it says of observations, as it says it.
    case raw([Int], RowAction.TextProgram, as: Viewer)
    /// Asks which photos an observation has.
    case photos(of: Int, as: Viewer)
    /// Fetches a photo and has it drawn for the terminal.
    case photo(PhotoRequest, PhotoChoice)
    /// Finds the rows of an order with these words.
    case find(String, ListRequest, order: [Int32])
    /// Counts the rows of a list by a facet.
    case count(Facet, ListRequest)
    /// What changed, a page.
    case changes(ChangesScreen.Page, as: ViewerKey)
    /// Fetches rows of a list from the server into the store.
    case sync(SyncRequest)
    /// Reads a file into the store; the site is the one whose addresses it may have.
    case importFile(FileSource, site: String)
    /// Writes rows to a file.
    case export(ExportRequest)
    /// Asks the server for names, once nothing was typed for a moment.
    case lookUpNames(QueryCompletions.LookUp, as: Viewer)
    /// Looks the names of a query up.
    case resolve(ObservationQuery, as: Viewer)
    /// Reads, changes or removes saved queries.
    case readQueries
    case saveQuery(name: String, text: String)
    case removeQuery(name: String)
    /// Asks the server for observations by id, as an identity that has not been told of them yet.
    case rows([Int], as: Viewer, ViewerKey)
    case detail(Int, as: Viewer)
}

/// Which rows of which list, seen by whom.
package nonisolated struct ListRequest: Sendable, Hashable {
    /// The list's name in the store: the query's line, or a file's path.
    package var name: String
    /// The ids that are asked for, when the list is one of ids.
    package var ids: [Int]
    /// Whose list it is.
    package var owner: ViewerKey
    /// Who looks at it.
    package var viewer: ViewerKey
    /// What of it, in which order.
    package var narrowing: Narrowing
    /// The observation that the cursor shall stay on; nothing for the first row.
    package var anchor: Int?
    /// How many rows can be seen at once.
    package var visible: Int
    /// Whether only what was written since is to be taken up: then the old rows stay up until all are in order.
    package var isRefresh: Bool
}

/// What to fetch from the server into the store.
package nonisolated struct SyncRequest: Sendable, Hashable {
    /// Which observations.
    package var query: ObservationQuery
    /// Who asks.
    package var viewer: Viewer
    /// Whom the rows are kept for.
    package var key: ViewerKey
    /// How far.
    package var reach: SyncReach
    /// Whether from the newest down, whatever was fetched before.
    package var isWhole: Bool
}

/// Who is to be signed out.
package nonisolated enum SignOutRequest: Sendable, Hashable {
    /// An account whose tokens are kept.
    case kept(KeptAccount)
    /// Tokens that are held by this program alone.
    case held(KeptTokens, login: String)
}
