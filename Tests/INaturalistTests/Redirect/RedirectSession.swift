import Testing

@testable import INaturalist

/// A listener that waits, and the request that it waits for.
struct RedirectSession {
    let request: AuthorizationRequest
    let port: Int
    let waiting: Task<Secret, any Error>

    var host: String { "127.0.0.1:\(port)" }

    static func run<Result>(
        application: OAuthApplication = OAuthApplication(id: "app"),
        within limit: Duration = .seconds(50),
        patience: Duration = .seconds(10),
        _ body: (RedirectSession) async throws -> Result
    ) async throws -> Result {
        let listener = try await RedirectListener.open(patience: patience)
        let request = AuthorizationRequest(
            application: application,
            redirectURI: listener.redirectURI
        )
        let port = try #require(
            Int(listener.redirectURI.dropFirst("http://127.0.0.1:".count).prefix { $0 != "/" })
        )
        let waiting = Task { try await listener.code(for: request, within: limit) }
        let session = RedirectSession(request: request, port: port, waiting: waiting)
        do {
            let result = try await body(session)
            waiting.cancel()
            _ = try? await waiting.value
            return result
        } catch {
            waiting.cancel()
            throw error
        }
    }

    /// What a browser sends to a redirect address.
    func get(_ target: String, host: String? = nil, method: String = "GET") -> String {
        "\(method) \(target) HTTP/1.1\r\nHost: \(host ?? self.host)\r\nUser-Agent: test\r\n\r\n"
    }

    /// Sends the browser back with a query.
    func comeBack(_ query: String) async throws -> String {
        try await RawConnection.exchange(get("/callback?\(query)"), with: port)
    }
}
