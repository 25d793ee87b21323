package import Accounts
package import FoundationEssentials
package import INaturalist
package import ObservationStore

/// What the browser needs of the world besides a terminal.
package nonisolated struct BrowserServices: Sendable {
    /// Gives the client; the built-in sandbox starts its server first. Called once, off the main actor.
    package var connect: @Sendable () async throws(INaturalistError) -> INaturalistClient
    /// Gives what keeps the tokens of these servers; nothing where nothing is ever kept.
    package var store: @Sendable (ServerAddresses) -> AccountStore?
    /// Opens the store of observations. Called once, off the main actor.
    package var observations: @Sendable () throws(StoreError) -> ObservationStore
    /// Where queries are saved; nothing where the environment names no folder.
    package var queries: SavedQueriesFile?
    /// Opens an address in the person's web browser; says why when it cannot.
    package var openWebPage: @Sendable (String) async -> Message
    /// The variables that other programs are chosen by and get, but for those that hold secrets.
    package var environment: [String: String]
    /// The clock.
    package var now: @Sendable () -> Date

    package init(
        connect: @escaping @Sendable () async throws(INaturalistError) -> INaturalistClient,
        store: @escaping @Sendable (ServerAddresses) -> AccountStore?,
        observations: @escaping @Sendable () throws(StoreError) -> ObservationStore,
        queries: SavedQueriesFile? = nil,
        openWebPage: @escaping @Sendable (String) async -> Message,
        environment: [String: String] = [:],
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.connect = connect
        self.store = store
        self.observations = observations
        self.queries = queries
        self.openWebPage = openWebPage
        self.environment = environment
        self.now = now
    }
}
