/// Puts a secret together piece by piece. What it outgrows and what it held is overwritten.
package struct SecretBuilder: Sendable {
    private var memory: OverwrittenMemory
    /// How many bytes there are so far.
    package private(set) var count = 0

    /// - Parameter capacity: for how many bytes there is room before it has to move.
    package init(capacity: Int = 32) {
        memory = OverwrittenMemory(capacity: max(1, capacity))
    }

    /// Adds a byte.
    package mutating func append(_ byte: UInt8) {
        makeRoom(for: 1)
        unsafe memory.bytes[count] = byte
        count += 1
    }

    /// Adds bytes; the caller's own copy is the caller's to overwrite.
    package mutating func append(_ bytes: some Collection<UInt8>) {
        makeRoom(for: bytes.count)
        unsafe SecretBytes.copy(bytes, to: UnsafeMutableRawBufferPointer(rebasing: memory.bytes[count...]))
        count += bytes.count
    }

    /// Adds the bytes of another secret.
    package mutating func append(_ secret: SecretBytes) {
        unsafe secret.withBytes { unsafe append($0) }
    }

    /// Adds a scalar in UTF-8.
    package mutating func append(_ scalar: Unicode.Scalar) {
        append(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    /// What was put together so far.
    package var secret: SecretBytes {
        unsafe SecretBytes(capacity: count) { copy in
            unsafe SecretBytes.copy(memory.bytes[..<count], to: copy)
            return count
        }
    }

    private mutating func makeRoom(for addition: Int) {
        let needed = count + addition
        let capacity = unsafe memory.bytes.count
        guard needed > capacity || !isKnownUniquelyReferenced(&memory) else { return }
        let larger = OverwrittenMemory(capacity: needed > capacity ? max(needed, 2 * capacity) : capacity)
        unsafe SecretBytes.copy(memory.bytes[..<count], to: larger.bytes)
        memory = larger
    }
}

/// Memory that is overwritten when its last owner lets it go. Only a sole owner writes to it.
@safe
private final class OverwrittenMemory: Sendable {
    nonisolated(unsafe) let bytes: UnsafeMutableRawBufferPointer

    init(capacity: Int) {
        unsafe bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 1)
    }

    deinit {
        unsafe SecretBytes.overwrite(bytes)
        unsafe bytes.deallocate()
    }
}
