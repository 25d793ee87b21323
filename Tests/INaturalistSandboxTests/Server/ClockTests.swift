import Foundation
import INaturalistSandbox
import TestBrowser
import Testing

/// Everything goes by the one clock that the sandbox is given.
struct ClockTests {
    private static func withClock(
        lifetime: Duration = .seconds(24 * 60 * 60),
        _ test: (SandboxClock, Sandbox, Browser) async throws -> Void
    ) async throws {
        // 2026-03-01 12:00 UTC
        let clock = SandboxClock(Date(timeIntervalSince1970: 1_772_366_400))
        let configuration = SandboxConfiguration(jwtLifetime: lifetime, now: { clock.now })
        try await withSandbox(configuration) { sandbox, browser in
            try await test(clock, sandbox, browser)
        }
    }

    @Test("Replies are dated by it")
    func date() async throws {
        try await Self.withClock { clock, sandbox, browser async throws in
            #expect(try await browser.get("/v1/ping").header("Date") == "Sun, 01 Mar 2026 12:00:00 GMT")
            clock.advance(by: .seconds(3_599))
            #expect(try await browser.get("/login").header("Date") == "Sun, 01 Mar 2026 12:59:59 GMT")
            clock.advance(by: .milliseconds(1_500))
            sandbox.inject(.throttled)
            #expect(try await browser.get("/").header("Date") == "Sun, 01 Mar 2026 13:00:00 GMT")
        }
    }

    @Test("An hour of JWTs of five seconds, each exchanged for the next in time, and then one too late")
    func jwt() async throws {
        try await Self.withClock(lifetime: .seconds(5)) { clock, sandbox, browser in
            var jwt = sandbox.issueJWT(login: "observer", lifetime: .seconds(5))
            for _ in 0..<900 {
                clock.advance(by: .seconds(4))
                let page = try await browser.get("/users/api_token.json", authorization: jwt)
                jwt = try #require(try page.json()["api_token"]?.string)
            }
            #expect(try await browser.get("/v1/users/me", authorization: jwt).status == 200)
            #expect(sandbox.isAlive(jwt))
            clock.advance(by: .seconds(5))
            #expect(!sandbox.isAlive(jwt))
            #expect(try await browser.get("/v1/users/me", authorization: jwt).status == 401)
            let late = try await browser.get("/users/api_token.json", authorization: "Bearer \(jwt)")
            #expect(late.status == 401)
            #expect(late.body.isEmpty)
            #expect(sandbox.requests.last?.authorization == .invalid)
        }
    }

    @Test("Suspensions end by it")
    func suspension() async throws {
        try await Self.withClock { clock, sandbox, browser async throws in
            sandbox.suspend(login: "observer", until: "2026-03-01T13:00:00Z")
            let jwt = sandbox.issueJWT(login: "observer")
            #expect(try await browser.post("/oauth/token", form: Sandbox.loginForm()).status == 400)
            #expect(try await browser.get("/v1/users/me", authorization: jwt).status == 401)
            clock.advance(by: .seconds(3_600))
            #expect(try await browser.post("/oauth/token", form: Sandbox.loginForm()).status == 200)
            #expect(try await browser.get("/v1/users/me", authorization: jwt).status == 200)
        }
    }

    @Test("OAuth tokens do not end, and are dated by it")
    func oauth() async throws {
        try await Self.withClock { clock, _, browser async throws in
            let body = try await browser.post("/oauth/token", form: Sandbox.loginForm()).json()
            #expect(body["created_at"] == 1_772_366_400)
            let token = try #require(body["access_token"]?.string)
            clock.advance(by: .seconds(10 * 365 * 86_400))
            let page = try await browser.get("/users/api_token.json", authorization: "Bearer \(token)")
            #expect(page.status == 200)
        }
    }

    @Test("The shared cache forgets by it, after an hour")
    func cache() async throws {
        try await Self.withClock { clock, sandbox, browser async throws in
            let path = "/v1/observations?per_page=3"
            let anonymous = try await browser.get(path).results()
            clock.advance(by: .seconds(3_599))
            let early = try await browser.get(path, authorization: sandbox.bearer(.observer)).results()
            #expect(early == anonymous)
            clock.advance(by: .seconds(1))
            let late = try await browser.get(path, authorization: sandbox.bearer(.observer)).results()
            #expect(late.contains { $0.keys.contains("viewer_trusted_by_observer") })
        }
    }
}
