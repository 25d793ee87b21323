internal import NIOCore
internal import NIOHTTP1

/// One connection of a ``RedirectListener``: one request, one reply, closed. Whoever is slow, sends too much or sends no
/// HTTP is cut off.
final class RedirectHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let exchange: RedirectExchange
    private var head: HTTPRequestHead?
    private var hasAnswered = false
    private var deadline: Scheduled<Void>?

    private init(exchange: RedirectExchange) {
        self.exchange = exchange
    }

    /// Sets a connection up.
    static func add(to channel: any Channel, of exchange: RedirectExchange) throws {
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(ByteLimit())
        try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: false, withErrorHandling: false)
        try pipeline.addHandler(RedirectHandler(exchange: exchange))
        exchange.add(channel)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let channel = context.channel
        deadline = context.eventLoop.scheduleTask(in: TimeAmount(exchange.patience)) {
            channel.close(promise: nil)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        deadline?.cancel()
        exchange.remove(context.channel)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = self.head ?? head
        case .body: break
        case .end:
            guard let head, !hasAnswered else { return }
            hasAnswered = true
            answer(head, context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func answer(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let channel = context.channel
        let answer = exchange.answer(to: request, on: channel)
        let body = Array(answer.page.html.utf8)
        var fields = HTTPHeaders(RedirectPage.fields)
        fields.add(name: "Content-Length", value: String(body.count))
        if answer.page.status == .methodNotAllowed { fields.add(name: "Allow", value: "GET") }
        let head = HTTPResponseHead(version: .http1_1, status: answer.page.status, headers: fields)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if request.method != .HEAD {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
        }
        let sent = channel.eventLoop.makePromise(of: Void.self)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
        let finish = answer.finish
        sent.futureResult.whenComplete { _ in
            channel.close().whenComplete { _ in finish?() }
        }
    }
}

/// Closes a connection that sends more than any redirect has.
private final class ByteLimit: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private var bytesLeft = 16_384

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bytesLeft -= unwrapInboundIn(data).readableBytes
        if bytesLeft < 0 {
            context.close(promise: nil)
        } else {
            context.fireChannelRead(data)
        }
    }
}
