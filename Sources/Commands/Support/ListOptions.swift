import Accounts
import ArgumentParser
import Browser
import INaturalist
import ObservationStore

/// What the commands take that are about a list of observations: which, and as whom it is asked for.
struct ListOptions: ParsableArguments {
    @OptionGroup var queryOptions: QueryOptions

    @Flag(help: "Your own observations alone.")
    var mine = false

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Who asks: anonymous, oauth or jwt. Without it the JWT, or anonymous.",
            valueName: "identity"
        )
    )
    var identity: Identity?

    @OptionGroup var accountOptions: AccountOptions

    func validate() throws {
        guard identity != .anonymous || accountOptions.account == nil else {
            throw ValidationError("--as anonymous asks as nobody, so no --account goes with it.")
        }
        guard identity != .anonymous || !mine else {
            throw ValidationError("--as anonymous asks as nobody, so there are no observations of your own.")
        }
        guard try !mine || queryOptions.query().observers.isEmpty else {
            throw ValidationError("--mine names the observer, so the query must not name one, too.")
        }
    }

    /// Who asks when nobody is named: whoever the environment or what is kept can sign in, else nobody.
    func speaker() throws -> Identity {
        if let identity { return identity }
        if accountOptions.account != nil { return .jwt }
        let environment = LaunchEnvironment.current
        if try environment.signInRequest(speaker: .jwt) != nil { return .jwt }
        return try store().current() == nil ? .anonymous : .jwt
    }

    /// The query, with the person's login where it is about one's own observations. What of a pasted address is left
    /// out is told, so it is called once a run.
    ///
    /// - Parameter login: the person's; nil when nobody is signed in.
    /// - Throws: `UsageError` when nothing says which observations.
    func query(login: String?) throws -> ObservationQuery {
        let reading = try queryOptions.reading()
        if let remark = reading.remark { complain(remark) }
        var query = reading.query
        guard mine || query == ObservationQuery() else { return query }
        guard let login else {
            throw UsageError(
                description: """
                    Nothing says which observations: name a query, as in “user:observer”, or sign in for your own \
                    (inatty auth login).
                    """
            )
        }
        query.observers = [.name(login)]
        return query
    }

    /// The accounts that are kept.
    func store() throws -> AccountStore {
        let environment = LaunchEnvironment.current.variables
        return AccountStore(
            environment: environment,
            addresses: try ServerAddresses(environment: environment)
        )
    }
}

/// A list that a server is asked for.
struct AskedList {
    /// Its names are looked up.
    let query: ObservationQuery
    /// Who asks.
    let session: Session
    /// Whom the store keeps it for.
    let key: ViewerKey
    let client: INaturalistClient
}

extension ListOptions {
    /// Signs in, looks the names up and hands the list over.
    ///
    /// - Throws: what the servers say; `UsageError` when nothing says which observations.
    func asking(_ options: ServerOptions, _ body: (AskedList) async throws -> Void) async throws {
        let speaker = try speaker()
        guard speaker != .anonymous else {
            let query = try query(login: nil)
            return try await CommandSession.withDesk(options) { desk in
                try await body(asked(query, by: Session(), as: .anonymous, of: desk.client))
            }
        }
        try await CommandSession.run(options, accountOptions, speaker: speaker) { session, client in
            guard session.identity == speaker, let account = session.account else {
                throw UsageError(
                    description: "No \(speaker.title) is held. inatty auth status says what is."
                )
            }
            let key: ViewerKey = speaker == .jwt ? .jwt(user: account.id) : .oauth(user: account.id)
            try await body(asked(query(login: account.login), by: session, as: key, of: client))
        }
    }

    private func asked(
        _ query: ObservationQuery,
        by session: Session,
        as key: ViewerKey,
        of client: INaturalistClient
    ) async throws -> AskedList {
        let query = try await client.resolving(query, as: session.viewer)
        return AskedList(query: query, session: session, key: key, client: client)
    }
}
