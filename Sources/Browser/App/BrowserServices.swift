package import FoundationEssentials
package import INaturalist

/// What the browser needs of the world besides a terminal.
package nonisolated struct BrowserServices: Sendable {
    /// Gives the client; the built-in sandbox starts its server first. Called once, off the main actor.
    package var connect: @Sendable () async throws(INaturalistError) -> INaturalistClient
    /// Opens an address in the person's web browser; says why when it cannot.
    package var openWebPage: @Sendable (String) async -> Message
    /// The clock.
    package var now: @Sendable () -> Date

    package init(
        connect: @escaping @Sendable () async throws(INaturalistError) -> INaturalistClient,
        openWebPage: @escaping @Sendable (String) async -> Message,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.connect = connect
        self.openWebPage = openWebPage
        self.now = now
    }
}
