/// A UUID as its 16 bytes, when its text is the usual one; else as the text.
enum CompactUUID {
    static func cell(_ text: String?) -> Cell {
        guard var text else { return .missing }
        return text.withUTF8(bytes).map(Cell.bytes) ?? .words(text)
    }

    private static func bytes(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.count == 36 else { return nil }
        var isUsual = true
        let bytes = [UInt8](unsafeUninitializedCapacity: 16) { bytes, count in
            var position = 0
            while count < 16 {
                if isDash(position) {
                    isUsual = isUsual && text[position] == UInt8(ascii: "-")
                    position += 1
                }
                let (high, low) = (value(text[position]), value(text[position + 1]))
                isUsual = isUsual && high < 16 && low < 16
                bytes[count] = high << 4 | low & 15
                count += 1
                position += 2
            }
        }
        return isUsual ? bytes : nil
    }

    private static func isDash(_ position: Int) -> Bool {
        position == 8 || position == 13 || position == 18 || position == 23
    }

    /// The value of a small hexadecimal digit; 255 for anything else.
    private static func value(_ character: UInt8) -> UInt8 {
        switch character {
        case 48...57: character - 48
        case 97...102: character - 87
        default: 255
        }
    }

    static func text(_ cell: Cell) -> String? {
        guard case .bytes(let bytes) = cell else { return cell.words }
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for byte in bytes {
            if isDash(text.count) { text.append(UInt8(ascii: "-")) }
            text.append(digit(byte >> 4))
            text.append(digit(byte & 15))
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
}
