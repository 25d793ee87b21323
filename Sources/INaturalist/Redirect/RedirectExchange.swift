internal import NIOCore
internal import NIOHTTP1
internal import Synchronization

/// What the connections of a ``RedirectListener`` have in common: what is waited for, and who is connected.
final class RedirectExchange: Sendable {
    /// How many connections may be open. One more ends the oldest, so that nobody can keep the browser out by holding
    /// connections.
    static let connectionLimit = 8

    private struct State {
        var host = ""
        var request: AuthorizationRequest?
        var promise: EventLoopPromise<Secret>?
        var isOver = false
        var listener: (any Channel)?
        var connections: [any Channel] = []
    }

    /// How long a whole request may take.
    let patience: Duration
    private let state = Mutex(State())

    init(patience: Duration) {
        self.patience = patience
    }

    /// The only value of the `Host` field that is answered: another one comes from a page whose name was pointed at
    /// this computer (DNS rebinding).
    var host: String {
        get { state.withLock { $0.host } }
        set { state.withLock { $0.host = newValue } }
    }

    /// Begins to wait, and to answer. False when that was so before.
    func begin(
        _ request: AuthorizationRequest,
        _ promise: EventLoopPromise<Secret>,
        on listener: any Channel
    ) -> Bool {
        let begins = state.withLock { state in
            guard !state.isOver, state.request == nil else { return false }
            state.request = request
            state.promise = promise
            state.listener = listener
            return true
        }
        if begins { listener.setOption(.autoRead, value: true).whenFailure { _ in } }
        return begins
    }

    /// Ends the wait without a request, and closes every connection.
    func end(with error: INaturalistError) {
        let (promise, connections) = state.withLock { state in
            defer {
                state.isOver = true
                state.promise = nil
                state.connections = []
            }
            return (state.promise, state.connections)
        }
        for connection in connections { connection.close(promise: nil) }
        promise?.fail(error)
    }

    /// Notes a connection.
    func add(_ connection: any Channel) {
        let surplus = state.withLock { state -> (any Channel)? in
            if state.isOver { return connection }
            state.connections.append(connection)
            return state.connections.count > Self.connectionLimit ? state.connections.removeFirst() : nil
        }
        surplus?.close(promise: nil)
    }

    /// Forgets a connection.
    func remove(_ connection: any Channel) {
        state.withLock { state in state.connections.removeAll { $0 === connection } }
    }

    /// A reply, and what to do once it is on its way.
    struct Answer {
        var page: RedirectPage
        /// Set for the one request that is waited for; it has to be called with that reply sent and its connection
        /// closed.
        var finish: (@Sendable () -> Void)?
    }

    /// Answers a request. The one on the path ends the wait: the port is closed before its reply is sent.
    func answer(to head: HTTPRequestHead, on connection: any Channel) -> Answer {
        guard head.headers["host"] == [host] else { return Answer(page: .otherHost) }
        guard head.method == .GET else { return Answer(page: .otherMethod) }
        let path = head.uri.prefix { $0 != "?" }
        guard path == RedirectListener.path else { return Answer(page: .otherPath) }
        let (request, promise, listener, others) = state.withLock { state in
            defer {
                state.isOver = true
                state.promise = nil
                state.connections = []
            }
            return (state.request, state.promise, state.listener, state.connections)
        }
        guard let request, let promise else { return Answer(page: .otherPath) }
        for other in others where other !== connection { other.close(promise: nil) }
        listener?.close(promise: nil)
        do throws(INaturalistError) {
            let code = try ConsentReply(query: head.uri[path.endIndex...].dropFirst()).code(for: request)
            return Answer(page: .received) { promise.succeed(code) }
        } catch {
            return Answer(page: .refused(error)) { promise.fail(error) }
        }
    }
}
