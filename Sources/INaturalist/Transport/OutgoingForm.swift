internal import AsyncHTTPClient
internal import NIOCore
internal import SecretMemory
internal import Synchronization

/// A form with a secret in it on its way through the HTTP client, overwritten when the exchange has ended.
///
/// The client's request holds it for as long as the reply's delegate lives, and the connection's queue holds the
/// buffer for as long as it likes: so both get it from here, and nothing of it is left here, or there, afterwards.
final class OutgoingForm: Sendable {
    private enum State {
        case waiting(SecretBytes)
        case sent(ByteBuffer)
        case overwritten
    }

    private let count: Int
    private let state: Mutex<State>

    init(_ form: SecretBytes) {
        count = form.count
        state = Mutex(.waiting(form))
    }

    /// The body for the client's request, which asks for its bytes when the connection is there.
    var body: HTTPClient.Body {
        .stream(contentLength: Int64(count)) { [self] writer in
            writer.write(.byteBuffer(buffer() ?? ByteBuffer()))
        }
    }

    private func buffer() -> ByteBuffer? {
        state.withLock { state in
            guard case .waiting(let form) = state else { return nil }
            // Room for all of it at once: a buffer that grows leaves what it outgrew.
            var buffer = ByteBufferAllocator().buffer(capacity: form.count)
            form.withBytes { bytes in
                _ = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: bytes.count) { memory in
                    SecretBytes.copy(bytes, to: memory)
                    return bytes.count
                }
            }
            state = .sent(buffer)
            return buffer
        }
    }

    /// Overwrites the form. Called when the exchange has ended, in whatever way.
    func overwrite() {
        state.withLock { state in
            if case .sent(let buffer) = state {
                // Past the buffer's copy-on-write, on purpose: whoever still shares the memory shall find nothing
                // in it, instead of keeping the form while a fresh copy is overwritten.
                buffer.withVeryUnsafeBytes {
                    SecretBytes.overwrite(UnsafeMutableRawBufferPointer(mutating: $0))
                }
            }
            state = .overwritten
        }
    }
}
