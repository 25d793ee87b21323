import INaturalistSandbox
import Testing

@testable import INaturalist

@Suite("Photos are fetched as nobody, and from nowhere else", .timeLimit(.minutes(5)))
struct PhotoFetchingTests {
    @Test("A photo of the sandbox comes without a token, a cookie or a second request")
    func fetches() async throws {
        try await SandboxSession.run { session in
            let authorization = try session.jwt(.observer)
            let page = try await session.client.page(ObservationQuery(), limit: 30, as: authorization)
            let details = try await session.client.detail(
                id: try #require(page.observations.last).id,
                as: authorization
            )
            let photo = try #require(details.photos.first)
            let before = session.sandbox.requests.count
            let bytes = try await session.client.photo(at: try #require(photo.url(size: .medium)))
            // PNG, section 5.2; the width stands in the sixteenth to the nineteenth byte.
            #expect(Array(bytes.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
            #expect(Array(bytes[16..<20]) == [0, 0, 500 >> 8, 500 & 0xFF])
            let requests = session.sandbox.requests.dropFirst(before)
            #expect(requests.count == 1)
            let request = try #require(requests.first)
            #expect(request.method == "GET")
            #expect(
                request.path == "/photos/\(photo.id)/medium.\(photo.url?.split(separator: ".").last ?? "")"
            )
            #expect(request.authorization == .none)
            #expect(!request.hasCookie)
            #expect(request.accept == "image/*")
        }
    }

    @Test(
        "iNaturalist's two hosts are asked, with the query as it came",
        arguments: [
            "https://static.inaturalist.org/photos/1/square.jpg?1545345",
            "https://inaturalist-open-data.s3.amazonaws.com/photos/1/large.jpeg",
            "https://STATIC.inaturalist.org:443/photos/1/square.jpg",
        ]
    )
    func known(url: String) throws {
        let address = try PhotoAddress(url, addresses: .iNaturalist)
        #expect(address.text.lowercased() == url.lowercased())
        #expect(HTTPRequest.photo(at: address).authorization == nil)
    }

    @Test(
        "No other address is asked at all",
        arguments: [
            "http://static.inaturalist.org/photos/1/square.jpg",
            "https://static.inaturalist.org.example/1.jpg",
            "https://static.inaturalist.org:8443/photos/1/square.jpg",
            "https://example.org/photos/1/square.jpg",
            "https://user@static.inaturalist.org/photos/1/square.jpg",
            "https://127.0.0.1/photos/1/square.jpg",
            "http://127.0.0.1:8080/photos/1/square.jpg", "file:///etc/passwd",
            "//static.inaturalist.org/1.jpg", "",
            "https://static.inaturalist.org/photos/1/square.jpg?a b",
            "https://static.inaturalist.org/photos/1/square.jpg?a\r\nX-Header: 1",
            "https://static.inaturalist.org/photos/1\r\n/square.jpg",
            "https://169.254.169.254/photos/1/a.jpg",
            "https://api.inaturalist.org/v1/users/me", "https://www.inaturalist.org/users/api_token.json",
        ]
    )
    func unknown(url: String) {
        #expect(throws: INaturalistError.self) { try PhotoAddress(url, addresses: .iNaturalist) }
    }

    @Test("A server on this computer may have its own photos, on its own port alone")
    func loopback() throws {
        let addresses = try ServerAddresses(
            checkingSite: "http://127.0.0.1:8080",
            api: "http://127.0.0.1:8080"
        )
        #expect(throws: Never.self) {
            try PhotoAddress("http://127.0.0.1:8080/photos/1/a.jpg", addresses: addresses)
        }
        for url in [
            "http://127.0.0.1:8081/photos/1/a.jpg", "http://localhost:8080/a.jpg", "http://[::1]:8080/a.jpg",
        ] {
            #expect(throws: INaturalistError.self) { try PhotoAddress(url, addresses: addresses) }
        }
    }

    @Test("An address elsewhere is refused before anything is sent")
    func refusesBeforeSending() async throws {
        try await TestClient.run(against: [.silence]) { test, server in
            let error = await #expect(throws: INaturalistError.self) {
                try await test.client.photo(at: "https://example.org/photos/1/square.jpg")
            }
            #expect(error?.description.contains("example.org") == true)
            #expect(server.requests.isEmpty)
        }
    }

    @Test("A redirect is not followed, and a missing photo and a page are told apart")
    func replies() async throws {
        let replies: [RawServer.Reply] = [
            RawServer.reply("302 Found", headers: ["Location: https://example.org/x.jpg"]),
            RawServer.reply("404 Not Found"), RawServer.reply("403 Forbidden", body: "<Error/>"),
            RawServer.reply("200 OK", headers: ["Content-Type: text/html"], body: "<p>Log in first"),
        ]
        try await TestClient.run(against: replies) { test, server in
            let url = "\(server.address)/photos/1/square.jpg"
            let errors: [INaturalistError] = [
                .redirected(host: String(server.address.dropFirst(7)), to: "example.org"),
                .notFound(message: nil), .notFound(message: nil),
                .unreadableReply(what: "it is not a picture"),
            ]
            for expected in errors {
                await #expect(throws: expected) { try await test.client.photo(at: url) }
            }
            #expect(server.requests.count == errors.count)
            #expect(server.requests.allSatisfy { !$0.lowercased().contains("authorization") })
        }
    }

    @Test("A file that is larger than the transport takes is not kept")
    func large() async throws {
        let reply = RawServer.reply(
            "200 OK",
            headers: ["Content-Type: image/jpeg"],
            bytes: Array(repeating: 0xFF, count: 20_000)
        )
        var settings = TransportSettings()
        settings.bodyLimit = 10_000
        try await TestClient.run(against: [reply], settings: settings) { test, server in
            let error = await #expect(throws: INaturalistError.self) {
                try await test.client.photo(at: "\(server.address)/photos/1/square.jpg")
            }
            guard case .transport(.replyTooLarge(10_000), _) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test("Fetching ends when it is not wanted any more")
    func cancelling() async throws {
        try await TestClient.run(against: [.silence]) { test, server in
            let url = "\(server.address)/photos/1/square.jpg"
            let task = Task { try await test.client.photo(at: url) }
            while server.requests.isEmpty { await Task.yield() }
            task.cancel()
            await #expect(throws: INaturalistError.cancelled) { try await task.value }
        }
    }
}
