import Accounts
import ArgumentParser
import Browser
import INaturalist
import ObservationExport

/// `inatty observations`: both faces of some observations, for scripts.
struct Observations: MainActorCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print observations by their ids, public and true side by side.",
        discussion: """
            What was asked for and not found is named on standard error.

            Examples:
              inatty observations --id 123,456
              inatty observations --id 123 --json
            """
    )

    @Option(name: .customLong("id"), help: "Observation ids, separated by commas; can be given again.")
    var ids: [String] = []

    @Option(
        name: .customLong("as"),
        help: "Who asks: anonymous, oauth or jwt. Without it the JWT, or anonymous."
    )
    var identity: Identity?

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var accountOptions: AccountOptions
    @OptionGroup var options: ServerOptions

    func validate() throws {
        guard identity != .anonymous || accountOptions.account == nil else {
            throw ValidationError("--as anonymous asks as nobody, so no --account goes with it.")
        }
        if try parsedIDs().isEmpty { throw ValidationError("Name at least one observation: --id 123,456") }
    }

    func execute() async throws {
        try await reportingErrors {
            let ids = try parsedIDs()
            guard let identity = try identity ?? identityByDefault(), identity != .anonymous else {
                return try await CommandSession.withDesk(options) {
                    try await report(ids, Session(), $0.client)
                }
            }
            try await CommandSession.run(options, accountOptions, speaker: identity) { session, client in
                guard session.identity == identity else {
                    throw UsageError(
                        description: "No \(identity.title) is held. inatty auth status says what is."
                    )
                }
                try await report(ids, session, client)
            }
        }
    }

    /// Whoever the environment or what is kept can sign in, else nobody.
    private func identityByDefault() throws -> Identity? {
        let environment = LaunchEnvironment.current
        if accountOptions.account != nil { return .jwt }
        if try environment.signInRequest(speaker: .jwt) != nil { return .jwt }
        let addresses = try ServerAddresses(environment: environment.variables)
        return try AccountStore(environment: environment.variables, addresses: addresses).current() == nil
            ? nil : .jwt
    }

    private func report(_ ids: [Int], _ session: Session, _ client: INaturalistClient) async throws {
        let batch = try await client.observations(ids: ids, as: session.viewer)
        if json {
            try output(ObservationReport(batch, as: session.identity, proof: session.proof).json)
        } else {
            for line in PlainTable(batch.observations, as: session.identity).lines { try output(line) }
        }
        if case .ignoredByAPI = session.proof {
            complain("OAuth token: the API ignores it and answers as to anyone. Use a JWT.")
        }
        if !batch.missing.isEmpty {
            complain("not found: " + batch.missing.map(String.init).joined(separator: ", "))
        }
    }

    private func parsedIDs() throws -> [Int] {
        try ids.flatMap { $0.split { $0 == "," || $0.isWhitespace } }.map { word in
            guard let id = Int(word), id > 0, id <= Int(Int32.max) else {
                throw ValidationError(
                    "“\(word)” is no observation id: a whole number from 1 to 2147483647 is."
                )
            }
            return id
        }
    }
}
