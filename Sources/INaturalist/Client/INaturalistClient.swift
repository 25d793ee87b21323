package import FoundationEssentials

/// The client of both servers. It reads; the only things it ever sends are token requests.
///
/// It keeps no cookies, no cache and no current user; every call says as whom it asks. What it does keep between calls
/// is what JWTs were renewed to, the tokens that it was given and nobody keeps, and what the replies told of the time.
/// All methods run off the caller's actor, decoding included.
package final class INaturalistClient: Sendable {
    /// Where the servers are.
    package let addresses: ServerAddresses

    let transport: any HTTPTransport
    let limiter: RateLimiter
    let retries: RetryPolicy
    let now: @Sendable () -> Date
    let issued = IssuedTokens()
    let renewals = Renewals()
    let serverClock = ServerClock()

    /// Makes a client. Nothing is opened before the first call.
    ///
    /// - Parameters:
    ///   - addresses: the two servers.
    ///   - transport: what sends requests.
    ///   - limiter: paces all requests of this client; `.unlimited` for the built-in sandbox.
    ///   - retries: when a GET is sent again; it waits on the limiter's clock.
    ///   - now: the time of day, for expiries and for `Retry-After` dates.
    package init(
        addresses: ServerAddresses,
        transport: any HTTPTransport = AsyncHTTPTransport(),
        limiter: RateLimiter = RateLimiter(),
        retries: RetryPolicy = RetryPolicy(),
        now: @escaping @Sendable () -> Date = { Date.now }
    ) {
        self.addresses = addresses
        self.transport = transport
        self.limiter = limiter
        self.retries = retries
        self.now = now
    }

    /// Closes what is open. Calls that still run end with ``INaturalistError/cancelled``.
    package func shutdown() async {
        await transport.shutdown()
    }
}
