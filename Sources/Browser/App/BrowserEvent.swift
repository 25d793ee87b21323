package import Accounts
package import FoundationEssentials
package import INaturalist
package import ObservationExport
package import ObservationImport
package import ObservationStore
package import ObservationSync
package import TerminalUI

/// The kinds of work that go on beside the screen. At most one of each is under way: a new one replaces the old.
package nonisolated enum Lane: Hashable, Sendable, CaseIterable {
    case signIn, proof, rows, detail, renewal, keeping, accounts, measurement
    /// Fetching as far as the person looks.
    case page
    /// Fetching that the person wants, or reading a file.
    case job
    /// Whose rows are held.
    case held
    /// The order of the rows, and the rows themselves.
    case arrangement, window
    /// What screens over the table ask the store.
    case find, facets, changes
    /// What the query screen asks: names of the server, and the file of saved queries.
    case names, queries
    /// The names of a query that is to be shown.
    case resolution
    /// What is done with one observation or with all that are marked.
    case action
    /// A photo, and writing rows to a file.
    case photo, export
}

/// What a finished piece of work has to say.
package nonisolated enum Answer: Sendable {
    /// Somebody signed in, or an account whose tokens were kept was taken up.
    case signedIn(SignInResult)
    /// Kept tokens are there and could not be taken up.
    case notTakenUp(SignInError)
    /// What the site's consent page is to be asked for, whose code the person types.
    case consent(AuthorizationRequest)
    /// What a server said of a token.
    case proof(Proof, of: Authorization)
    /// Whose rows to show while the tokens are being proved.
    case heldAccount(Account?)
    /// A list in order.
    case arranged(ArrangedRows, ListRequest)
    /// Observations as the store holds them for somebody.
    case lookedUp([HeldObservation], as: ViewerKey, ids: [Int])
    /// Observations as the store holds them, for what is done with them.
    case collected([HeldObservation], as: ViewerKey, for: RowAction)
    /// What the server says of observations, as it says it.
    case raw(String, RowAction.TextProgram)
    /// The observation whose photos are to be shown.
    case photos(of: ObservationDetail)
    /// A photo as the terminal can show it, or why not.
    case photo(PhotoAnswer, to: PhotoRequest)
    /// The rows, rising, that have the words.
    case found([Int32], of: String)
    /// How many rows have which value.
    case counted([FacetCount], by: Facet)
    /// What changed, and the observations that it changed of.
    case changes([ObservationChange], of: [HeldObservation], for: ChangesScreen.Page)
    /// Rows were fetched into the store.
    case synced(SyncTally, SyncProgress)
    /// A file was read into the store.
    case imported(ImportProgress)
    /// Rows were written to a file.
    case exported(ExportProgress)
    /// They could not be, for what the person can mend on the screen.
    case notExported(ExportError)
    /// What the server knows by a name.
    case suggestions([QuerySuggestion], for: QueryCompletions.LookUp)
    /// It could not be asked for that.
    case noSuggestions(String, for: QueryCompletions.LookUp)
    /// A query whose names were looked up.
    case resolved(ObservationQuery)
    /// The queries that are saved now, and what to tell of it.
    case savedQueries(SavedQueries, remark: String?)
    /// Observations by their ids, as the server tells them to an identity.
    case rows(ObservationBatch, Identity, ids: [Int])
    /// One observation whole.
    case detail(ObservationDetail, Identity)
    /// The JWT is fresh, exchanged for a new one or not yet due; the event that says what it became came before.
    case renewed
    /// Where tokens would be kept.
    case keeping(Keeping)
    /// The accounts that are kept.
    case accounts([KeptAccount])
    /// Somebody signed out.
    case signedOut(SignOutReport)
    /// What every token held is good for.
    case measured(TokenMeasurement)
    /// It failed.
    case failed(INaturalistError)
    /// It failed here, not at a server; in whole sentences.
    case failedHere(String)
}

/// All that can happen to the browser; they come one after another through one queue.
package nonisolated enum BrowserEvent: Sendable {
    /// The person did something.
    case input(InputEvent)
    /// Work ended. The ticket tells whether it is the work that is still wanted.
    case finished(Lane, ticket: Int, Answer)
    /// A part of work that goes on: what the site's consent page was asked for in a browser.
    case consentOpened(ticket: Int, AuthorizationRequest)
    /// A part of work that goes on: the first rows of a list in order.
    case arranged(ticket: Int, ArrangedRows, ListRequest)
    /// A part of work that goes on: how far fetching is.
    case progress(Lane, ticket: Int, SyncProgress)
    /// A part of work that goes on: how far reading a file is.
    case importing(ticket: Int, ImportProgress)
    /// A part of work that goes on: how far writing a file is.
    case exporting(ticket: Int, ExportProgress)
    /// A part of work that goes on: what the tokens were found to be good for so far.
    case measured(ticket: Int, TokenMeasurement)
    /// Tokens were exchanged for fresh ones, which are due again at that date.
    case renewed(from: Credentials, to: Credentials, due: Date?)
    /// By how many seconds this computer's clock is ahead of the servers'.
    case clockError(Double)
    /// The client is there, and these are the servers it asks.
    case connected(ServerAddresses)
    /// Something to tell, from work that has no lane.
    case notice(Message)
    /// The moment came that was asked for.
    case woke
}

/// A line at the foot of the screen, until the next key.
package nonisolated struct Message: Sendable, Hashable {
    /// What it says, in whole words.
    package var text: String
    /// How much it matters.
    package var role: Role

    package init(_ text: String, _ role: Role = .text) {
        self.text = text
        self.role = role
    }
}
