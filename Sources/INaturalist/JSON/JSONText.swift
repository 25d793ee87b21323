/// The escapes inside a JSON string.
enum JSONText {
    /// A string's text without its escapes. Half a surrogate pair, and a backslash that escapes nothing,
    /// become the replacement character: a reply with one is still read.
    static func unescaped(_ source: ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var position = source.startIndex
        while position < source.endIndex {
            guard source[position] == UInt8(ascii: "\\"), position + 1 < source.endIndex else {
                bytes.append(source[position])
                position += 1
                continue
            }
            let escape = source[position + 1]
            position += 2
            switch escape {
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "b"): bytes.append(0x08)
            case UInt8(ascii: "f"): bytes.append(0x0C)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(escape)
            case UInt8(ascii: "u"): bytes.append(contentsOf: scalar(in: source, at: &position))
            default: bytes.append(contentsOf: replacement)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let replacement = Array("\u{FFFD}".utf8)

    private static func scalar(in source: ArraySlice<UInt8>, at position: inout Int) -> [UInt8] {
        guard let first = unit(in: source, at: position) else { return replacement }
        position += 4
        if let scalar = Unicode.Scalar(first) { return Array(String(Character(scalar)).utf8) }
        guard
            first < 0xDC00,
            position + 1 < source.endIndex,
            source[position] == UInt8(ascii: "\\"), source[position + 1] == UInt8(ascii: "u"),
            let second = unit(in: source, at: position + 2), 0xDC00...0xDFFF ~= second
        else { return replacement }
        position += 6
        let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        return Unicode.Scalar(value).map { Array(String(Character($0)).utf8) } ?? replacement
    }

    private static func unit(in source: ArraySlice<UInt8>, at position: Int) -> UInt16? {
        guard position + 4 <= source.endIndex else { return nil }
        let digits = source[position..<position + 4]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
