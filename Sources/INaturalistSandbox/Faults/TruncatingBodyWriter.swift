import HTTPTypes
import HummingbirdCore
import NIOCore

/// Passes on the first bytes of a body, and then fails, which closes the connection.
struct TruncatingBodyWriter: ResponseBodyWriter {
    /// Thrown once the bytes are used up.
    struct Truncated: Error {}

    private var inner: any ResponseBodyWriter
    private var remaining: Int

    init(_ inner: any ResponseBodyWriter, after bytes: Int) {
        self.inner = inner
        remaining = bytes
    }

    @concurrent
    mutating func write(_ buffer: ByteBuffer) async throws {
        let part =
            buffer.getSlice(at: buffer.readerIndex, length: min(remaining, buffer.readableBytes)) ?? buffer
        try await inner.write(part)
        remaining -= part.readableBytes
        if remaining <= 0 { throw Truncated() }
    }

    @concurrent
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
        throw Truncated()
    }
}
