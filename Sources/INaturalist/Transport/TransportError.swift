/// Why a request has no whole reply.
package enum TransportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The host's name has no address.
    case unknownHost
    /// Nothing listens there, or the way is blocked.
    case noConnection
    /// The encrypted connection could not be agreed on.
    case notTrusted(reason: String)
    /// No whole reply within the time.
    case timedOut
    /// The connection ended before the reply did.
    case connectionLost
    /// The reply is larger than this program takes.
    case replyTooLarge(limit: Int)
    /// The reply is not HTTP, or cannot be decompressed.
    case malformedReply
    /// The proxy did not let the request pass.
    case proxyRefused
    /// The task was cancelled, or the transport was shut down.
    case cancelled
    /// Anything else, in the library's words.
    case other(reason: String)

    /// Whether the same request may well succeed a moment later. Somebody without a network is told at once
    /// instead, and nobody waits three times for a server that does not answer.
    var isWorthRepeating: Bool { self == .connectionLost }

    /// What went wrong, as the end of a sentence.
    package var description: String {
        switch self {
        case .unknownHost: "its name has no address"
        case .noConnection: "no connection could be made"
        case .notTrusted(let reason): "the encrypted connection was not agreed on (\(reason))"
        case .timedOut: "no whole reply came in time"
        case .connectionLost: "the connection ended in the middle of the reply"
        case .replyTooLarge(let limit): "the reply is larger than \(limit / 1_048_576) MiB"
        case .malformedReply: "the reply is broken"
        case .proxyRefused: "the proxy did not let the request pass"
        case .cancelled: "the request was cancelled"
        case .other(let reason): reason
        }
    }
}
