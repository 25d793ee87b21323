/// Turns a ``JSONValue`` into bytes, without white space, as the node server does.
struct JSONWriter: ~Copyable {
    private var bytes: [UInt8]
    private let version: NodeVersion

    private init(reserving capacity: Int, version: NodeVersion) {
        bytes = []
        bytes.reserveCapacity(capacity)
        self.version = version
    }

    /// The encoded document.
    /// - Parameters:
    ///   - value: What to encode.
    ///   - version: Which form the shared parts take.
    ///   - capacity: How many bytes to expect.
    static func bytes(of value: JSONValue, for version: NodeVersion, reserving capacity: Int = 512) -> [UInt8]
    {
        var writer = JSONWriter(reserving: capacity, version: version)
        writer.write(value)
        return writer.finish()
    }

    private consuming func finish() -> [UInt8] {
        bytes
    }

    private mutating func write(_ value: JSONValue) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .boolean(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .verbatim(let digits): bytes.append(contentsOf: digits.utf8)
        case .string(let text): write(text)
        case .shared(let shared): bytes.append(contentsOf: shared.bytes(for: version))
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for index in elements.indices {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(elements[index])
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let object):
            bytes.append(UInt8(ascii: "{"))
            var isFirst = true
            for (key, value) in object.members {
                if !isFirst { bytes.append(UInt8(ascii: ",")) }
                isFirst = false
                write(key: key)
                bytes.append(UInt8(ascii: ":"))
                write(value)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// Keys are our own words, in which nothing needs escaping.
    private mutating func write(key: String) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: key.utf8)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func write(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { characters in
            // Most texts need no escaping and are copied at once.
            var isPlain = true
            for byte in characters where byte < 0x20 || byte == 0x22 || byte == 0x5C { isPlain = false }
            if isPlain {
                bytes.append(contentsOf: characters)
            } else {
                for byte in characters { writeEscaped(byte) }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func writeEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
        case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
        case 0x08: bytes.append(contentsOf: #"\b"#.utf8)
        case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
        case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
        case 0x0C: bytes.append(contentsOf: #"\f"#.utf8)
        case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
        case 0..<0x10: bytes.append(contentsOf: "\\u000\(String(byte, radix: 16))".utf8)
        case 0x10..<0x20: bytes.append(contentsOf: "\\u00\(String(byte, radix: 16))".utf8)
        default: bytes.append(byte)
        }
    }
}
