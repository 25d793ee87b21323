internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTPCompression

/// What the network transport puts up with.
package struct TransportSettings: Sendable {
    /// How long a connection may take to come about.
    package var connectTime: Duration
    /// How long a request may take to its last byte.
    package var wholeTime: Duration
    /// How many bytes a body may have, before and after decompression.
    package var bodyLimit: Int
    /// Where a proxy is looked for: `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`.
    package var environment: [String: String]
    /// The two servers, for `NO_PROXY` and for loopback.
    package var addresses: ServerAddresses

    /// Ten seconds to connect, thirty in all, 16 MiB, no proxy.
    package init(
        connectTime: Duration = .seconds(10),
        wholeTime: Duration = .seconds(30),
        bodyLimit: Int = 16 * 1_048_576,
        environment: [String: String] = [:],
        addresses: ServerAddresses = .iNaturalist
    ) {
        self.connectTime = connectTime
        self.wholeTime = wholeTime
        self.bodyLimit = bodyLimit
        self.environment = environment
        self.addresses = addresses
    }

    var clientConfiguration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .nanoseconds(Int64(connectTime / .nanoseconds(1)))
        configuration.decompression = .enabled(limit: .size(bodyLimit))
        // One version, whose every way to fail is tested.
        configuration.httpVersion = .http1Only
        // The client's own retries would send requests that nobody counts.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 2
        if let proxy = ProxyAddress(environment: environment, addresses: addresses) {
            configuration.proxy = .server(
                host: proxy.host,
                port: proxy.port,
                authorization: proxy.authorization
            )
        }
        return configuration
    }
}
