/// Where the two servers are. Tokens go to these two and to no other.
package struct ServerAddresses: Sendable, Hashable {
    /// The site: OAuth, `/users/api_token.json`, `/users/edit.json`. Without a slash at the end.
    package private(set) var site: String
    /// The API; `/v1/…` and `/v2/…` come after it. Without a slash at the end.
    package private(set) var api: String

    /// The real servers.
    package static let iNaturalist = ServerAddresses(
        site: "https://www.inaturalist.org",
        api: "https://api.inaturalist.org"
    )

    private init(site: String, api: String) {
        self.site = site
        self.api = api
    }

    /// Reads `INATTY_SITE_URL` and `INATTY_API_URL`; what is not set, or empty, is the real server.
    ///
    /// - Throws: ``INaturalistError/badAddress(variable:reason:)`` for anything that is not `https://host`,
    ///   or `http://` with a loopback address: a token sent over plain http could be read on the way.
    package init(environment: [String: String]) throws(INaturalistError) {
        self = .iNaturalist
        if let text = environment["INATTY_SITE_URL"], !text.isEmpty {
            site = try ServerAddress(text, variable: "INATTY_SITE_URL").text
        }
        if let text = environment["INATTY_API_URL"], !text.isEmpty {
            api = try ServerAddress(text, variable: "INATTY_API_URL").text
        }
    }

    /// Takes two addresses under the same rules.
    ///
    /// - Throws: ``INaturalistError/badAddress(variable:reason:)``.
    package init(checkingSite site: String, api: String) throws(INaturalistError) {
        try self.init(environment: ["INATTY_SITE_URL": site, "INATTY_API_URL": api])
    }

    /// Whether both servers run on this computer, as the built-in sandbox does.
    package var areLoopback: Bool {
        [site, api].allSatisfy { text in
            (try? ServerAddress(text, variable: ""))?.isLoopback == true
        }
    }
}
