internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPCompression
internal import NIOPosix
internal import Synchronization

/// The transport over the network.
///
/// No redirects, no cookies, no cache; every one of these could mix two identities or carry a token
/// elsewhere. The client behind it and its one thread are made with the first request, because the program's
/// first frame must not wait for them.
package final class AsyncHTTPTransport: HTTPTransport {
    private enum State {
        case idle
        case running(HTTPClient, MultiThreadedEventLoopGroup)
        case ended
    }

    private let settings: TransportSettings
    private let state = Mutex(State.idle)

    /// Makes a transport. Nothing is opened yet.
    package init(settings: TransportSettings = TransportSettings()) {
        self.settings = settings
    }

    deinit {
        // Whoever forgets `shutdown` leaks a thread in the library's eyes, which stops a debug build. Ending
        // it here needs no waiting.
        let old = state.withLock { state in
            defer { state = .ended }
            return state
        }
        if case .running(let client, let group) = old {
            client.shutdown { _ in group.shutdownGracefully { _ in } }
        }
    }

    /// Sends a request once.
    ///
    /// By the library's futures and not its asynchronous call: that starts a task of its own on the runtime's pool,
    /// which `WorkExecutor` says why to leave alone.
    package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let (client, group) = try running()
        let bodyLimit = settings.bodyLimit
        if Task.isCancelled { throw .cancelled }
        do {
            let form = request.form.map { OutgoingForm($0.bytes) }
            let message = try Self.message(for: request, form: form)
            let exchange = client.execute(
                request: message,
                delegate: ResponseAccumulator(request: message, maxBodySize: bodyLimit)
            )
            // The first to hear of the end, on the event loop, which does not write then.
            exchange.futureResult.whenComplete { _ in form?.overwrite() }
            // On the event loop, because a timer there goes away when it is cancelled.
            let time = TimeAmount.nanoseconds(Int64(settings.wholeTime / .nanoseconds(1)))
            let deadline = group.next().scheduleTask(in: time) { exchange.cancel() }
            defer { deadline.cancel() }
            let reply = try await withTaskCancellationHandler {
                try await exchange.futureResult.get()
            } onCancel: {
                exchange.cancel()
            }
            return HTTPResponse(
                status: Int(reply.status.code),
                headers: reply.headers.map { (name: $0.name, value: $0.value) },
                body: reply.body.map { Array($0.readableBytesView) } ?? []
            )
        } catch {
            let error = TransportError(error, bodyLimit: bodyLimit)
            throw error == .cancelled && !Task.isCancelled && !hasEnded ? .timedOut : error
        }
    }

    /// Closes the connections and ends the thread.
    package func shutdown() async {
        let old = state.withLock { state in
            defer { state = .ended }
            return state
        }
        if case .running(let client, let group) = old {
            try? await client.shutdown()
            try? await group.shutdownGracefully()
        }
    }

    private var hasEnded: Bool {
        state.withLock { state in
            if case .ended = state { true } else { false }
        }
    }

    private func running() throws(TransportError) -> (HTTPClient, MultiThreadedEventLoopGroup) {
        let pair = state.withLock { state -> (HTTPClient, MultiThreadedEventLoopGroup)? in
            switch state {
            case .running(let client, let group): return (client, group)
            case .ended: return nil
            case .idle:
                let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
                let client = HTTPClient(
                    eventLoopGroupProvider: .shared(group),
                    configuration: settings.clientConfiguration
                )
                state = .running(client, group)
                return (client, group)
            }
        }
        guard let pair else { throw .cancelled }
        return pair
    }

    private static func message(
        for request: HTTPRequest,
        form: OutgoingForm?
    ) throws -> HTTPClient.Request {
        var message = try HTTPClient.Request(url: request.url, method: request.method == .get ? .GET : .POST)
        message.headers.add(name: "User-Agent", value: Version.userAgent)
        message.headers.add(name: "Accept", value: request.accept)
        message.headers.add(name: "Accept-Encoding", value: "gzip, deflate")
        if let authorization = request.authorization {
            message.headers.add(name: "Authorization", value: authorization.exposed)
        }
        if let form {
            message.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            message.body = form.body
        }
        return message
    }
}
