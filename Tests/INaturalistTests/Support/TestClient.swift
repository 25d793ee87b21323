import FoundationEssentials
import INaturalist

/// A client of a raw server, on a clock that jumps over every wait.
struct TestClient {
    let client: INaturalistClient
    let clock: ManualClock

    /// The moment that the client takes for now: 2023-11-14 22:13:20 UTC.
    static let now = Date(timeIntervalSince1970: 1_700_000_000)

    static func run<Result>(
        site: String,
        api: String,
        settings: TransportSettings = TransportSettings(),
        limits: RateLimits? = nil,
        _ body: (TestClient) async throws -> Result
    ) async throws -> Result {
        let clock = ManualClock(jumps: true)
        let client = INaturalistClient(
            addresses: try ServerAddresses(checkingSite: site, api: api),
            transport: AsyncHTTPTransport(settings: settings),
            limiter: RateLimiter(limits: limits, clock: clock),
            retries: RetryPolicy(jitter: { 1 }),
            now: { now }
        )
        do {
            let result = try await body(TestClient(client: client, clock: clock))
            await client.shutdown()
            return result
        } catch {
            await client.shutdown()
            throw error
        }
    }

    /// A client of one raw server that stands for both hosts.
    static func run<Result>(
        against replies: [RawServer.Reply],
        settings: TransportSettings = TransportSettings(),
        _ body: (TestClient, RawServer) async throws -> Result
    ) async throws -> Result {
        try await RawServer.run(replies) { server in
            try await run(site: server.address, api: server.address, settings: settings) { client in
                try await body(client, server)
            }
        }
    }
}
