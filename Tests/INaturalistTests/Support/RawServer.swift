import NIOCore
import NIOPosix
import Synchronization

/// A server on a real socket that sends the bytes it was told to: for replies that no well-behaved server
/// sends.
final class RawServer: Sendable {
    enum Reply: Sendable {
        /// Sends, and keeps the connection open.
        case bytes([UInt8])
        /// Sends, and closes.
        case bytesThenClose([UInt8])
        /// Never answers.
        case silence
    }

    private let channel: any Channel
    private let script: Script

    private init(channel: any Channel, script: Script) {
        self.channel = channel
        self.script = script
    }

    /// `http://127.0.0.1:port`
    var address: String { "http://127.0.0.1:\(channel.localAddress?.port ?? 0)" }

    /// The requests as they came, head and body.
    var requests: [String] { script.requests.withLock { $0 } }

    /// Runs a server for as long as the body. The last reply is given again and again.
    static func run<Result>(
        _ replies: [Reply],
        _ body: (RawServer) async throws -> Result
    ) async throws -> Result {
        let script = Script(replies)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ConnectionHandler(script: script))
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
        let server = RawServer(channel: channel, script: script)
        do {
            let result = try await body(server)
            try await channel.close()
            return result
        } catch {
            try? await channel.close()
            throw error
        }
    }

    /// A whole reply of HTTP/1.1 with the right length.
    static func reply(_ status: String, headers: [String] = [], body: String = "") -> Reply {
        reply(status, headers: headers, bytes: Array(body.utf8))
    }

    static func reply(_ status: String, headers: [String] = [], bytes: [UInt8]) -> Reply {
        let lines = ["HTTP/1.1 \(status)", "Content-Length: \(bytes.count)"] + headers + ["", ""]
        return .bytes(Array(lines.joined(separator: "\r\n").utf8) + bytes)
    }

    static func json(_ body: String, headers: [String] = []) -> Reply {
        reply("200 OK", headers: ["Content-Type: application/json"] + headers, body: body)
    }
}

private final class Script: Sendable {
    private let replies: Mutex<[RawServer.Reply]>
    let requests = Mutex<[String]>([])

    init(_ replies: [RawServer.Reply]) {
        self.replies = Mutex(replies)
    }

    func answer(to request: String) -> RawServer.Reply {
        requests.withLock { $0.append(request) }
        return replies.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? .silence }
    }
}

private final class ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let script: Script
    private var received: [UInt8] = []

    init(script: Script) {
        self.script = script
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += unwrapInboundIn(data).readableBytesView
        while let request = takeRequest() {
            switch script.answer(to: request) {
            case .silence: return
            case .bytes(let bytes):
                context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
            case .bytesThenClose(let bytes):
                context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
                context.close(promise: nil)
            }
        }
    }

    private func takeRequest() -> String? {
        // The greeting of TLS, which has no blank line to wait for.
        if received.first == 0x16 {
            defer { received = [] }
            return String(decoding: received, as: UTF8.self)
        }
        let text = String(decoding: received, as: UTF8.self)
        guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
        let head = text[..<end.lowerBound]
        let length =
            head.split(separator: "\r\n")
            .first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst(15).filter(\.isNumber)) } ?? 0
        let whole = text[..<end.upperBound].utf8.count + length
        guard received.count >= whole else { return nil }
        defer { received.removeFirst(whole) }
        return String(decoding: received.prefix(whole), as: UTF8.self)
    }
}
