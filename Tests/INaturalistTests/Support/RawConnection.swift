import NIOCore
import NIOPosix

/// One connection to a port of 127.0.0.1 that sends the bytes it is told to, and collects what comes back.
final class RawConnection: Sendable {
    private let channel: any Channel
    private let received: EventLoopFuture<String>

    private init(channel: any Channel, received: EventLoopFuture<String>) {
        self.channel = channel
        self.received = received
    }

    /// - Throws: when nothing listens there.
    static func open(to port: Int) async throws -> RawConnection {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let promise = loop.makePromise(of: String.self)
        do {
            let channel = try await ClientBootstrap(group: loop)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(Collector(promise: promise))
                    }
                }
                .connect(to: SocketAddress(ipAddress: "127.0.0.1", port: port)).get()
            return RawConnection(channel: channel, received: promise.futureResult)
        } catch {
            promise.fail(error)
            throw error
        }
    }

    /// Sends a whole request, and returns all that came until the other side closed.
    static func exchange(_ text: String, with port: Int) async throws -> String {
        let connection = try await open(to: port)
        await connection.send(text)
        return try await connection.untilClosed()
    }

    func send(_ text: String) async { await send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) async {
        // The other side may have closed already.
        try? await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
    }

    func untilClosed() async throws -> String { try await received.get() }

    func close() async { try? await channel.close() }
}

private final class Collector: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let promise: EventLoopPromise<String>
    private var bytes: [UInt8] = []

    init(promise: EventLoopPromise<String>) {
        self.promise = promise
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bytes += unwrapInboundIn(data).readableBytesView
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelInactive(context: ChannelHandlerContext) {
        promise.succeed(String(decoding: bytes, as: UTF8.self))
    }
}
