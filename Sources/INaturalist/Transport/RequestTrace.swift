/// One request as a log may tell it: nothing in it is secret, and whose token was sent shows as its kind alone.
package struct RequestTrace: Sendable, Hashable {
    /// `GET` or `POST`.
    package let method: String
    /// The host, with its port when the address has one.
    package let host: String
    /// The path without the query.
    package let path: String
    /// The status; nil when no whole reply came.
    package let status: Int?
    /// From sending to the last byte.
    package let duration: Duration
    /// The length of the body after decompression.
    package let bytes: Int
    /// What kind of token went along; the token requests themselves count as anonymous.
    package let identity: Identity
    /// Why there is no whole reply.
    package let failure: String?

    /// Puts a trace together.
    package init(
        method: String,
        host: String,
        path: String,
        status: Int?,
        duration: Duration,
        bytes: Int,
        identity: Identity,
        failure: String?
    ) {
        self.method = method
        self.host = host
        self.path = path
        self.status = status
        self.duration = duration
        self.bytes = bytes
        self.identity = identity
        self.failure = failure
    }

    /// `GET api.inaturalist.org/v1/users/me 200 143 ms 1804 bytes, JWT`
    package var line: String {
        let outcome = status.map(String.init) ?? "no reply (\(failure ?? "unknown"))"
        return "\(method) \(host)\(path) \(outcome) \(Int(duration / .milliseconds(1))) ms \(bytes) bytes, "
            + identity.title
    }
}
