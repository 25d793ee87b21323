/// Days and moments in the forms of the export, as those of the API.
enum DateText {
    /// `2024-05-17` as it is, and also from `2024/05/17`; nil when it is no day.
    static func day(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard bytes.count == 10, isDay(bytes) else { return nil }
        return String(unsafeUninitializedCapacity: 10) { text in
            copyDay(bytes, to: text)
            return 10
        }
    }

    /// ISO 8601 from what Ruby writes, `2024-05-17 14:05:00 -0500` and `2024-05-17 19:05:00 UTC`, and from ISO 8601
    /// itself; nil when it is no moment. Without a zone there is none in what comes back either.
    static func moment(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        if bytes.count == 10 { return day(bytes) }
        guard
            bytes.count >= 16, isDay(bytes),
            bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"),
            let hour = number(bytes, 11), hour < 24, bytes[13] == colon,
            let minute = number(bytes, 14), minute < 60
        else { return nil }
        var position = 16
        if position < bytes.count, bytes[position] == colon {
            guard bytes.count >= 19, let second = number(bytes, 17), second <= 60 else { return nil }
            position = 19
            if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
                position += 1
                let digits = position
                while position < bytes.count, bytes[position] &- 48 < 10 { position += 1 }
                guard position > digits, position - digits <= 9 else { return nil }
            }
        }
        guard let zone = zone(bytes, position) else { return nil }
        return String(unsafeUninitializedCapacity: 48) { text in
            copyDay(bytes, to: text)
            text[10] = UInt8(ascii: "T")
            var count = 11
            for index in 11..<position {
                text[count] = bytes[index]
                count += 1
            }
            if position == 16 {
                for byte in [colon, 48, 48] {
                    text[count] = byte
                    count += 1
                }
            }
            switch zone {
            case .none: break
            case .universal:
                text[count] = UInt8(ascii: "Z")
                count += 1
            case .offset(let sign, let hours, let minutes):
                for byte in [
                    sign, 48 + hours / 10, 48 + hours % 10, colon, 48 + minutes / 10, 48 + minutes % 10,
                ] {
                    text[count] = byte
                    count += 1
                }
            }
            return count
        }
    }

    private enum Zone {
        case none
        case universal
        case offset(sign: UInt8, hours: UInt8, minutes: UInt8)
    }

    private static let dash = UInt8(ascii: "-")
    private static let colon = UInt8(ascii: ":")

    private static func zone(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Zone? {
        var position = start
        if position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
        let count = bytes.count - position
        guard count > 0 else { return position == start ? Zone.none : nil }
        let first = bytes[position]
        if count == 1 { return first == UInt8(ascii: "Z") ? .universal : nil }
        if count == 3, first == UInt8(ascii: "U"), bytes[position + 1] == UInt8(ascii: "T"),
            bytes[position + 2] == UInt8(ascii: "C")
        {
            return .universal
        }
        guard first == dash || first == UInt8(ascii: "+"), count == 5 || count == 6 else { return nil }
        if count == 6, bytes[position + 3] != colon { return nil }
        guard
            let hours = number(bytes, position + 1), let minutes = number(bytes, position + count - 2),
            hours < 15, minutes < 60
        else { return nil }
        return .offset(sign: first, hours: hours, minutes: minutes)
    }

    /// Whether the first ten bytes are a day.
    private static func isDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard
            bytes[4] == dash || bytes[4] == UInt8(ascii: "/"), bytes[7] == bytes[4],
            number(bytes, 0) != nil, number(bytes, 2) != nil,
            let month = number(bytes, 5), 1...12 ~= month, let day = number(bytes, 8), 1...31 ~= day
        else { return false }
        return true
    }

    private static func copyDay(
        _ bytes: UnsafeBufferPointer<UInt8>,
        to text: UnsafeMutableBufferPointer<UInt8>
    ) {
        for index in 0..<10 { text[index] = bytes[index] }
        text[4] = dash
        text[7] = dash
    }

    /// Two digits.
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt8? {
        guard start + 1 < bytes.count else { return nil }
        let (tens, ones) = (bytes[start] &- 48, bytes[start + 1] &- 48)
        guard tens < 10, ones < 10 else { return nil }
        return tens * 10 + ones
    }
}
