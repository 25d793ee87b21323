internal import CSecretMemory

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Bytes of a secret, overwritten when nobody needs them any more.
///
/// Swift's own strings leave what they held in freed memory; a core dump or a debugger finds it there. These never
/// change: a changed secret is another object, and the old one is overwritten when its last owner lets it go.
/// ``SecretBuilder`` puts one together from parts.
@safe
package final class SecretBytes: Sendable {
    /// Nothing.
    package static let empty = SecretBytes([])

    /// How many bytes there are.
    package let count: Int
    private nonisolated(unsafe) let memory: UnsafeMutableRawBufferPointer

    /// Gives uninitialised memory to whoever produces the secret, so that no other copy of it comes about.
    ///
    /// - Parameters:
    ///   - capacity: how many bytes there may be.
    ///   - fill: writes the secret at the start of the memory and returns how many bytes it has. What it wrote
    ///     beyond them is overwritten as well, also when it throws.
    package init<Failure: Error>(
        capacity: Int,
        filledBy fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
    ) throws(Failure) {
        unsafe memory = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 1)
        do {
            let filled = unsafe try fill(memory)
            let room = unsafe memory.count
            precondition(0...room ~= filled, "more bytes than there is room for")
            count = filled
        } catch {
            unsafe Self.overwrite(memory)
            unsafe memory.deallocate()
            throw error
        }
    }

    /// Copies bytes; the caller's own copy is the caller's to overwrite.
    package convenience init(_ bytes: some Collection<UInt8>) {
        unsafe self.init(capacity: bytes.count) { memory in
            unsafe Self.copy(bytes, to: memory)
            return bytes.count
        }
    }

    deinit {
        unsafe Self.overwrite(memory)
        unsafe memory.deallocate()
    }

    /// Whether there are no bytes at all.
    package var isEmpty: Bool { count == 0 }

    /// Lends the bytes; a copy made of them is the caller's to overwrite.
    package func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        unsafe try body(UnsafeRawBufferPointer(rebasing: memory[..<count]))
    }

    /// Another secret, with these bytes in place of some.
    ///
    /// - Parameters:
    ///   - range: what is left out, counted in bytes; an empty one inserts.
    ///   - addition: what stands there instead.
    package func replacing(_ range: Range<Int>, with addition: SecretBytes = .empty) -> SecretBytes {
        unsafe SecretBytes(capacity: count - range.count + addition.count) { memory in
            var place = 0
            func add(_ part: Slice<UnsafeRawBufferPointer>) {
                unsafe Self.copy(part, to: UnsafeMutableRawBufferPointer(rebasing: memory[place...]))
                unsafe place += part.count
            }
            unsafe withBytes { unsafe add($0[..<range.lowerBound]) }
            unsafe addition.withBytes { unsafe add($0[...]) }
            unsafe withBytes { unsafe add($0[range.upperBound...]) }
            return place
        }
    }

    /// Copies a secret without leaving it in the processor's wide registers, whose content finds its way into memory:
    /// see `secret_memory_copy`.
    ///
    /// - Parameters:
    ///   - bytes: the secret, or a part of it.
    ///   - destination: room for it. It may overlap the source when it begins before it.
    package static func copy(_ bytes: some Collection<UInt8>, to destination: UnsafeMutableRawBufferPointer) {
        precondition(bytes.count <= destination.count, "more bytes than there is room for")
        let isCopied: Void? = bytes.withContiguousStorageIfAvailable { source in
            unsafe secret_memory_copy(destination.baseAddress, source.baseAddress, source.count)
        }
        guard isCopied == nil else { return }
        for (index, byte) in bytes.enumerated() {
            unsafe withUnsafeBytes(of: byte) { source in
                unsafe secret_memory_copy(destination.baseAddress?.advanced(by: index), source.baseAddress, 1)
            }
        }
    }

    /// Overwrites memory in a way that no optimiser takes for useless.
    package static func overwrite(_ memory: UnsafeMutableRawBufferPointer) {
        if let start = memory.baseAddress { unsafe explicit_bzero(start, memory.count) }
    }
}
