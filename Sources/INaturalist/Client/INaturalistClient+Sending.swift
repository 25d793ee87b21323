internal import FoundationEssentials

extension INaturalistClient {
    /// Sends a request at the limiter's pace, and a GET again when that may help.
    ///
    /// - Parameters:
    ///   - request: what to send.
    ///   - isFinal: says of a reply that sending again cannot help, though its status says it may.
    /// - Returns: the last reply, whatever its status.
    /// - Throws: ``INaturalistError/transport(_:host:)`` or ``INaturalistError/cancelled``.
    func reply(
        to request: HTTPRequest,
        isFinal: (HTTPResponse) -> Bool = { _ in false }
    ) async throws(INaturalistError) -> HTTPResponse {
        var attempts = 0
        while true {
            attempts += 1
            try await limiter.start()
            let wait: Duration
            do throws(TransportError) {
                let response = try await send(request)
                guard
                    request.method == .get,
                    RetryPolicy.passingStatuses.contains(response.status),
                    !isFinal(response),
                    let pause = retries.wait(
                        afterAttempts: attempts,
                        retryAfter: RetryAfter.wait(in: response, now: serverNow)
                    )
                else { return response }
                wait = pause
            } catch {
                guard error != .cancelled else { throw .cancelled }
                guard
                    request.method == .get,
                    error.isWorthRepeating,
                    let pause = retries.wait(afterAttempts: attempts, retryAfter: nil)
                else { throw .transport(error, host: request.host) }
                wait = pause
            }
            do throws(CancellationError) {
                try await limiter.clock.sleep(until: limiter.clock.now + wait)
            } catch {
                throw .cancelled
            }
        }
    }

    /// Sends a request once and now, and learns the servers' time from the reply.
    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let sent = now()
        let response = try await transport.send(request)
        serverClock.learn(from: response, sent: sent, received: now())
        return response
    }

    /// The data of a reply that should hold some.
    ///
    /// - Throws: ``INaturalistError/pageInsteadOfData(host:)`` or
    ///   ``INaturalistError/unreadableReply(what:)``.
    func json(of response: HTTPResponse, to request: HTTPRequest) throws(INaturalistError) -> JSONValue {
        guard let json = JSONValue(parsing: response.body) else {
            throw response.isHTML
                ? .pageInsteadOfData(host: request.host)
                : .unreadableReply(what: "it is not whole JSON")
        }
        return json
    }

    /// The error of a reply that is none of the successes.
    func error(in response: HTTPResponse, to request: HTTPRequest) -> ReplyError {
        ReplyError(response: response, request: request, now: serverNow)
    }

    /// A value that no request had before: it keeps copies made for somebody else out of the replies, both in
    /// the servers' own cache and on the way (reference 3.5).
    static var nonce: String {
        String(UInt64.random(in: 0...UInt64.max), radix: 36)
    }
}
