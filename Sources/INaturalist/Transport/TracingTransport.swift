/// Sends through another transport, and tells of each request once it is over.
package struct TracingTransport: HTTPTransport {
    private let base: any HTTPTransport
    private let record: @Sendable (RequestTrace) -> Void

    /// Wraps a transport.
    ///
    /// - Parameters:
    ///   - base: what really sends.
    ///   - record: called after each request, retries included, on whatever thread it ran.
    package init(_ base: any HTTPTransport, record: @escaping @Sendable (RequestTrace) -> Void) {
        self.base = base
        self.record = record
    }

    package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let start = ContinuousClock.now
        do {
            let response = try await base.send(request)
            note(request, since: start, response: response, failure: nil)
            return response
        } catch {
            note(request, since: start, response: nil, failure: error)
            throw error
        }
    }

    package func shutdown() async {
        await base.shutdown()
    }

    private func note(
        _ request: HTTPRequest,
        since start: ContinuousClock.Instant,
        response: HTTPResponse?,
        failure: TransportError?
    ) {
        record(
            RequestTrace(
                method: request.method.rawValue,
                host: request.host,
                path: request.path,
                status: response?.status,
                duration: ContinuousClock.now - start,
                bytes: response?.body.count ?? 0,
                identity: request.identity,
                failure: failure?.description
            )
        )
    }
}
