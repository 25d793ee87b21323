internal import Glibc

/// Bytes of a secret, overwritten when nobody needs them any more.
///
/// Swift's own strings leave what they held in freed memory; a core dump or a debugger finds it there.
@safe
package final class SecretBytes: Sendable {
    private nonisolated(unsafe) let buffer: UnsafeMutableRawBufferPointer

    /// Copies bytes; the caller's own copy is the caller's to overwrite.
    package init(_ bytes: some Collection<UInt8>) {
        unsafe buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        unsafe buffer.copyBytes(from: bytes)
    }

    deinit {
        if let start = unsafe buffer.baseAddress { unsafe explicit_bzero(start, buffer.count) }
        unsafe buffer.deallocate()
    }

    /// How many bytes there are.
    package var count: Int { unsafe buffer.count }

    /// Lends the bytes; a copy made of them is the caller's to overwrite.
    package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        unsafe try body(UnsafeRawBufferPointer(buffer))
    }
}
