import INaturalistSandbox
import Synchronization
import Testing

@testable import INaturalist

@Suite(.timeLimit(.minutes(5)))
struct TracingTransportTests {
    @Test("A trace tells each request and no secret")
    func traces() async throws {
        let sandbox = try await Sandbox.start(SandboxConfiguration(observationCount: 200))
        let traces = Mutex<[RequestTrace]>([])
        let client = INaturalistClient(
            addresses: try ServerAddresses(checkingSite: sandbox.baseURL, api: sandbox.baseURL),
            transport: TracingTransport(AsyncHTTPTransport()) { trace in traces.withLock { $0.append(trace) }
            },
            limiter: RateLimiter(limits: nil, clock: ManualClock(jumps: true))
        )
        let account = Sandbox.account(.observer)
        let application = SandboxApplication.working.registration
        let token = try await client.signIn(
            PasswordGrant(
                username: account.login,
                password: Secret(account.password),
                application: application
            )
        )
        let jwt = try await client.jwt(using: .oauth(token))
        sandbox.inject(SandboxFault(.droppedConnection, pathPrefix: "/v2"))
        _ = try await client.page(ObservationQuery(observer: "observer"), limit: 2, as: .jwt(jwt))
        _ = try? await client.detail(id: 5, as: .anonymous)
        await client.shutdown()
        await sandbox.stop()
        let all = traces.withLock { $0 }
        #expect(
            all.map(\.path) == [
                "/oauth/token", "/users/api_token.json", "/v2/observations", "/v2/observations",
                "/v1/observations/5",
            ]
        )
        #expect(all.map(\.method) == ["POST", "GET", "GET", "GET", "GET"])
        #expect(all.map(\.status) == [200, 200, nil, 200, 200])
        #expect(all.map(\.identity) == [.anonymous, .oauth, .jwt, .jwt, .anonymous])
        #expect(all.map { $0.failure != nil } == [false, false, true, false, false])
        #expect(all.allSatisfy { $0.host == "127.0.0.1:\(sandbox.port)" })
        #expect(all.allSatisfy { ($0.bytes > 0) == ($0.status != nil) })
        let text = all.map(\.line).joined(separator: "\n") + all.map { String(describing: $0) }.joined()
        let secrets = [
            account.password, token.text.exposed, jwt.text.exposed, SandboxApplication.working.clientSecret,
        ]
        for secret in secrets { #expect(!text.contains(secret)) }
        #expect(!text.contains("?") && !text.contains("fields="))
    }

    @Test("A line has what a log needs")
    func tells() {
        var trace = RequestTrace(
            method: "GET",
            host: "api.inaturalist.org",
            path: "/v1/users/me",
            status: 200,
            duration: .milliseconds(143),
            bytes: 1804,
            identity: .jwt,
            failure: nil
        )
        #expect(trace.line == "GET api.inaturalist.org/v1/users/me 200 143 ms 1804 bytes, JWT")
        trace = RequestTrace(
            method: "POST",
            host: "h",
            path: "/oauth/token",
            status: nil,
            duration: .seconds(2),
            bytes: 0,
            identity: .anonymous,
            failure: "its name has no address"
        )
        #expect(
            trace.line == "POST h/oauth/token no reply (its name has no address) 2000 ms 0 bytes, anonymous"
        )
    }

    @Test(
        "A path is what stands between host and query",
        arguments: [
            ("https://h.org", "/a/b", "/a/b"), ("http://127.0.0.1:80", "/x", "/x"),
            ("https://h.org/in/front", "/v1/users/me", "/in/front/v1/users/me"), ("https://h.org", "", "/"),
        ]
    )
    func findsPath(base: String, path: String, shown: String) throws {
        let addresses = try ServerAddresses(checkingSite: base, api: base)
        let plain = HTTPRequest.get(.api, path, as: .anonymous, at: addresses)
        let asking = HTTPRequest.get(.api, path, query: [("q", "/a?b")], as: .anonymous, at: addresses)
        #expect(plain.path == shown && asking.path == shown)
    }
}
