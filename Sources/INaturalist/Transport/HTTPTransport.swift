/// What sends one request and brings one reply: the seam between the client and the network.
///
/// A status of 3xx, 4xx or 5xx is a reply like any other; only what has no whole reply is an error.
package protocol HTTPTransport: Sendable {
    /// Sends a request once. Redirects are not followed: a 3xx comes back as a reply, so no token can travel
    /// with one.
    ///
    /// - Throws: ``TransportError``; `.cancelled` when the task was cancelled meanwhile.
    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse

    /// Closes what is open. Nothing can be sent afterwards.
    func shutdown() async
}
