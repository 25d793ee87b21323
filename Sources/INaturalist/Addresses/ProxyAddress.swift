internal import AsyncHTTPClient

/// The proxy that the environment asks for, in the way of curl: `HTTPS_PROXY` or `https_proxy`, then
/// `ALL_PROXY`; `NO_PROXY` takes hosts out. Servers on this computer are never asked through a proxy.
struct ProxyAddress: Sendable {
    /// The proxy's host.
    let host: String
    /// The proxy's port.
    let port: Int
    /// What the proxy is told about who asks; nil without a user name.
    let authorization: HTTPClient.Authorization?

    /// Nil when no proxy is asked for, or the value has a form that is not known here (SOCKS among them).
    init?(environment: [String: String], addresses: ServerAddresses) {
        let names = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"]
        guard
            let value = names.lazy.compactMap({ environment[$0] }).first(where: { !$0.isEmpty }),
            let site = try? ServerAddress(addresses.site, variable: ""),
            let api = try? ServerAddress(addresses.api, variable: ""),
            !site.isLoopback, !api.isLoopback
        else { return nil }
        let exceptions = environment["NO_PROXY"] ?? environment["no_proxy"] ?? ""
        guard ![site.host, api.host].contains(where: { Self.isExcepted($0, from: exceptions) }) else {
            return nil
        }
        self.init(value)
    }

    private init?(_ value: String) {
        var rest = Substring(value)
        if let scheme = rest.firstRange(of: "://") {
            guard rest[..<scheme.lowerBound].lowercased() == "http" else { return nil }
            rest = rest[scheme.upperBound...]
        }
        rest = rest.prefix { $0 != "/" }
        if let at = rest.lastIndex(of: "@") {
            let user = rest[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            authorization = .basic(
                username: PercentEncoding.decoded(user[0]),
                password: user.count > 1 ? PercentEncoding.decoded(user[1]) : ""
            )
            rest = rest[rest.index(after: at)...]
        } else {
            authorization = nil
        }
        guard
            let address = try? ServerAddress("https://" + rest, variable: "")
        else { return nil }
        host = address.host
        port = rest.hasSuffix(":\(address.port)") ? address.port : 1080
    }

    private static func isExcepted(_ host: String, from list: String) -> Bool {
        list.split(whereSeparator: { $0 == "," || $0.isWhitespace }).contains { entry in
            let name = entry.lowercased()
            if name == "*" { return true }
            let suffix = name.hasPrefix(".") ? String(name.dropFirst()) : name
            return host == suffix || host.hasSuffix("." + suffix)
        }
    }
}
