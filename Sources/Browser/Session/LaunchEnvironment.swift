internal import FoundationEssentials
package import INaturalist
internal import ObservationStore

/// The environment's variables that inatty reads.
package nonisolated struct LaunchEnvironment: Sendable {
    /// All of them.
    package let variables: [String: String]

    /// Puts an environment together.
    package init(variables: [String: String]) { self.variables = variables }

    /// Those of this process.
    package static var current: LaunchEnvironment {
        LaunchEnvironment(variables: ProcessInfo.processInfo.environment)
    }

    /// What the environment gives to sign in with: `INATTY_TOKEN`, else the four of the password grant.
    ///
    /// - Throws: when a variable is there and cannot be used, or some of the four are missing.
    package func signInRequest(speaker: Identity) throws(UsageError) -> SignInRequest? {
        if let text = value("INATTY_TOKEN") {
            do {
                return SignInRequest(
                    .token(try PastedToken(parsing: text)),
                    speaker: speaker,
                    isKept: false
                )
            } catch {
                throw UsageError(description: "INATTY_TOKEN: \(error)")
            }
        }
        let (username, password) = login
        // An application alone signs nobody in.
        if username == nil, password == nil { return nil }
        guard let username, let password, let application else {
            let absent = ["INAT_USERNAME", "INAT_PASSWORD", "INAT_APP_ID"].filter { value($0) == nil }
            throw UsageError(
                description:
                    "To sign in with a password \(absent.joined(separator: " and ")) must be set too."
            )
        }
        let grant = PasswordGrant(username: username, password: password, application: application)
        return SignInRequest(.password(grant), speaker: speaker, isKept: false)
    }

    /// A client of these servers that goes through the proxy that the environment names, and keeps to iNaturalist's
    /// budget of requests.
    ///
    /// - Parameters:
    ///   - record: takes a trace of every request.
    ///   - tell: takes the first reason for which the budget is not shared with other processes.
    package func client(
        of addresses: ServerAddresses,
        record: (@Sendable (RequestTrace) -> Void)? = nil,
        tell: @escaping @Sendable (any Error) -> Void = { _ in }
    ) -> INaturalistClient {
        let settings = TransportSettings(environment: variables, addresses: addresses)
        let transport = AsyncHTTPTransport(settings: settings)
        return INaturalistClient(
            addresses: addresses,
            transport: record.map { TracingTransport(transport, record: $0) } ?? transport,
            limiter: limiter(for: addresses, tell: tell)
        )
    }

    /// The budget, which all processes of a person share, also those of later runs. Servers on this computer have
    /// none, unless `INATTY_BUDGET` is set: then they are treated as others always are.
    private func limiter(
        for addresses: ServerAddresses,
        tell: @escaping @Sendable (any Error) -> Void
    ) -> RateLimiter {
        if addresses.areLoopback, value("INATTY_BUDGET") == nil { return .unlimited }
        // Without a folder this process counts for itself.
        let ledger = RequestLedgerFile.path(environment: variables).map {
            RequestLedgerFile(path: $0, host: addresses.api)
        }
        return RateLimiter(ledger: ledger, tell: tell)
    }

    /// The application that `INAT_APP_ID` and `INAT_APP_SECRET` name.
    package var application: OAuthApplication? {
        value("INAT_APP_ID").map {
            OAuthApplication(id: $0, secret: value("INAT_APP_SECRET").map { Secret($0) })
        }
    }

    /// `INAT_USERNAME` and `INAT_PASSWORD`.
    package var login: (username: String?, password: Secret?) {
        (value("INAT_USERNAME"), value("INAT_PASSWORD").map { Secret($0) })
    }

    /// Whether `INATTY_TOKEN` is there, which overrides every token that is kept.
    package var overridesKeptTokens: Bool { value("INATTY_TOKEN") != nil }

    private func value(_ name: String) -> String? {
        variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
