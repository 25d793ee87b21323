/// Reads JSON text (RFC 8259) into ``JSONNode``s.
///
/// Bytes that are not UTF-8 are not refused here: they become replacement characters when a string is asked
/// for.
struct JSONParser {
    /// Deeper than any reply, and shallow enough for any stack.
    private static let depthLimit = 200

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth = 0
    private var nodes: [JSONNode] = []

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        nodes.reserveCapacity(bytes.count / 12)
    }

    /// The nodes of a text, nil when it is not one whole JSON value.
    static func nodes(of bytes: [UInt8]) -> [JSONNode]? {
        guard bytes.count < Int(UInt32.max) else { return nil }
        return bytes.withUnsafeBufferPointer { buffer in
            var parser = JSONParser(buffer)
            parser.skipByteOrderMark()
            guard parser.value() else { return nil }
            parser.skipBlanks()
            return parser.position == buffer.count ? parser.nodes : nil
        }
    }

    private mutating func skipByteOrderMark() {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
    }

    private mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func value() -> Bool {
        skipBlanks()
        guard position < bytes.count else { return false }
        switch bytes[position] {
        case UInt8(ascii: "{"): return container(.object, closing: UInt8(ascii: "}"))
        case UInt8(ascii: "["): return container(.array, closing: UInt8(ascii: "]"))
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "n"): return word("null", .null)
        case UInt8(ascii: "t"): return word("true", .true)
        case UInt8(ascii: "f"): return word("false", .false)
        default: return number()
        }
    }

    private mutating func container(_ kind: JSONNode.Kind, closing: UInt8) -> Bool {
        depth += 1
        guard depth <= Self.depthLimit else { return false }
        let index = nodes.count
        nodes.append(JSONNode(kind: kind, start: UInt32(position), end: 0, next: 0))
        position += 1
        skipBlanks()
        if position < bytes.count, bytes[position] == closing {
            return close(index)
        }
        while true {
            if kind == .object {
                skipBlanks()
                guard position < bytes.count, bytes[position] == UInt8(ascii: "\""), string() else {
                    return false
                }
                skipBlanks()
                guard take(UInt8(ascii: ":")) else { return false }
            }
            guard value() else { return false }
            skipBlanks()
            guard position < bytes.count else { return false }
            if bytes[position] == closing { return close(index) }
            guard take(UInt8(ascii: ",")) else { return false }
        }
    }

    private mutating func close(_ index: Int) -> Bool {
        position += 1
        depth -= 1
        nodes[index].end = UInt32(position)
        nodes[index].next = UInt32(nodes.count)
        return true
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func string() -> Bool {
        position += 1
        let start = position
        var kind = JSONNode.Kind.string
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                append(kind, start, position)
                position += 1
                return true
            case UInt8(ascii: "\\"):
                kind = .escapedString
                position += 2
            default:
                position += 1
            }
        }
        return false
    }

    private mutating func word(_ text: StaticString, _ kind: JSONNode.Kind) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        for offset in 0..<count where bytes[position + offset] != text.utf8Start[offset] { return false }
        append(kind, position, position + count)
        position += count
        return true
    }

    private mutating func number() -> Bool {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        let digits = position
        guard skipDigits() else { return false }
        if bytes[digits] == UInt8(ascii: "0"), position - digits > 1 { return false }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            guard skipDigits() else { return false }
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < bytes.count,
                bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
            {
                position += 1
            }
            guard skipDigits() else { return false }
        }
        append(.number, start, position)
        return true
    }

    private mutating func skipDigits() -> Bool {
        let start = position
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
        return position > start
    }

    private mutating func append(_ kind: JSONNode.Kind, _ start: Int, _ end: Int) {
        nodes.append(
            JSONNode(kind: kind, start: UInt32(start), end: UInt32(end), next: UInt32(nodes.count + 1))
        )
    }
}
