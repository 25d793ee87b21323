import INaturalist
import Testing

/// How a wait ends without the request that it is for, and who cannot disturb it.
@Suite(.timeLimit(.minutes(5)))
struct RedirectListenerEndTests {
    @Test("The time limit ends the wait and closes the port")
    func timesOut() async throws {
        try await RedirectSession.run(within: .milliseconds(1)) { session in
            await #expect(throws: INaturalistError.consentTimedOut) { try await session.waiting.value }
            await #expect(throws: (any Error).self) { try await RawConnection.open(to: session.port) }
        }
    }

    @Test("Cancelling ends the wait and closes the port and what is connected")
    func cancels() async throws {
        try await RedirectSession.run { session in
            let idle = try await RawConnection.open(to: session.port)
            _ = try await RawConnection.exchange(session.get("/else"), with: session.port)
            session.waiting.cancel()
            await #expect(throws: INaturalistError.cancelled) { try await session.waiting.value }
            #expect(try await idle.untilClosed().isEmpty)
            await #expect(throws: (any Error).self) { try await RawConnection.open(to: session.port) }
        }
    }

    @Test("A listener waits once, and not after it was closed")
    func waitsOnce() async throws {
        let listener = try await RedirectListener.open()
        let request = AuthorizationRequest(
            application: OAuthApplication(id: "app"),
            redirectURI: listener.redirectURI
        )
        await listener.close()
        await #expect(throws: INaturalistError.cannotListen(reason: "the port was closed already")) {
            try await listener.code(for: request, within: .seconds(1))
        }
    }

    @Test("A listener that nobody keeps closes its port")
    func closesByItself() async throws {
        var listener: RedirectListener? = try await RedirectListener.open()
        let uri = try #require(listener?.redirectURI)
        let port = try #require(Int(uri.dropFirst("http://127.0.0.1:".count).prefix { $0 != "/" }))
        listener = nil
        await eventually {
            guard let connection = try? await RawConnection.open(to: port) else { return true }
            await connection.close()
            return false
        }
    }

    @Test("Two listeners have different ports, on this computer alone")
    func opensFreePorts() async throws {
        let first = try await RedirectListener.open()
        let second = try await RedirectListener.open()
        #expect(first.redirectURI != second.redirectURI)
        for listener in [first, second] {
            #expect(listener.redirectURI.hasPrefix("http://127.0.0.1:"))
            #expect(listener.redirectURI.hasSuffix(RedirectListener.path))
            await listener.close()
        }
    }

    @Test(
        "Garbage is cut off, and disturbs nothing",
        arguments: [
            "\r\n\r\nGARBAGE", "GET", "\u{16}\u{03}\u{01}hello", "GET /callback HTTP/9.9\r\n\r\n",
            "GET /callback HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: x\r\n\r\n", "GET /callback HTTP/1.0\r\n\r\n",
        ]
    )
    func survivesGarbage(bytes: String) async throws {
        try await RedirectSession.run(patience: .milliseconds(200)) { session in
            let connection = try await RawConnection.open(to: session.port)
            await connection.send(bytes)
            #expect(!(try await connection.untilClosed().contains("200 OK")))
            // So little patience may cut an honest browser off as well; then it comes back again.
            var page = ""
            while !page.hasPrefix("HTTP/1.1 200 OK") {
                page = try await session.comeBack("code=right&state=\(session.request.state.exposed)")
            }
            #expect(try await session.waiting.value == Secret("right"))
        }
    }

    @Test(
        "Whoever sends too much is cut off at once",
        arguments: [
            "GET /" + String(repeating: "a", count: 40_000) + " HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\n" + String(repeating: "X-Y: zzzzzzzzzzzzzzzz\r\n", count: 2_000) + "\r\n",
            "POST /callback HTTP/1.1\r\nContent-Length: 999999\r\n\r\n"
                + String(repeating: "b", count: 40_000),
        ]
    )
    func cutsOffLong(bytes: String) async throws {
        try await RedirectSession.run(patience: .seconds(600)) { session in
            let connection = try await RawConnection.open(to: session.port)
            await connection.send(bytes)
            #expect(!(try await connection.untilClosed().contains("200 OK")))
            _ = try await session.comeBack("code=right&state=\(session.request.state.exposed)")
            #expect(try await session.waiting.value == Secret("right"))
        }
    }

    @Test("Whoever is slow is cut off")
    func cutsOffSlow() async throws {
        try await RedirectSession.run(patience: .milliseconds(50)) { session in
            let silent = try await RawConnection.open(to: session.port)
            let halting = try await RawConnection.open(to: session.port)
            await halting.send("GET /callback?code=x HTTP/1.1\r\nHost: ")
            #expect(try await silent.untilClosed().isEmpty)
            #expect(try await halting.untilClosed().isEmpty)
        }
    }

    @Test("Connections that are held open keep nobody out")
    func servesPastHolders() async throws {
        try await RedirectSession.run { session in
            var held: [RawConnection] = []
            for _ in 0..<40 { held.append(try await RawConnection.open(to: session.port)) }
            let page = try await session.comeBack("code=right&state=\(session.request.state.exposed)")
            #expect(page.hasPrefix("HTTP/1.1 200 OK"))
            #expect(try await session.waiting.value == Secret("right"))
            for connection in held { #expect(try await connection.untilClosed().isEmpty) }
        }
    }

    @Test("Of two requests at once one is served")
    func servesOne() async throws {
        try await RedirectSession.run { session in
            let state = session.request.state.exposed
            let text = session.get("/callback?code=first&state=\(state)")
            let pages = await withTaskGroup(of: String.self) { group in
                for _ in 0..<6 {
                    group.addTask { (try? await RawConnection.exchange(text, with: session.port)) ?? "" }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(pages.filter { $0.hasPrefix("HTTP/1.1 200 OK") }.count == 1)
            let code = try await session.waiting.value
            #expect(code == Secret("first"))
        }
    }

    @Test("Two requests on one connection are one")
    func ignoresPipelining() async throws {
        try await RedirectSession.run { session in
            let state = session.request.state.exposed
            let both =
                session.get("/callback?code=first&state=\(state)")
                + session.get("/callback?code=second&state=\(state)")
            _ = try await RawConnection.exchange(both, with: session.port)
            #expect(try await session.waiting.value == Secret("first"))
        }
    }
}
