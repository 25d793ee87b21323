import FoundationEssentials
import Testing

@testable import INaturalist

@Suite(.timeLimit(.minutes(5)))
struct TransportTests {
    private static func send(
        _ replies: [RawServer.Reply],
        settings: TransportSettings = TransportSettings(),
        as authorization: Authorization = .anonymous
    ) async throws -> (Result<HTTPResponse, TransportError>, [String]) {
        try await RawServer.run(replies) { server in
            let addresses = try ServerAddresses(checkingSite: server.address, api: server.address)
            let transport = AsyncHTTPTransport(settings: settings)
            let request = HTTPRequest.get(
                .api,
                "/v1/ping",
                query: [("q", "a b&c,d")],
                as: authorization,
                at: addresses
            )
            let result: Result<HTTPResponse, TransportError>
            do throws(TransportError) {
                result = .success(try await transport.send(request))
            } catch {
                result = .failure(error)
            }
            await transport.shutdown()
            return (result, server.requests)
        }
    }

    @Test("A request names the program, asks for JSON, and carries the token in its header alone")
    func sendsHeaders() async throws {
        let token = OAuthToken(text: Secret("abc-DEF"))
        let (result, requests) = try await Self.send([RawServer.json("{}")], as: .oauth(token))
        #expect(try result.get().status == 200)
        let request = try #require(requests.first)
        #expect(request.hasPrefix("GET /v1/ping?q=a%20b%26c,d HTTP/1.1\r\n"))
        let lines = request.split(separator: "\r\n").map { $0.lowercased() }
        #expect(lines.contains("user-agent: inatty/0.1.0"))
        #expect(lines.contains("accept: application/json"))
        #expect(lines.contains("authorization: bearer abc-def"))
        #expect(!lines.contains { $0.hasPrefix("cookie") })
        #expect(request.ranges(of: "abc-DEF").count == 1)
    }

    @Test("Without a token there is no Authorization header")
    func sendsNoToken() async throws {
        let (_, requests) = try await Self.send([RawServer.json("{}")])
        #expect(try #require(requests.first).lowercased().contains("authorization") == false)
    }

    @Test(
        "A redirect is a reply, and nobody follows it",
        arguments: ["301 x", "302 x", "303 x", "307 x", "308 x"]
    )
    func keepsRedirects(status: String) async throws {
        try await RawServer.run([RawServer.json("{}")]) { other in
            let redirect = RawServer.reply(status, headers: ["Location: \(other.address)/stolen"])
            let token = OAuthToken(text: Secret("abc"))
            let (result, requests) = try await Self.send([redirect], as: .oauth(token))
            #expect(try result.get().status == Int(status.prefix(3)))
            #expect(requests.count == 1)
            #expect(other.requests.isEmpty)
        }
    }

    @Test("Cookies are not sent back")
    func forgetsCookies() async throws {
        let reply = RawServer.json(#"{"results":[{"id":1}]}"#, headers: ["Set-Cookie: _session=1; Path=/"])
        try await TestClient.run(against: [reply]) { test, server in
            for _ in 0..<3 { _ = try await test.client.detail(id: 1, as: .anonymous) }
            #expect(server.requests.count == 3)
            #expect(server.requests.allSatisfy { !$0.lowercased().contains("cookie") })
        }
    }

    @Test("Replies are asked for anew each time, however long the server lets them be kept")
    func keepsNothing() async throws {
        let reply = RawServer.json(
            #"{"results":[{"id":1}]}"#,
            headers: ["Cache-Control: public, max-age=300", "ETag: W/\"1\""]
        )
        try await TestClient.run(against: [reply]) { test, server in
            for _ in 0..<2 { _ = try await test.client.detail(id: 1, as: .anonymous) }
            #expect(server.requests.count == 2)
            #expect(Set(server.requests.map { $0.prefix { $0 != "\r\n" } }).count == 2)
            #expect(server.requests.allSatisfy { !$0.lowercased().contains("if-none-match") })
        }
    }

    @Test("A body over the limit is not read to its end", arguments: [99, 100, 101])
    func limitsBody(count: Int) async throws {
        let reply = RawServer.reply("200 OK", body: String(repeating: "x", count: count))
        let (result, _) = try await Self.send([reply], settings: TransportSettings(bodyLimit: 100))
        switch result {
        case .success(let response): #expect(count <= 100 && response.body.count == count)
        case .failure(let error): #expect(count > 100 && error == .replyTooLarge(limit: 100))
        }
    }

    @Test("A body without a length is limited too")
    func limitsEndlessBody() async throws {
        let chunk = "40\r\n" + String(repeating: "x", count: 64) + "\r\n"
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        let bytes = Array((head + String(repeating: chunk, count: 50)).utf8)
        let (result, _) = try await Self.send([.bytes(bytes)], settings: TransportSettings(bodyLimit: 1000))
        #expect(result.error == .replyTooLarge(limit: 1000))
    }

    @Test("A compressed body is unpacked, and a small one that unpacks to a huge one is not")
    func unpacks() async throws {
        // The gzip forms of `{"a":1}` and of a thousand blanks.
        let small = Self.bytes("H4sIAAAAAAACA6tWSlSyMqwFAK+sG1YHAAAA")
        let bomb = Self.bytes("H4sIAAAAAAACA1NQGAWjYBQMdwAAguOTzegDAAA=")
        let headers = ["Content-Encoding: gzip"]
        let (result, requests) = try await Self.send([
            RawServer.reply("200 OK", headers: headers, bytes: small)
        ])
        #expect(String(decoding: try result.get().body, as: UTF8.self) == #"{"a":1}"#)
        #expect(requests.first?.lowercased().contains("accept-encoding: gzip") == true)
        let (refused, _) = try await Self.send(
            [RawServer.reply("200 OK", headers: headers, bytes: bomb)],
            settings: TransportSettings(bodyLimit: 500)
        )
        #expect(refused.error == .replyTooLarge(limit: 500))
    }

    private static func bytes(_ base64: String) -> [UInt8] {
        Data(base64Encoded: base64).map(Array.init) ?? []
    }

    @Test(
        "What ends too early or is no HTTP has its own error",
        arguments: [
            ("", TransportError.connectionLost),
            ("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":", .connectionLost),
            ("HTTP/1.1 200 OK\r\nConte", .connectionLost),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", .connectionLost),
            ("SSH-2.0-OpenSSH_9.2\r\n", .malformedReply),
        ]
    )
    func namesBrokenReplies(text: String, error: TransportError) async throws {
        let (result, _) = try await Self.send([.bytesThenClose(Array(text.utf8))])
        #expect(result.error == error)
    }

    @Test("A server that never answers is given up on")
    func timesOut() async throws {
        let (result, _) = try await Self.send(
            [.silence],
            settings: TransportSettings(wholeTime: .milliseconds(50))
        )
        #expect(result.error == .timedOut)
    }

    @Test("A reply that stops in the middle is given up on")
    func timesOutInside() async throws {
        let half = Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".utf8)
        let (result, _) = try await Self.send(
            [.bytes(half)],
            settings: TransportSettings(wholeTime: .milliseconds(200))
        )
        #expect(result.error == .timedOut)
    }

    @Test("Nobody at the port is told as such")
    func findsNobody() async throws {
        let port = try HeldPort()
        let address = "http://127.0.0.1:\(port.number)"
        let addresses = try ServerAddresses(checkingSite: address, api: address)
        let transport = AsyncHTTPTransport()
        await #expect(throws: TransportError.noConnection) {
            try await transport.send(.get(.api, "/v1/ping", as: .anonymous, at: addresses))
        }
        await transport.shutdown()
        withExtendedLifetime(port) {}
    }

    @Test("A server that does not encrypt is not trusted, and sees no token")
    func refusesPlainServers() async throws {
        try await RawServer.run([.bytesThenClose(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8))]) { server in
            let address = "https" + server.address.dropFirst("http".count)
            let addresses = try ServerAddresses(checkingSite: address, api: address)
            let transport = AsyncHTTPTransport()
            let token = OAuthToken(text: Secret("abc-DEF"))
            let error = await #expect(throws: TransportError.self) {
                try await transport.send(.get(.api, "/v1/ping", as: .oauth(token), at: addresses))
            }
            guard case .notTrusted = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(server.requests.allSatisfy { !$0.contains("abc-DEF") })
            await transport.shutdown()
        }
    }

    @Test("A request that is cancelled ends, and says so")
    func cancels() async throws {
        try await TestClient.run(against: [.silence]) { test, server in
            let task = Task { try await test.client.detail(id: 1, as: .anonymous) }
            await eventually { !server.requests.isEmpty }
            task.cancel()
            await #expect(throws: INaturalistError.cancelled) { try await task.value }
            #expect(server.requests.count == 1)
        }
    }

    @Test("After the end nothing is sent")
    func ends() async throws {
        try await TestClient.run(against: [RawServer.json("{}")]) { test, server in
            await test.client.shutdown()
            await #expect(throws: INaturalistError.cancelled) {
                try await test.client.detail(id: 1, as: .anonymous)
            }
            #expect(server.requests.isEmpty)
        }
    }

    @Test("A transport that is forgotten ends by itself")
    func isForgotten() async throws {
        try await RawServer.run([RawServer.json("{}")]) { server in
            let addresses = try ServerAddresses(checkingSite: server.address, api: server.address)
            _ = try await AsyncHTTPTransport().send(.get(.api, "/v1/ping", as: .anonymous, at: addresses))
            #expect(server.requests.count == 1)
        }
    }
}

extension Result {
    fileprivate var error: Failure? {
        if case .failure(let error) = self { error } else { nil }
    }
}
