import TestBrowser
import Testing

@testable import INaturalistSandbox

/// API reference 1.5.
struct RedirectURITests {
    @Test(
        "Any port of a loopback address is taken, and nothing else may differ",
        arguments: [
            ("http://127.0.0.1/callback", "http://127.0.0.1:53817/callback", true),
            ("http://127.0.0.1:8080/callback", "http://127.0.0.1/callback", true),
            ("http://127.0.0.1:8080", "http://127.0.0.1:53817/", true),
            ("http://[::1]/callback", "http://[::1]:53817/callback", true),
            ("http://127.0.0.1/callback", "HTTP://127.0.0.1:1/callback", true),
            ("http://127.0.0.1/callback", "http://127.0.0.1:1/callback?query=1", true),
            ("http://127.0.0.1/callback", "http://127.0.0.1:1/Callback", false),
            ("http://127.0.0.1/callback", "http://127.0.0.1:1/callback/", false),
            ("http://127.0.0.1/callback", "http://127.0.0.1:1/", false),
            ("http://127.0.0.1/callback", "https://127.0.0.1/callback", false),
            ("http://127.0.0.1/callback", "http://[::1]/callback", false),
            ("http://127.0.0.1/callback", "http://127.0.0.2/callback", false),
            ("http://127.0.0.1/callback", "http://localhost/callback", false),
            ("http://127.0.0.1/callback", "http://me@127.0.0.1/callback", false),
            ("http://127.0.0.1/callback", "http://127.0.0.1@evil.example/callback", false),
            ("http://127.0.0.1/callback", "http://127.0.0.1.evil.example/callback", false),
        ]
    )
    func loopback(registered: String, asked: String, isTaken: Bool) throws {
        let uris = try (#require(RedirectURI(asked)), #require(RedirectURI(registered)))
        #expect(uris.0.matches(uris.1) == isTaken)
    }

    @Test(
        "Elsewhere the port counts, localhost included",
        arguments: [
            ("http://localhost:8080/callback", "http://localhost:8080/callback", true),
            ("http://localhost:8080/callback", "http://localhost:8081/callback", false),
            ("http://localhost/callback", "http://localhost:80/callback", true),
            ("https://example.org/callback", "https://example.org:443/callback", true),
            ("https://example.org/callback", "https://example.org:444/callback", false),
            ("myapp://callback", "myapp://callback", true),
            ("myapp://callback", "otherapp://callback", false),
            ("urn:ietf:wg:oauth:2.0:oob", "urn:ietf:wg:oauth:2.0:oob", true),
            ("urn:ietf:wg:oauth:2.0:oob", "urn:ietf:wg:oauth:2.0:oob:auto", false),
        ]
    )
    func elsewhere(registered: String, asked: String, isTaken: Bool) throws {
        let uris = try (#require(RedirectURI(asked)), #require(RedirectURI(registered)))
        #expect(uris.0.matches(uris.1) == isTaken)
    }

    @Test(
        "Relative, opaque, with a fragment, or not a URI at all: refused",
        arguments: [
            "", "callback", "/callback", "//127.0.0.1/callback", "http:callback", "http:///callback",
            "mailto:me@example.org", "urn:ietf:wg:oauth:2.0:other", "http://127.0.0.1/callback#fragment",
            "http://127.0.0.1/call back", "http://127.0.0.1/café", "javascript:alert(1)",
            "localhost://callback",
        ]
    )
    func refused(text: String) {
        #expect(RedirectURI(text) == nil)
    }

    @Test("Parameters are added as Rack does it")
    func adding() throws {
        let parameters = [("code", "a-b_c"), ("state", "1 & 2/3"), ("none", nil)]
        #expect(
            try #require(RedirectURI("http://127.0.0.1/callback")).adding(parameters)
                == "http://127.0.0.1/callback?code=a-b_c&state=1+%26+2%2F3"
        )
        #expect(
            try #require(RedirectURI("http://127.0.0.1/callback?q=1")).adding([("code", "c")])
                == "http://127.0.0.1/callback?q=1&code=c"
        )
    }
}
