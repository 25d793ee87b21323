import Testing

@testable import INaturalist

struct ServerAddressesTests {
    @Test("Without settings the real servers are meant")
    func defaults() throws {
        #expect(try ServerAddresses(environment: [:]) == .iNaturalist)
        #expect(try ServerAddresses(environment: ["INATTY_SITE_URL": ""]) == .iNaturalist)
        #expect(!ServerAddresses.iNaturalist.areLoopback)
    }

    @Test(
        "Encrypted addresses and this computer are accepted, and slashes at the end fall away",
        arguments: [
            ("https://www.example.org", "https://www.example.org"),
            ("https://www.example.org/", "https://www.example.org"),
            ("HTTPS://WWW.Example.org:8443/inat//", "https://www.example.org:8443/inat"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("http://127.9.8.7", "http://127.9.8.7"),
            ("http://localhost:1", "http://localhost:1"),
            ("http://[::1]:65535/x", "http://[::1]:65535/x"),
        ]
    )
    func accepts(text: String, address: String) throws {
        let addresses = try ServerAddresses(environment: ["INATTY_API_URL": text])
        #expect(addresses.api == address)
        #expect(addresses.site == ServerAddresses.iNaturalist.site)
    }

    @Test(
        "Addresses that a token must not go to are refused by name",
        arguments: [
            "www.example.org", "ftp://example.org", "http://example.org", "http://10.0.0.1",
            "http://127.0.0.1.example.org", "http://127.0.0.1@example.org", "http://localhost.example.org",
            "https://me:hunter@example.org", "https://", "https:///path", "https://exa mple.org",
            "https://ex\u{430}mple.org",
            "https://example.org:0", "https://example.org:70000", "https://example.org:x",
            "https://example.org?x=1",
            "https://example.org/#f", "https://example.org/a b", "https://[::1", "http://[::2]",
            "http://127.1",
            "http://0x7f.0.0.1", "http://127.0.0.1:", "https://exam\nple.org",
            "https://example.org\\@evil.org",
        ]
    )
    func refuses(text: String) throws {
        let error = #expect(throws: INaturalistError.self) {
            try ServerAddresses(environment: ["INATTY_SITE_URL": text])
        }
        #expect(error?.description.hasPrefix("INATTY_SITE_URL cannot be used") == true)
        #expect(error?.kind == .misconfigured)
        #expect(error?.description.contains("hunter") == false)
    }

    @Test("The sandbox's addresses are known to be on this computer")
    func knowsLoopback() throws {
        #expect(
            try ServerAddresses(checkingSite: "http://127.0.0.1:1", api: "http://localhost:2").areLoopback
        )
        #expect(try !ServerAddresses(checkingSite: "http://127.0.0.1:1", api: "https://a.org").areLoopback)
    }

    @Test(
        "A proxy is taken from the environment, and only for other computers",
        arguments: [
            (["HTTPS_PROXY": "http://proxy.example:3128"], "proxy.example:3128"),
            (["https_proxy": "proxy.example:3128/"], "proxy.example:3128"),
            (["ALL_PROXY": "http://me:p%40ss@proxy.example:8080"], "proxy.example:8080"),
            (["HTTPS_PROXY": "http://proxy.example"], "proxy.example:1080"),
            (["HTTPS_PROXY": "http://proxy.example:3128", "NO_PROXY": "example.org"], "proxy.example:3128"),
            (["HTTPS_PROXY": "http://proxy.example:3128", "NO_PROXY": "a.b, .inaturalist.org"], nil),
            (["HTTPS_PROXY": "http://proxy.example:3128", "no_proxy": "*"], nil),
            (["HTTPS_PROXY": "socks5://proxy.example:1080"], nil),
            (["HTTPS_PROXY": ""], nil),
            (["HTTP_PROXY": "http://proxy.example:3128"], nil),
        ] as [([String: String], String?)]
    )
    func readsProxy(environment: [String: String], expected: String?) throws {
        let proxy = ProxyAddress(environment: environment, addresses: .iNaturalist)
        #expect(proxy.map { "\($0.host):\($0.port)" } == expected)
        let local = try ServerAddresses(checkingSite: "http://127.0.0.1:1", api: "http://127.0.0.1:2")
        #expect(ProxyAddress(environment: environment, addresses: local) == nil)
    }
}
