package import SecretMemory

/// A secret that a test looks for in memory. It is kept masked, so that the search does not find what it looks for
/// in its own hands.
package struct Needle: Sendable {
    private static let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789".utf8)
    private static let mask: UInt8 = 0xA5

    /// The bytes, each with the mask on it.
    package let masked: [UInt8]

    /// A made-up secret of letters and digits, which stand in a form as they are.
    package init(length: Int) {
        masked = (0..<length).map { _ in (Self.letters.randomElement() ?? 0) ^ Self.mask }
    }

    /// A secret that another process has masked.
    package init(masked: [UInt8]) {
        self.masked = masked
    }

    /// A text as a needle; its own copy stays in memory, so it is for another process to look for.
    package init(_ text: String) {
        masked = text.utf8.map { $0 ^ Self.mask }
    }

    /// How many bytes it has.
    package var count: Int { masked.count }

    /// The secret itself, one byte at a time.
    package func byte(_ index: Int) -> UInt8 { masked[index] ^ Self.mask }

    /// The secret itself, written straight into memory that is overwritten.
    package var secret: SecretBytes {
        unsafe SecretBytes(capacity: count) { memory in
            for index in 0..<count { unsafe memory[index] = byte(index) }
            return count
        }
    }
}
