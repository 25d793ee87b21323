import FoundationEssentials
import INaturalist
import INaturalistSandbox
import ObservationStore
import ObservationSync
import Synchronization

/// A sandbox on a real socket, a client of it whose waits are over at once, and a store in a temporary file.
struct SyncSession: Sendable {
    let sandbox: Sandbox
    let time: SandboxClock
    let clock: JumpingClock
    let client: INaturalistClient
    let store: ObservationStore

    static func run<Result>(
        count: Int = 2_400,
        limits: RateLimits? = nil,
        ledger: (any RequestLedger)? = nil,
        _ body: (SyncSession) async throws -> Result
    ) async throws -> Result {
        let time = SandboxClock()
        let sandbox = try await Sandbox.start(
            SandboxConfiguration(observationCount: count, now: { time.now })
        )
        let clock = JumpingClock()
        let client = INaturalistClient(
            addresses: try ServerAddresses(checkingSite: sandbox.baseURL, api: sandbox.baseURL),
            limiter: RateLimiter(limits: limits, ledger: ledger, clock: clock),
            retries: RetryPolicy(jitter: { 1 }),
            now: { time.now }
        )
        let store = try ObservationStore.temporary()
        let session = SyncSession(sandbox: sandbox, time: time, clock: clock, client: client, store: store)
        let result: Swift.Result<Result, any Error>
        do {
            result = .success(try await body(session))
        } catch {
            result = .failure(error)
        }
        store.close()
        await client.shutdown()
        await sandbox.stop()
        return try result.get()
    }

    // MARK: - Who asks

    static let anyone = Viewer(credentials: Credentials(), identity: .anonymous)

    func viewer(_ role: SandboxAccount.Role) throws -> Viewer {
        var credentials = Credentials()
        let text = sandbox.issueJWT(login: role.rawValue)
        if case .jwt(let token) = try PastedToken(parsing: text) { credentials.jwt = token }
        return Viewer(credentials: credentials, identity: .jwt)
    }

    func key(_ role: SandboxAccount.Role) -> ViewerKey { .jwt(user: Sandbox.account(role).userID) }

    // MARK: - Jobs

    func job(
        _ query: ObservationQuery = ObservationQuery(),
        as role: SandboxAccount.Role? = nil,
        isWhole: Bool = false,
        reach: SyncReach = .everything,
        patience: Patience = Patience(jitter: { 1 }),
        report: @escaping @Sendable (SyncProgress) -> Void = { _ in }
    ) throws -> SyncJob {
        SyncJob(
            query: query,
            viewer: try role.map(viewer) ?? Self.anyone,
            key: role.map(key) ?? .anonymous,
            client: client,
            store: store,
            isWhole: isWhole,
            reach: reach,
            patience: patience,
            report: report
        )
    }

    @discardableResult
    func sync(
        _ query: ObservationQuery = ObservationQuery(),
        as role: SandboxAccount.Role? = nil,
        isWhole: Bool = false
    ) async throws -> SyncTally {
        try await job(query, as: role, isWhole: isWhole).run()
    }

    // MARK: - What is held, and what was asked

    func list(
        _ query: ObservationQuery = ObservationQuery(),
        as role: SandboxAccount.Role? = nil
    ) throws -> HeldList? {
        try store.list(query, as: role.map(key) ?? .anonymous)
    }

    /// The ids that are held, falling.
    func held(
        _ query: ObservationQuery = ObservationQuery(),
        as role: SandboxAccount.Role? = nil
    ) throws -> [Int] {
        guard let list = try list(query, as: role) else { return [] }
        return try store.ids(of: list.id, in: .all, limit: nil)
    }

    /// The sandbox's own ids, falling.
    func there(owner: String? = nil) -> [Int] { sandbox.observationIDs(owner: owner).reversed() }

    /// The requests since the last look.
    func asked() -> [SandboxRequest] {
        defer { sandbox.forgetRequests() }
        return sandbox.requests
    }
}

/// What a job told, in order.
final class Reports: Sendable {
    private let all = Mutex<[SyncProgress]>([])

    var list: [SyncProgress] { all.withLock { $0 } }

    func add(_ progress: SyncProgress) {
        all.withLock { $0.append(progress) }
    }
}
