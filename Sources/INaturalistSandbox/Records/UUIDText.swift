/// UUIDs as the servers write them: small letters, version 4.
enum UUIDText {
    /// A UUID drawn from a generator.
    static func random(using generator: inout SplitMix64) -> String {
        text(high: generator.next(), low: generator.next())
    }

    /// A UUID of 128 bits, six of which are set to version and variant (RFC 9562, 5.4).
    static func text(high: UInt64, low: UInt64) -> String {
        let halves = [(high & ~0xF000) | 0x4000, (low & ~(3 << 62)) | (2 << 62)]
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for half in halves {
            for shift in stride(from: 60, through: 0, by: -4) {
                if hyphens.contains(text.count) { text.append(UInt8(ascii: "-")) }
                text.append(digits[Int(truncatingIfNeeded: half >> UInt64(shift)) & 15])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)

    /// Where the hyphens stand.
    private static let hyphens = [8, 13, 18, 23]

    /// The first 64 bits of a UUID, or 0 when the text is none.
    static func upperHalf(of text: String) -> UInt64 {
        var number: UInt64 = 0
        for byte in text.utf8.prefix(18) where byte != UInt8(ascii: "-") {
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: return 0
            }
            number = number << 4 | UInt64(digit)
        }
        return number
    }

    /// Whether a text has a UUID's form.
    static func isValid(_ text: some StringProtocol) -> Bool {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.utf8.count) == [8, 4, 4, 4, 12]
            && groups.allSatisfy { $0.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit } }
    }
}
