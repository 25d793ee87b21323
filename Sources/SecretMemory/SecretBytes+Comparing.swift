extension SecretBytes: Hashable {
    /// Compares in constant time: how long it takes depends on the counts alone, never on the first difference, so
    /// that nobody finds a secret out byte by byte with a clock.
    package static func == (one: SecretBytes, other: SecretBytes) -> Bool {
        guard one.count == other.count else { return false }
        return unsafe one.withBytes { ones in
            unsafe other.withBytes { others in unsafe difference(ones, others) == 0 }
        }
    }

    /// Apart, so that no call of it is worked out by what is known of its arguments.
    @inline(never)
    private static func difference(_ ones: UnsafeRawBufferPointer, _ others: UnsafeRawBufferPointer) -> UInt8
    {
        var difference: UInt8 = 0
        for index in 0..<ones.count { unsafe difference |= ones[index] ^ others[index] }
        return difference
    }

    /// Only the count goes in: no byte passes through a hasher's state. Few secrets are ever keys of one table, and
    /// `==` tells those of one length apart.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(count)
    }
}

extension SecretBytes: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always the same mark.
    package var description: String { "‹secret›" }

    /// Always the same mark.
    package var debugDescription: String { description }

    /// A mirror without children, so that `dump` and reflection find neither bytes nor count.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
