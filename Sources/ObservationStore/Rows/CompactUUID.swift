/// A UUID as its 16 bytes, when its text is the usual one; else as the text.
enum CompactUUID {
    static func cell(_ text: String?) -> Cell {
        guard let text else { return .missing }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        var high: UInt8?
        for (index, character) in text.utf8.enumerated() {
            if dashes.contains(index) {
                guard character == UInt8(ascii: "-") else { return .words(text) }
                continue
            }
            let digit: UInt8
            switch character {
            case 48...57: digit = character - 48
            case 97...102: digit = character - 87
            default: return .words(text)
            }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        return bytes.count == 16 && high == nil ? .bytes(bytes) : .words(text)
    }

    static func text(_ cell: Cell) -> String? {
        guard case .bytes(let bytes) = cell else { return cell.words }
        var text: [UInt8] = []
        for byte in bytes {
            if dashes.contains(text.count) { text.append(UInt8(ascii: "-")) }
            text.append(digit(byte >> 4))
            text.append(digit(byte & 15))
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let dashes: Set<Int> = [8, 13, 18, 23]

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
}
