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
            unsafe memory.copyBytes(from: bytes)
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
                unsafe UnsafeMutableRawBufferPointer(rebasing: memory[place...]).copyBytes(from: part)
                unsafe place += part.count
            }
            unsafe withBytes { unsafe add($0[..<range.lowerBound]) }
            unsafe addition.withBytes { unsafe add($0[...]) }
            unsafe withBytes { unsafe add($0[range.upperBound...]) }
            return place
        }
    }

    /// Overwrites memory in a way that no optimiser takes for useless.
    package static func overwrite(_ memory: UnsafeMutableRawBufferPointer) {
        if let start = memory.baseAddress { unsafe explicit_bzero(start, memory.count) }
    }
}
