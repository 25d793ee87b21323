import Foundation
import INaturalist
import INaturalistSandbox
import ObservationStore
import TestSupport
import Testing

/// A sandbox in this process, and a folder in which the program keeps what it fetches.
struct SyncWorld {
    let sandbox: Sandbox
    let folder: URL

    static func run(
        _ configuration: SandboxConfiguration = SandboxConfiguration(),
        _ body: (SyncWorld) async throws -> Void
    ) async throws {
        let sandbox = try await Sandbox.start(configuration)
        let result: Result<Void, any Error>
        do {
            result = .success(
                try await withSyncFolder { try await body(SyncWorld(sandbox: sandbox, folder: $0)) }
            )
        } catch {
            result = .failure(error)
        }
        await sandbox.stop()
        try result.get()
    }

    /// The variables of the program, with a JWT of that account.
    func environment(as role: SandboxAccount.Role? = nil) -> [String: String] {
        var variables = sandbox.environment
        variables["HOME"] = folder.path
        if let role { variables["INATTY_TOKEN"] = sandbox.issueJWT(login: Sandbox.account(role).login) }
        return variables
    }

    /// Runs a command to its end.
    @discardableResult
    func inatty(
        _ arguments: String...,
        as role: SandboxAccount.Role? = nil,
        variables: [String: String] = [:]
    ) async throws -> BuiltBinary.Outcome {
        let environment = environment(as: role).merging(variables) { $1 }
        let outcome = try await BuiltBinary.run(arguments, environment: environment)
        expectNoSecret(in: outcome.output + outcome.errors, also: environment["INATTY_TOKEN"])
        return outcome
    }

    /// Runs a command with further arguments.
    func inatty(_ first: String..., arguments: [String]) async throws -> BuiltBinary.Outcome {
        try await BuiltBinary.run(first + arguments, environment: environment())
    }

    /// Starts a command.
    func start(_ arguments: String..., as role: SandboxAccount.Role? = nil) throws -> SyncProcess {
        try SyncProcess(arguments, environment: environment(as: role), in: folder)
    }

    /// The ids of a list that is held, falling.
    func held(_ query: ObservationQuery, as key: ViewerKey) throws -> [Int] {
        let store = try store()
        defer { store.close() }
        let list = try #require(try store.list(query, as: key))
        return try store.ids(of: list.id, in: .all, limit: nil)
    }

    func store() throws -> ObservationStore {
        let variables = environment()
        let addresses = try ServerAddresses(environment: variables)
        return try ObservationStore(
            path: #require(ObservationStore.path(variables: variables, addresses: addresses))
        )
    }

    /// Forgets the requests so far.
    func requests(to path: String = "/v2/observations") -> Int {
        defer { sandbox.forgetRequests() }
        return sandbox.requests.count { $0.path == path }
    }
}
