import FoundationEssentials
import Testing

@testable import INaturalist

@Suite(.timeLimit(.minutes(5)))
struct RetryTests {
    @Test(
        "A passing failure is tried twice more, each time after a longer wait",
        arguments: ["500 x", "502 x", "503 x", "504 x", "429 x"]
    )
    func retries(status: String) async throws {
        let failure = RawServer.reply(status)
        let success = RawServer.json(#"{"results":[{"id":7}]}"#)
        try await TestClient.run(against: [failure, failure, success]) { test, server in
            let detail = try await test.client.detail(id: 7, as: .anonymous)
            #expect(detail.observation.id == 7)
            #expect(server.requests.count == 3)
            #expect(test.clock.waits == [.seconds(1), .seconds(2)])
        }
    }

    @Test(
        "After the third failure it is told",
        arguments: [
            ("500 x", ErrorKind.unreachable), ("503 x", .throttled), ("504 x", .unreachable),
            ("429 x", .throttled),
        ]
    )
    func givesUp(status: String, kind: ErrorKind) async throws {
        try await TestClient.run(against: [RawServer.reply(status)]) { test, server in
            let error = await #expect(throws: INaturalistError.self) {
                try await test.client.detail(id: 7, as: .anonymous)
            }
            #expect(error?.kind == kind)
            #expect(server.requests.count == 3)
        }
    }

    @Test(
        "A refusal is not tried again",
        arguments: ["400 x", "401 x", "403 x", "404 x", "410 x", "422 x", "501 x", "302 x"]
    )
    func keepsRefusals(status: String) async throws {
        try await TestClient.run(against: [RawServer.reply(status)]) { test, server in
            await #expect(throws: INaturalistError.self) {
                try await test.client.detail(id: 7, as: .anonymous)
            }
            #expect(server.requests.count == 1)
            #expect(test.clock.waits.isEmpty)
        }
    }

    @Test(
        "The server's own wait is obeyed up to half a minute",
        arguments: [
            ("7", [7.0]), ("30", [30]), ("0", [1]), ("Tue, 14 Nov 2023 22:13:32 GMT", [12]),
            ("Tue, 14 Nov 2023 22:00:00 GMT", [1]), ("soon", [1]), ("-4", [1]),
        ]
    )
    func obeys(retryAfter: String, waits: [Double]) async throws {
        let failure = RawServer.reply(
            "429 Too Many Requests",
            headers: ["Retry-After: \(retryAfter)"],
            body: "<html>no</html>"
        )
        let success = RawServer.json(#"{"results":[{"id":7}]}"#)
        try await TestClient.run(against: [failure, success]) { test, _ in
            _ = try await test.client.detail(id: 7, as: .anonymous)
            #expect(test.clock.waits == waits.map { Duration.seconds($0) })
        }
    }

    @Test("A longer wait is told instead of waited for")
    func tellsLongWaits() async throws {
        let failure = RawServer.reply("429 Too Many Requests", headers: ["Retry-After: 120"])
        try await TestClient.run(against: [failure]) { test, server in
            await #expect(throws: INaturalistError.throttled(retryAfter: 120)) {
                try await test.client.detail(id: 7, as: .anonymous)
            }
            #expect(server.requests.count == 1)
        }
        let maintenance = RawServer.reply(
            "503 Service Unavailable",
            headers: ["Retry-After: Wed, 15 Nov 2023 01:30:00 GMT"],
            body: "Service Unavailable"
        )
        try await TestClient.run(against: [maintenance]) { test, server in
            let error = await #expect(throws: INaturalistError.self) {
                try await test.client.detail(id: 7, as: .anonymous)
            }
            #expect(error?.description.contains("2023-11-15 01:30 UTC") == true)
            #expect(server.requests.count == 1)
        }
    }

    @Test("A dropped connection is tried again")
    func retriesDrops() async throws {
        let success = RawServer.json(#"{"results":[{"id":7}]}"#)
        try await TestClient.run(against: [
            .bytesThenClose([]), .bytesThenClose(Array("HTTP/1.1 200 OK\r\nContent-Le".utf8)), success,
        ]) { test, server in
            let detail = try await test.client.detail(id: 7, as: .anonymous)
            #expect(detail.observation.id == 7)
            #expect(server.requests.count == 3)
        }
    }

    @Test("A sign-in is never sent twice", arguments: ["500 x", "503 x", "429 x"])
    func sendsPostsOnce(status: String) async throws {
        try await TestClient.run(against: [RawServer.reply(status)]) { test, server in
            let grant = PasswordGrant(
                username: "me",
                password: Secret("word"),
                application: OAuthApplication(id: "app")
            )
            await #expect(throws: INaturalistError.self) { try await test.client.signIn(grant) }
            #expect(server.requests.count == 1)
        }
        try await TestClient.run(against: [.bytesThenClose([])]) { test, server in
            let grant = PasswordGrant(
                username: "me",
                password: Secret("word"),
                application: OAuthApplication(id: "app")
            )
            await #expect(throws: INaturalistError.self) { try await test.client.signIn(grant) }
            #expect(server.requests.count == 1)
        }
    }

    @Test(
        "Waits grow and are drawn from their upper half",
        arguments: [(1, 0.0, 0.5), (1, 1.0, 1.0), (2, 0.0, 1.0), (2, 0.5, 1.5), (2, 1.0, 2.0)]
    )
    func grows(attempts: Int, jitter: Double, seconds: Double) {
        let policy = RetryPolicy(jitter: { jitter })
        #expect(policy.wait(afterAttempts: attempts, retryAfter: nil) == .seconds(seconds))
        #expect(policy.wait(afterAttempts: 3, retryAfter: nil) == nil)
    }

    @Test(
        "Dates of HTTP are read",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777.0), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199), ("Sunday, 06-Nov-94 08:49:37 GMT", nil),
            ("Sun, 06 Foo 1994 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 25:00:00 GMT", nil), ("", nil),
        ] as [(String, Double?)]
    )
    func readsDates(text: String, seconds: Double?) {
        #expect(HTTPDate.date(of: text)?.timeIntervalSince1970 == seconds)
    }

    @Test(
        "Days are written as the calendar has them",
        arguments: [
            (0.0, "1970-01-01"), (-1.0, "1969-12-31"), (951_782_400, "2000-02-29"),
            (1_709_251_199, "2024-02-29"),
            (1_796_083_200, "2026-12-01"),
        ]
    )
    func writesDays(seconds: Double, day: String) {
        #expect(CivilDate.day(of: Date(timeIntervalSince1970: seconds)) == day)
    }
}
