internal import SecretMemory

/// Percent encoding (RFC 3986) of what people typed.
enum PercentEncoding {
    /// For a value in a query. Commas stay as they are: the servers split lists at them, and two hundred ids
    /// would otherwise be half as long again.
    static func query(_ text: String) -> String { encoded(text, keeping: [UInt8(ascii: ",")]) }

    /// For a value in a form.
    static func form(_ text: String) -> String { encoded(text, keeping: []) }

    /// For a secret value in a form, put straight behind what is there of it already, so that no copy is left.
    static func form(_ value: Secret, into form: inout SecretBuilder) {
        value.withBytes { bytes in encode(bytes, keeping: []) { form.append($0) } }
    }

    /// The text behind percent signs; what is no such code stays.
    static func decoded(_ text: Substring) -> String {
        let source = Array(text.utf8)
        var bytes: [UInt8] = []
        var position = 0
        while position < source.count {
            if source[position] == UInt8(ascii: "%"), position + 2 < source.count,
                let byte = UInt8(
                    String(decoding: source[position + 1...position + 2], as: UTF8.self),
                    radix: 16
                )
            {
                bytes.append(byte)
                position += 3
            } else {
                bytes.append(source[position])
                position += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func encoded(_ text: String, keeping kept: [UInt8]) -> String {
        var bytes: [UInt8] = []
        encode(text.utf8, keeping: kept) { bytes.append($0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func encode(_ source: some Sequence<UInt8>, keeping kept: [UInt8], add: (UInt8) -> Void) {
        for byte in source {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                add(byte)
            case let byte where kept.contains(byte):
                add(byte)
            default:
                add(UInt8(ascii: "%"))
                add(digit(byte >> 4))
                add(digit(byte & 15))
            }
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
