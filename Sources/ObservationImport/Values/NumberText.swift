/// Numbers out of bytes, without a string between.
enum NumberText {
    /// A whole number; nil when it is none, or larger than any id.
    static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var position = 0
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { position = 1 }
        guard position < bytes.count, bytes.count <= 18 else { return nil }
        var value = 0
        while position < bytes.count {
            let digit = bytes[position] &- 48
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
            position += 1
        }
        return isNegative ? -value : value
    }

    /// A number with a point, or with a comma where the table's fields are separated by something else; nil when it is
    /// none or not finite.
    ///
    /// Up to 2^53 and 22 decimals, one division of two exact numbers rounds once, as it has to (W. D. Clinger, “How to
    /// Read Floating Point Numbers Accurately”, 1990); anything else goes through the standard library.
    static func double(_ bytes: UnsafeBufferPointer<UInt8>, decimalComma: Bool) -> Double? {
        var position = 0
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { position = 1 }
        var mantissa: UInt64 = 0
        var decimals = 0
        var digits = 0
        var isAfterPoint = false
        while position < bytes.count {
            let byte = bytes[position]
            let digit = byte &- 48
            if digit < 10 {
                digits += 1
                guard digits <= 18 else { return slow(bytes, decimalComma) }
                mantissa = mantissa * 10 + UInt64(digit)
                if isAfterPoint { decimals += 1 }
            } else if byte == UInt8(ascii: ".") || (decimalComma && byte == UInt8(ascii: ",")), !isAfterPoint
            {
                isAfterPoint = true
            } else {
                return slow(bytes, decimalComma)
            }
            position += 1
        }
        guard digits > 0 else { return nil }
        guard mantissa <= 1 << 53 else { return slow(bytes, decimalComma) }
        let value = Double(mantissa) / powers[decimals]
        return isNegative ? -value : value
    }

    private static func slow(_ bytes: UnsafeBufferPointer<UInt8>, _ decimalComma: Bool) -> Double? {
        guard bytes.count <= 400 else { return nil }
        var text = String(decoding: bytes, as: UTF8.self)
        if decimalComma { text = String(text.map { $0 == "," ? "." : $0 }) }
        // “nan”, “inf” and hexadecimal are numbers to Swift, and none of an export.
        guard text.utf8.allSatisfy({ 48...57 ~= $0 || [43, 45, 46, 69, 101].contains($0) }) else {
            return nil
        }
        return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
        1e18,
    ]
}
