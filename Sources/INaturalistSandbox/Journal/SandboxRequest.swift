/// What the sandbox remembers of a request that it received. Secrets are never kept.
package struct SandboxRequest: Sendable, Hashable {
    /// What the `Authorization` header held.
    package enum Authorization: String, Sendable, Hashable {
        /// There was no header.
        case none
        /// An OAuth access token that this sandbox issued, revoked or not.
        case oauth
        /// A JWT with the right signature that has not expired.
        case jwt
        /// Anything else: garbage, an expired JWT, another scheme.
        case invalid
    }

    /// Arrival order, from 1.
    package let number: Int

    /// The HTTP method.
    package let method: String

    /// The path without the query.
    package let path: String

    /// The query as it was sent, without the question mark; empty when there was none.
    package let query: String

    /// What kind of credentials came along.
    package let authorization: Authorization

    /// The `User-Agent` header.
    package let userAgent: String?

    /// The `Accept` header.
    package let accept: String?

    /// Whether a `Cookie` header came along. The client is expected never to send one.
    package let hasCookie: Bool
}
