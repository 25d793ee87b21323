import HTTPTypes

/// What an endpoint answers, before it becomes bytes on a socket.
struct Reply: Sendable {
    /// The HTTP status.
    var status: Int

    /// Header names and values; `Content-Length` and `Date` are added later.
    var headers: [(name: String, value: String)]

    /// The body, complete.
    var body: [UInt8]

    init(status: Int = 200, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A JSON document, for which room for so many bytes is set aside.
    static func json(
        _ value: JSONValue,
        status: Int = 200,
        version: NodeVersion = .v1,
        headers: [(name: String, value: String)] = [],
        reserving capacity: Int = 512
    ) -> Reply {
        Reply(
            status: status,
            headers: [("Content-Type", "application/json; charset=utf-8")] + headers,
            body: JSONWriter.bytes(of: value, for: version, reserving: capacity)
        )
    }

    /// A web page.
    static func html(
        _ text: String,
        status: Int = 200,
        headers: [(name: String, value: String)] = []
    ) -> Reply {
        Reply(
            status: status,
            headers: [("Content-Type", "text/html; charset=utf-8")] + headers,
            body: Array(text.utf8)
        )
    }

    /// The same reply with one more header.
    func adding(_ name: String, _ value: String) -> Reply {
        var copy = self
        copy.headers.append((name, value))
        return copy
    }
}
