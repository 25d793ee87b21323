/// Something that goes wrong again and again: with every so many-th request to some path.
///
/// It counts requests, not time and not chance, so that the same requests meet the same faults on every run.
package struct RepeatedFault: Sendable {
    /// What happens, in turn.
    package var actions: [SandboxFault.Action]

    /// How many requests there are from one fault to the next; 1 means each.
    package var interval: Int

    /// The requests meant: those whose path begins with this.
    package var pathPrefix: String

    private var arrivals = 0

    /// - Parameters:
    ///   - faults: What happens, in turn.
    ///   - interval: How many requests there are from one fault to the next, at least 1.
    ///   - pathPrefix: The requests meant: those whose path begins with this.
    package init(_ faults: [SandboxFault], every interval: Int, on pathPrefix: String = "/") {
        actions = faults.map(\.action)
        self.interval = max(1, interval)
        self.pathPrefix = pathPrefix
    }

    /// Counts a request.
    /// - Returns: What happens to it, or nil for nothing.
    mutating func next(for path: String) -> SandboxFault.Action? {
        guard !actions.isEmpty, path.hasPrefix(pathPrefix) else { return nil }
        arrivals += 1
        guard arrivals.isMultiple(of: interval) else { return nil }
        return actions[(arrivals / interval - 1) % actions.count]
    }
}

extension RepeatedFault {
    /// How many bytes of a body come before the connection breaks off.
    private static let truncatedLength = 700

    /// 429 by the machine in front, as HTML and without `Retry-After` (API reference 7.1).
    package static func throttling(every interval: Int) -> [RepeatedFault] {
        [RepeatedFault([.throttled], every: interval, on: nodePrefix)]
    }

    /// Connections that are closed without a reply.
    package static func dropping(every interval: Int) -> [RepeatedFault] {
        [RepeatedFault([SandboxFault(.droppedConnection)], every: interval, on: nodePrefix)]
    }

    /// Replies of which only the head and the first bytes come.
    package static func truncating(every interval: Int) -> [RepeatedFault] {
        let fault = SandboxFault(.truncatedBody(afterBytes: truncatedLength))
        return [RepeatedFault([fault], every: interval, on: nodePrefix)]
    }

    /// 500 of the search engine and 503 of the machine in front, in turn.
    package static func failing(every interval: Int) -> [RepeatedFault] {
        let overloaded = SandboxFault.reply(
            status: 503,
            contentType: "text/html",
            body: "<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>"
        )
        return [
            RepeatedFault([.searchFailureV1, overloaded], every: interval, on: "/v1"),
            RepeatedFault([.searchFailureV2, overloaded], every: interval, on: "/v2"),
        ]
    }

    /// The node server's paths, of both versions: nothing happens to who signs in.
    private static let nodePrefix = "/v"
}
