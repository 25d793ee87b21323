internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPCompression
internal import NIOPosix

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension TransportError {
    /// Names what the library threw. None of its texts is repeated, because some of them hold the address.
    init(_ error: any Error, bodyLimit: Int) {
        switch error {
        case let error as TransportError: self = error
        case is CancellationError: self = .cancelled
        case let error as HTTPClientError: self.init(error)
        case is ResponseAccumulator.ResponseTooBigError: self = .replyTooLarge(limit: bodyLimit)
        case let error as NIOHTTPDecompression.DecompressionError:
            if case .limit = error { self = .replyTooLarge(limit: bodyLimit) } else { self = .malformedReply }
        case let error as HTTPParserError:
            self = error == .invalidEOFState ? .connectionLost : .malformedReply
        case let error as IOError:
            self = Self.refusals.contains(error.errnoCode) ? .noConnection : .connectionLost
        case ChannelError.connectTimeout: self = .noConnection
        case is ChannelError: self = .connectionLost
        case let error as NIOConnectionError:
            let isUnknown = error.connectionErrors.isEmpty
            self = isUnknown ? .unknownHost : .noConnection
        default: self.init(unknown: error)
        }
    }

    /// The library for TLS is not imported for the sake of its errors' names.
    private init(unknown error: any Error) {
        let name = String(describing: type(of: error))
        let text = String(describing: error)
        if text.contains("CERTIFICATE_VERIFY_FAILED") {
            self = .notTrusted(reason: "the server's certificate is not trusted")
        } else if text.contains("failedToValidateHostname") {
            self = .notTrusted(reason: "the server's certificate is another host's")
        } else if name.contains("SSL") {
            self = .notTrusted(reason: "the handshake failed")
        } else {
            self = .other(reason: name)
        }
    }

    /// What the system says when nothing listens at the other end, or no way leads there.
    private static let refusals: Set<CInt> = [
        ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EHOSTDOWN, ENETDOWN, ETIMEDOUT, EADDRNOTAVAIL,
    ]

    private init(_ error: HTTPClientError) {
        switch error {
        case .cancelled, .alreadyShutdown, .requestStreamCancelled: self = .cancelled
        case .connectTimeout, .getConnectionFromPoolTimeout: self = .noConnection
        case .readTimeout, .writeTimeout, .deadlineExceeded: self = .timedOut
        case .tlsHandshakeTimeout: self = .notTrusted(reason: "no answer")
        case .remoteConnectionClosed, .uncleanShutdown: self = .connectionLost
        case .proxyAuthenticationRequired, .invalidProxyResponse, .httpProxyHandshakeTimeout,
            .socksHandshakeTimeout:
            self = .proxyRefused
        default: self = .other(reason: error.shortDescription)
        }
    }
}
