import Testing

@testable import INaturalist

@Suite(.timeLimit(.minutes(5)))
struct RedirectListenerTests {
    @Test("The code is handed over, the browser is told, and the port is closed")
    func receives() async throws {
        try await RedirectSession.run { session in
            let page = try await session.comeBack("code=abc-_1&state=\(session.request.state.exposed)")
            #expect(try await session.waiting.value == Secret("abc-_1"))
            #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(page.contains("tab can be closed"))
            #expect(!page.contains("abc-_1") && !page.contains(session.request.state.exposed))
            for field in [
                "Content-Security-Policy: default-src 'none'", "Cache-Control: no-store",
                "Referrer-Policy: no-referrer", "Connection: close",
            ] {
                #expect(page.contains(field + "\r\n"))
            }
            #expect(!page.lowercased().contains("<script") && !page.lowercased().contains("set-cookie"))
            await #expect(throws: (any Error).self) { try await RawConnection.open(to: session.port) }
        }
    }

    @Test(
        "Only a GET of the path by the right name counts, and the wait goes on",
        arguments: [
            ("/", nil, "GET", 404), ("/favicon.ico", nil, "GET", 404), ("/callback/", nil, "GET", 404),
            ("/callbac", nil, "GET", 404), ("/%63allback", nil, "GET", 404), ("//callback", nil, "GET", 404),
            ("http://127.0.0.1/callback", nil, "GET", 404),
            ("/callback", nil, "POST", 405), ("/callback", nil, "HEAD", 405),
            ("/callback", nil, "OPTIONS", 405),
            ("/callback", "localhost", "GET", 421), ("/callback", "evil.example:80", "GET", 421),
            ("/callback", "127.0.0.1", "GET", 421), ("/callback", "127.0.0.1:1", "GET", 421),
            ("/callback", "", "GET", 421),
        ] as [(String, String?, String, Int)]
    )
    func refuses(path: String, host: String?, method: String, status: Int) async throws {
        try await RedirectSession.run { session in
            let target = path + "?code=stolen&state=\(session.request.state.exposed)"
            let reply = try await RawConnection.exchange(
                session.get(target, host: host, method: method),
                with: session.port
            )
            #expect(reply.hasPrefix("HTTP/1.1 \(status) "))
            #expect(!reply.contains("stolen"))
            if method == "HEAD" { #expect(reply.hasSuffix("\r\n\r\n")) }
            if status == 405 { #expect(reply.contains("Allow: GET\r\n")) }
            _ = try await session.comeBack("code=right&state=\(session.request.state.exposed)")
            #expect(try await session.waiting.value == Secret("right"))
        }
    }

    @Test("Two names for this computer in one request are refused")
    func refusesTwoHosts() async throws {
        try await RedirectSession.run { session in
            let text = "GET /callback?x HTTP/1.1\r\nHost: \(session.host)\r\nHost: \(session.host)\r\n\r\n"
            let reply = try await RawConnection.exchange(text, with: session.port)
            #expect(!reply.contains("200 OK"))
            _ = try await session.comeBack("code=right&state=\(session.request.state.exposed)")
            #expect(try await session.waiting.value == Secret("right"))
        }
    }

    @Test(
        "Errors come back in the site's words, made fit to be shown",
        arguments: [
            (
                "error=access_denied&error_description=The+owner+%3Cb%3Edenied%3C%2Fb%3E+it.",
                INaturalistError.consentDenied(message: "The owner denied it.")
            ),
            ("error=access_denied", .consentDenied(message: nil)),
            ("error=invalid_scope&error_description=x", .scopeNotAllowed),
            ("error=unauthorized_client", .unknownApplication),
            ("error=temporarily_unavailable", .maintenance(until: nil)),
            (
                "error=server_error&error_description=It+broke%1B%5B31m",
                .consentFailed(message: "It broke [31m")
            ),
            ("error=what_is_this", .consentFailed(message: "what_is_this")),
            ("nothing=1", .consentFailed(message: "it named neither a code nor a reason")),
            ("code=", .consentFailed(message: "it named neither a code nor a reason")),
            ("code=a&code=b", .consentFailed(message: "it named neither a code nor a reason")),
            ("error=access_denied&code=abc", .consentDenied(message: nil)),
        ]
    )
    func tellsErrors(query: String, error: INaturalistError) async throws {
        try await RedirectSession.run { session in
            let page = try await session.comeBack(query + "&state=\(session.request.state.exposed)")
            await #expect(throws: error) { try await session.waiting.value }
            #expect(page.hasPrefix("HTTP/1.1 400 "))
            #expect(page.contains("did not sign in"))
            #expect(page.contains("tab can be closed"))
        }
    }

    @Test("What the site says is shown as text, never as part of the page")
    func escapes() async throws {
        try await RedirectSession.run { session in
            let words = "%26lt%3Bscript%26gt%3Balert(1)%26lt%3B/script%26gt%3B%20%22%20'"
            let page = try await session.comeBack(
                "error=access_denied&error_description=\(words)&state=\(session.request.state.exposed)"
            )
            #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot; &#39;"))
            #expect(!page.contains("<script"))
        }
    }

    @Test(
        "A code from another sign-in is not used",
        arguments: ["code=abc", "code=abc&state=", "code=abc&state=other", "error=access_denied&state=x", ""]
    )
    func comparesState(query: String) async throws {
        try await RedirectSession.run { session in
            let page = try await session.comeBack(query)
            await #expect(throws: INaturalistError.stateMismatch) { try await session.waiting.value }
            #expect(page.hasPrefix("HTTP/1.1 400 ") && page.contains("another sign-in"))
        }
    }

    @Test("A state that comes twice is none, whichever is right")
    func refusesTwoStates() async throws {
        try await RedirectSession.run { session in
            let state = session.request.state.exposed
            _ = try await session.comeBack("code=abc&state=\(state)&state=\(state)")
            await #expect(throws: INaturalistError.stateMismatch) { try await session.waiting.value }
        }
    }
}
