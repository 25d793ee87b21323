/// UUIDs as the servers write them: small letters, version 4.
enum UUIDText {
    /// A UUID drawn from a generator.
    static func random(using generator: inout SplitMix64) -> String {
        text(high: generator.next(), low: generator.next())
    }

    /// A UUID of 128 bits, six of which are set to version and variant (RFC 9562, 5.4).
    static func text(high: UInt64, low: UInt64) -> String {
        let versioned = (high & ~0xF000) | 0x4000
        let varianted = (low & ~(3 << 62)) | (2 << 62)
        let digits = hex(versioned) + hex(varianted)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(digit)
        }
        return text
    }

    /// Whether a text has a UUID's form.
    static func isValid(_ text: some StringProtocol) -> Bool {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.utf8.count) == [8, 4, 4, 4, 12]
            && groups.allSatisfy { $0.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit } }
    }

    private static func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
