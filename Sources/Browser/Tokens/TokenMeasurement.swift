package import INaturalist

/// What each token was found to be good for, by asking with each: the answer to "which token where".
package nonisolated struct TokenMeasurement: Sendable, Hashable {
    /// The observation whose private keys were asked for.
    package let observation: Int
    /// What was found so far.
    package private(set) var findings: [TokenProbe: [Identity: TokenFinding]] = [:]
    /// Whether nothing more will be asked.
    package internal(set) var isComplete = false

    package init(observation: Int) {
        self.observation = observation
    }

    /// Keeps what one token found.
    package mutating func note(_ finding: TokenFinding, of probe: TokenProbe, as identity: Identity) {
        findings[probe, default: [:]][identity] = finding
    }

    /// Asks everything with every identity, one after another.
    ///
    /// - Parameters:
    ///   - credentials: the tokens to measure; without one its column stays empty.
    ///   - observation: whose private keys to ask for; without it one of that person's is looked for, a hidden one
    ///     before others, and anybody's where there is none.
    ///   - login: that person.
    ///   - onProgress: takes what was found so far, after each answer.
    /// - Throws: what the servers said when no observation could be found to measure on.
    package static func take(
        of credentials: Credentials,
        on observation: Int?,
        login: String?,
        from client: INaturalistClient,
        onProgress: (TokenMeasurement) async -> Void = { _ in }
    ) async throws(INaturalistError) -> TokenMeasurement {
        let subject: Int
        if let observation {
            subject = observation
        } else {
            subject = try await self.subject(login: login, from: client)
        }
        var measurement = TokenMeasurement(observation: subject)
        for probe in TokenProbe.allCases {
            for identity in Identity.allCases {
                guard let authorization = credentials.authorization(for: identity) else { continue }
                if Task.isCancelled { throw .cancelled }
                let finding = await client.measure(probe, observation: subject, as: authorization)
                measurement.note(finding, of: probe, as: identity)
                await onProgress(measurement)
            }
        }
        measurement.isComplete = true
        return measurement
    }

    /// An observation on which tokens differ most.
    private static func subject(
        login: String?,
        from client: INaturalistClient
    ) async throws(INaturalistError) -> Int {
        let queries = [
            ObservationQuery(observer: login, obscurations: [.obscured, .private]),
            ObservationQuery(observer: login), ObservationQuery(),
        ]
        for query in queries {
            if let found = try await client.page(query, limit: 1, as: Authorization.anonymous).observations
                .first
            {
                return found.id
            }
        }
        throw .notFound(message: nil)
    }
}
