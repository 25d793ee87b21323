import AsyncHTTPClient
import INaturalistSandbox
import TestBrowser
import Testing

/// Scripted failures (API reference 7).
struct FaultTests {
    @Test("Throttling is HTML of 337 bytes without Retry-After, for so many requests")
    func throttled() async throws {
        try await withSandbox { sandbox, browser async throws in
            sandbox.inject(.throttled.on("/v1", count: 2))
            for _ in 0..<2 {
                let page = try await browser.get("/v1/ping")
                #expect(page.status == 429)
                #expect(page.body.count == 337)
                #expect(page.header("Retry-After") == nil)
                #expect(page.header("Content-Type") == "text/html")
            }
            #expect(try await browser.get("/v1/ping").status == 200)
        }
    }

    @Test("Only the paths that are meant are hit, until the faults are cleared")
    func paths() async throws {
        try await withSandbox { sandbox, browser async throws in
            sandbox.inject(.maintenance().on("/v2", count: nil))
            #expect(try await browser.get("/v1/ping").status == 200)
            for _ in 0..<3 { #expect(try await browser.get("/v2/ping").status == 503) }
            sandbox.clearFaults()
            #expect(try await browser.get("/v2/ping").status == 200)
        }
    }

    @Test("Maintenance says when to come back")
    func maintenance() async throws {
        try await withSandbox { sandbox, browser async throws in
            sandbox.inject(.maintenance(retryAfter: "Wed, 01 Jul 2026 12:00:00 GMT"))
            let page = try await browser.get("/v1/observations")
            #expect(page.text == "Service Unavailable")
            #expect(page.header("Retry-After") == "Wed, 01 Jul 2026 12:00:00 GMT")
        }
    }

    @Test("The other replies are as they are known")
    func replies() async throws {
        try await withSandbox { sandbox, browser async throws in
            let expected: [(SandboxFault, Int, String)] = [
                (.blockedAddress, 403, "text/html"),
                (.searchFailureV1, 500, "application/json; charset=utf-8"),
                (.searchFailureV2, 500, "application/json; charset=utf-8"),
                (.railsFailureBehindV1, 500, "application/json; charset=utf-8"),
                (.htmlInsteadOfJSON, 200, "text/html; charset=utf-8"),
                (.redirect(to: "http://127.0.0.1:1/elsewhere"), 302, "text/html"),
            ]
            for (fault, status, type) in expected {
                sandbox.inject(fault)
                let page = try await browser.get("/v2/ping")
                #expect(page.status == status)
                #expect(page.header("Content-Type") == type)
                #expect((page.header("Location") != nil) == (status == 302))
            }
        }
    }

    @Test("A truncated body ends in an error after its first bytes")
    func truncated() async throws {
        try await withSandbox { sandbox, browser async throws in
            sandbox.inject(SandboxFault(.truncatedBody(afterBytes: 10)))
            await #expect(throws: (any Error).self) { try await browser.get("/v1/observations?v=1") }
            #expect(try await browser.get("/v1/ping").status == 200)
        }
    }

    @Test("A dropped connection gives no reply at all")
    func dropped() async throws {
        try await withSandbox { sandbox, browser async throws in
            // The client may try once more on a connection that it had kept, so every request is dropped.
            sandbox.inject(SandboxFault(.droppedConnection, count: nil))
            await #expect(throws: (any Error).self) { try await browser.get("/v1/ping") }
            sandbox.clearFaults()
            #expect(try await browser.get("/v1/ping").status == 200)
        }
    }

    @Test("A large body is as large as it says")
    func oversized() async throws {
        try await withSandbox { sandbox, browser async throws in
            sandbox.inject(SandboxFault(.oversizedBody(bytes: 3_000_001)))
            let page = try await browser.get("/v1/ping")
            #expect(page.header("Content-Length") == "3000001")
            #expect(page.body.count == 3_000_001)
        }
    }

    @Test("An endless body goes on for as long as somebody reads")
    func endless() async throws {
        try await withSandbox { sandbox, browser async throws in
            sandbox.inject(SandboxFault(.endlessBody))
            await #expect(throws: (any Error).self) { try await browser.get("/v1/ping") }
            #expect(try await browser.get("/v1/ping").status == 200)
        }
    }

    @Test("A repeated fault hits every so many-th request to its paths, the same ones on every run")
    func repeated() async throws {
        for _ in 0..<2 {
            try await withSandbox { sandbox, browser in
                sandbox.repeatFault(.throttled, every: 3, on: "/v2/observations")
                var statuses: [Int] = []
                for _ in 0..<7 {
                    #expect(try await browser.get("/v1/ping").status == 200)
                    statuses.append(try await browser.get("/v2/observations?v=1&per_page=1").status)
                }
                #expect(statuses == [200, 200, 429, 200, 200, 429, 200])
                sandbox.clearFaults()
                for _ in 0..<4 { #expect(try await browser.get("/v2/observations?v=1").status == 200) }
            }
        }
    }

    @Test("Several repeated faults each count for themselves, and an injected one goes first")
    func severalRepeated() async throws {
        try await withSandbox { sandbox, browser in
            sandbox.repeatFault(.throttled, every: 2, on: "/v1")
            sandbox.repeatFault(.searchFailureV1, .maintenance(), every: 3, on: "/v1/ping")
            sandbox.inject(.blockedAddress.on("/v1"))
            var statuses: [Int] = []
            for _ in 0..<9 { statuses.append(try await browser.get("/v1/ping").status) }
            #expect(statuses == [403, 429, 500, 429, 200, 429, 200, 429, 500])
        }
    }

    @Test("What the command sets up leaves signing in alone, and fails with what is known of either version")
    func configured() async throws {
        let faults =
            RepeatedFault.failing(every: 2) + RepeatedFault.dropping(every: 5)
            + RepeatedFault.throttling(every: 7)
        try await withSandbox(SandboxConfiguration(repeatedFaults: faults)) { _, browser async throws in
            var seen: [String] = []
            for _ in 0..<8 {
                #expect(try await browser.get("/").status != 429)
                let page = try? await browser.get("/v2/ping")
                seen.append(page.map { "\($0.status) \($0.header("Content-Type") ?? "")" } ?? "dropped")
            }
            #expect(seen[0] == "200 application/json; charset=utf-8")
            #expect(seen[1] == "500 application/json; charset=utf-8")
            #expect(seen[2] == seen[0])
            #expect(seen[3] == "503 text/html")
        }
    }

    @Test("Repeated truncations send the head and the first bytes")
    func truncating() async throws {
        let configuration = SandboxConfiguration(repeatedFaults: RepeatedFault.truncating(every: 2))
        try await withSandbox(configuration) { _, browser async throws in
            let path = "/v2/observations?v=1&fields=all"
            #expect(try await browser.get(path).status == 200)
            await #expect(throws: (any Error).self) { try await browser.get(path) }
            #expect(try await browser.get(path).status == 200)
        }
    }

    @Test("A held request waits for its gate, and nothing else does")
    func held() async throws {
        try await withSandbox { sandbox, browser async throws in
            let gate = SandboxGate()
            sandbox.inject(SandboxFault(.held(gate)))
            async let held = browser.get("/v1/ping")
            await gate.arrivals(1)
            #expect(try await browser.get("/v2/ping").status == 200)
            gate.open()
            #expect(try await held.status == 200)
        }
    }

    @Test("A server that holds a request back can be stopped")
    func stopWhileHolding() async throws {
        let sandbox = try await Sandbox.start()
        let browser = Browser(baseURL: sandbox.baseURL)
        let gate = SandboxGate()
        sandbox.inject(SandboxFault(.held(gate)))
        let held = Task { try await browser.get("/v1/ping") }
        await gate.arrivals(1)
        await sandbox.stop()
        _ = await held.result
    }
}
