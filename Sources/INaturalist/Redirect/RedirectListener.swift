internal import NIOCore
internal import NIOPosix

/// Waits on this computer for the browser to come back from the consent page (RFC 8252, 7.3).
///
/// It listens on 127.0.0.1 alone, at a port that the system chose, answers one request on one path, and is closed
/// then. Until somebody waits for a code, nothing is answered at all.
///
/// Several connections may be open at once, because browsers open some that they never use; the requests on them are
/// answered one after the other, and only the first on the path counts.
package final class RedirectListener: Sendable {
    /// The path of the redirect address. It is fixed, because it has to be registered; the port is not (reference 1.5).
    package static let path = "/callback"

    /// The address to send the browser back to: `http://127.0.0.1:PORT/callback`.
    package let redirectURI: String

    private let channel: any Channel
    private let exchange: RedirectExchange

    private init(channel: any Channel, exchange: RedirectExchange, port: Int) {
        self.channel = channel
        self.exchange = exchange
        redirectURI = "http://127.0.0.1:\(port)" + Self.path
    }

    deinit {
        exchange.end(with: .cancelled)
        channel.close(promise: nil)
    }

    /// Opens a free port of 127.0.0.1.
    ///
    /// - Throws: ``INaturalistError/cannotListen(reason:)``.
    package static func open() async throws(INaturalistError) -> RedirectListener {
        try await open(patience: .seconds(10))
    }

    /// Opens a port where a whole request may take so long.
    static func open(patience: Duration) async throws(INaturalistError) -> RedirectListener {
        let exchange = RedirectExchange(patience: patience)
        do {
            let channel = try await ServerBootstrap(group: WorkExecutor.shared.loop)
                .serverChannelOption(.backlog, value: 128)
                .serverChannelOption(.autoRead, value: false)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try RedirectHandler.add(to: channel, of: exchange)
                    }
                }
                .withBoundSocket(LoopbackSocket.bound())
                .get()
            let port = channel.localAddress?.port ?? 0
            exchange.host = "127.0.0.1:\(port)"
            return RedirectListener(channel: channel, exchange: exchange, port: port)
        } catch let error as LoopbackSocket.Failure {
            throw .cannotListen(reason: "the system answered with error \(error.code)")
        } catch let error as IOError {
            throw .cannotListen(reason: "the system answered with error \(error.errnoCode)")
        } catch {
            throw .cannotListen(reason: "the system refused")
        }
    }

    /// Waits for the code of a request, once, and closes the port whatever comes.
    ///
    /// - Parameters:
    ///   - request: what the browser was sent away with.
    ///   - limit: how long to wait.
    /// - Returns: the code.
    /// - Throws: ``INaturalistError``: `.stateMismatch`, `.consentDenied`, `.consentFailed` and other words of the site,
    ///   `.consentTimedOut`, `.cancelled`, or `.cannotListen` when the port is closed already.
    package func code(
        for request: AuthorizationRequest,
        within limit: Duration
    ) async throws(INaturalistError) -> Secret {
        let loop = channel.eventLoop
        let promise = loop.makePromise(of: Secret.self)
        guard exchange.begin(request, promise, on: channel) else {
            promise.fail(INaturalistError.cancelled)
            throw .cannotListen(reason: "the port was closed already")
        }
        let nanoseconds = min(max(limit / .nanoseconds(1), 0), 1e18)
        let timer = loop.scheduleTask(in: .nanoseconds(Int64(nanoseconds))) { [exchange] in
            exchange.end(with: .consentTimedOut)
        }
        let result: Result<Secret, INaturalistError>
        do {
            let code = try await withTaskCancellationHandler {
                try await promise.futureResult.get()
            } onCancel: { [exchange] in
                exchange.end(with: .cancelled)
            }
            result = .success(code)
        } catch {
            result = .failure(error as? INaturalistError ?? .cancelled)
        }
        timer.cancel()
        await close()
        return try result.get()
    }

    /// Closes the port and every connection. A wait for a code ends with ``INaturalistError/cancelled``.
    package func close() async {
        exchange.end(with: .cancelled)
        // It may be closed already.
        try? await channel.close()
    }
}
