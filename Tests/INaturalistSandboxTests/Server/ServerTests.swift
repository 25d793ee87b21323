import INaturalistSandbox
import TestBrowser
import Testing

struct ServerTests {
    @Test("The journal says who asked what, and keeps no secret")
    func journal() async throws {
        try await withSandbox { sandbox, browser in
            let jwt = sandbox.issueJWT(login: "observer")
            let oauth = sandbox.issueOAuthToken(login: "observer")
            _ = try await browser.get("/v1/ping?a=1&b=%20", headers: [("User-Agent", "tests/1.0")])
            _ = try await browser.get("/v1/ping", authorization: "Bearer \(jwt)")
            _ = try await browser.get("/v1/ping", authorization: "Bearer \(oauth)")
            _ = try await browser.get("/nowhere", authorization: "Bearer x", headers: [("Cookie", "a=b")])
            let requests = sandbox.requests
            #expect(requests.map(\.number) == [1, 2, 3, 4])
            #expect(requests.map(\.authorization) == [.none, .jwt, .oauth, .invalid])
            #expect(requests.map(\.path) == ["/v1/ping", "/v1/ping", "/v1/ping", "/nowhere"])
            #expect(requests.map(\.hasCookie) == [false, false, false, true])
            #expect(requests[0].query == "a=1&b=%20")
            #expect(requests[0].userAgent == "tests/1.0")
            #expect(!"\(requests)".contains(jwt) && !"\(requests)".contains(oauth))
            sandbox.forgetRequests()
            #expect(sandbox.requests.isEmpty)
        }
    }

    @Test("Who waits for requests goes on with the last of those meant, forgotten ones not counted")
    func arrivals() async throws {
        try await withSandbox { sandbox, browser in
            _ = try await browser.get("/v1/ping")
            sandbox.forgetRequests()
            let waiting = Task {
                await sandbox.arrivals(2) { $0.path == "/v1/ping" }
                return sandbox.requests.map(\.path)
            }
            for path in ["/v1/ping", "/nowhere", "/v1/ping"] { _ = try await browser.get(path) }
            #expect(await waiting.value == ["/v1/ping", "/nowhere", "/v1/ping"])
            // What has arrived already is not waited for.
            await sandbox.arrivals { $0.path == "/nowhere" }
        }
    }

    @Test("Who waits for what never comes is let go when the server stops")
    func noArrival() async throws {
        var waiting: Task<Void, Never>?
        try await withSandbox { sandbox, _ in
            waiting = Task { await sandbox.arrivals { $0.path == "/never" } }
        }
        await waiting?.value
    }

    @Test("Two servers share nothing but their records")
    func independence() async throws {
        try await withSandbox { first, firstBrowser in
            try await withSandbox { second, secondBrowser in
                #expect(first.port != second.port)
                let token = "Bearer \(first.issueOAuthToken(login: "observer"))"
                #expect(try await firstBrowser.get("/users/edit.json", authorization: token).status == 200)
                #expect(try await secondBrowser.get("/users/edit.json", authorization: token).status == 401)
                let left = try await firstBrowser.get("/v2/observations?v=1&per_page=50").body
                #expect(try await secondBrowser.get("/v2/observations?v=1&per_page=50").body == left)
            }
        }
    }

    @Test("A port that is taken is an error that says so")
    func takenPort() async throws {
        try await withSandbox { sandbox, _ in
            let error = await #expect(throws: SandboxError.self) {
                try await Sandbox.start(SandboxConfiguration(port: sandbox.port))
            }
            let text = try #require(error).description
            #expect(text.contains("127.0.0.1:\(sandbox.port)"))
        }
    }

    @Test("A stopped server does not answer")
    func stopped() async throws {
        let sandbox = try await Sandbox.start()
        let browser = Browser(baseURL: sandbox.baseURL)
        #expect(try await browser.get("/v1/ping").status == 200)
        await sandbox.stop()
        await #expect(throws: (any Error).self) { try await browser.get("/v1/ping") }
    }

    @Test("Many requests at once are all answered")
    func concurrency() async throws {
        try await withSandbox { sandbox, browser in
            try await withThrowingTaskGroup { group in
                for page in 1...40 {
                    group.addTask {
                        try await browser.get("/v2/observations?user_id=observer&per_page=5&page=\(page)")
                            .status
                    }
                }
                for try await status in group { #expect(status == 200) }
            }
            #expect(sandbox.requests.count == 40)
            #expect(Set(sandbox.requests.map(\.number)).count == 40)
        }
    }
}
