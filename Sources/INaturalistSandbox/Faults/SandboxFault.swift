/// Something that goes wrong, scripted for the next requests to some path.
package struct SandboxFault: Sendable {
    /// What a request gets instead of, or before, its reply.
    package enum Action: Sendable {
        /// A complete reply. `Content-Length` is added.
        case reply(status: Int, headers: [(name: String, value: String)], body: [UInt8])
        /// The ordinary reply's head, and only the first bytes of its body; then the connection is closed.
        case truncatedBody(afterBytes: Int)
        /// The connection is closed without a reply.
        case droppedConnection
        /// The ordinary reply, after some time.
        case delay(Duration)
        /// The ordinary reply, once the gate is opened.
        case held(SandboxGate)
        /// A 200 that says it is JSON and sends spaces until the client hangs up.
        case endlessBody
        /// A 200 that says it is JSON with a body of so many bytes and a true `Content-Length`.
        case oversizedBody(bytes: Int)
    }

    /// The requests meant: those whose path begins with this.
    package var pathPrefix: String

    /// How many requests it hits; nil means all from now on.
    package var count: Int?

    /// What happens to them.
    package var action: Action

    package init(_ action: Action, pathPrefix: String = "/", count: Int? = 1) {
        self.action = action
        self.pathPrefix = pathPrefix
        self.count = count
    }

    /// The same fault for other requests.
    package func on(_ pathPrefix: String, count: Int? = 1) -> SandboxFault {
        SandboxFault(action, pathPrefix: pathPrefix, count: count)
    }

    /// A reply with a text body.
    package static func reply(
        status: Int,
        contentType: String = "application/json; charset=utf-8",
        body: String,
        headers: [(name: String, value: String)] = []
    ) -> SandboxFault {
        SandboxFault(
            .reply(status: status, headers: [("Content-Type", contentType)] + headers, body: Array(body.utf8))
        )
    }
}
