import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// Answers each request: notes it, lets scripted faults have it first, and adds the `Date`.
///
/// Hummingbird's own `Application` keeps the date in a cache that wakes up each second. This reads the clock for each
/// reply instead, so that a server nobody talks to sleeps.
struct SandboxResponder: Sendable {
    let state: SandboxState
    let latency: Duration
    let router: RouterResponder<Routes.Context>
    let logger: Logger

    /// Thrown to make Hummingbird close the connection.
    private struct ConnectionDropped: Error {}

    @concurrent
    func respond(to request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel) async throws
    {
        let call = Call(head: request)
        state.note(call, as: kind(of: call))
        if latency > .zero { try await channel.eventLoop.pause(latency) }
        switch state.nextFault(for: call.path) {
        case nil:
            try await write(await ordinary(request, call, channel), writer)
        case .delay(let duration):
            try await channel.eventLoop.pause(duration)
            try await write(await ordinary(request, call, channel), writer)
        case .held(let gate):
            await gate.pass()
            try await write(await ordinary(request, call, channel), writer)
        case .reply(let status, let headers, let body):
            try await write(Reply(status: status, headers: headers, body: body).response, writer)
        case .droppedConnection:
            throw ConnectionDropped()
        case .truncatedBody(let length):
            try await truncate(await ordinary(request, call, channel), after: length, writer)
        case .endlessBody:
            try await pour(length: nil, writer)
        case .oversizedBody(let bytes):
            try await pour(length: bytes, writer)
        }
    }

    @concurrent
    private func ordinary(_ request: Request, _ call: Call, _ channel: any Channel) async -> Response {
        let context = Routes.Context(
            source: ApplicationRequestContextSource(channel: channel, logger: logger)
        )
        guard let response = try? await router.respond(to: request, context: context) else {
            return Reply(status: 500).response
        }
        // Every endpoint's own 404 has a body; the router's has none.
        let isUnrouted = response.status == .notFound && response.headers[.contentType] == nil
        return isUnrouted ? Routes.notFound(call).response : response
    }

    @concurrent
    private func write(_ response: consuming Response, _ writer: consuming ResponseWriter) async throws {
        var response = response
        response.headers[.date] = state.now.httpDate
        try await writer.write(response: response.head, body: response.body)
    }

    /// Promises the whole body, sends a part of it, and hangs up.
    @concurrent
    private func truncate(
        _ response: Response,
        after length: Int,
        _ writer: consuming ResponseWriter
    ) async throws {
        var head = response.head
        head.headerFields[.date] = state.now.httpDate
        let body = TruncatingBodyWriter(try await writer.writeHead(head), after: length)
        try await response.body.write(body)
    }

    /// Sends spaces that say they are JSON: so many, or until somebody hangs up.
    @concurrent
    private func pour(length: Int?, _ writer: consuming ResponseWriter) async throws {
        var fields: HTTPFields = [
            .contentType: "application/json; charset=utf-8", .date: state.now.httpDate,
        ]
        if let length { fields[.contentLength] = String(length) }
        var body = try await writer.writeHead(HTTPResponse(status: .ok, headerFields: fields))
        let chunk = ByteBuffer(repeating: UInt8(ascii: " "), count: 1 << 16)
        var remaining = length ?? .max
        while remaining > 0 {
            try Task.checkCancellation()
            let size = min(remaining, chunk.readableBytes)
            try await body.write(chunk.getSlice(at: 0, length: size) ?? chunk)
            if length != nil { remaining -= size }
        }
        try await body.finish(nil)
    }

    private func kind(of call: Call) -> SandboxRequest.Authorization {
        guard call.authorization != nil, let word = call.lastAuthorizationWord else { return .none }
        if state.token(String(word)) != nil { return .oauth }
        return JSONWebToken(verifying: word, now: state.now) == nil ? .invalid : .jwt
    }
}
