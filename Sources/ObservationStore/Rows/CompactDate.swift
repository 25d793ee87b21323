/// Days and moments as numbers, a third of their text's bytes and in the order of time.
///
/// Only what comes back letter for letter becomes a number; anything else is kept as its text.
enum CompactDate {
    /// `2024-05-17` as 20240517.
    static func day(_ text: String?) -> Cell {
        guard var text else { return .missing }
        return text.withUTF8(day).map(Cell.number) ?? .words(text)
    }

    private static func day(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard
            bytes.count == 10, bytes[4] == dash, bytes[7] == dash,
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
            let day = number(bytes[8..<10]),
            1...12 ~= month, 1...31 ~= day
        else { return nil }
        return year * 10_000 + month * 100 + day
    }

    /// The text of a day.
    static func dayText(_ cell: Cell) -> String? {
        guard case .number(let number) = cell else { return cell.words }
        return String(
            decoding: digits(number / 10_000, 4) + [dash] + digits(number / 100 % 100, 2) + [dash]
                + digits(number % 100, 2),
            as: UTF8.self
        )
    }

    /// `2021-03-10T12:25:00-06:00` as 256 times the seconds since 1970 and 64 more than the offset's quarters of an
    /// hour; 127 stands for `Z`.
    static func moment(_ text: String?) -> Cell {
        guard var text else { return .missing }
        return text.withUTF8(moment).map(Cell.number) ?? .words(text)
    }

    private static func moment(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard
            bytes.count == 20 || bytes.count == 25,
            let day = day(UnsafeBufferPointer(rebasing: bytes[0..<10])),
            isDay(day), bytes[10] == UInt8(ascii: "T"), bytes[13] == colon, bytes[16] == colon,
            let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]),
            let second = number(bytes[17..<19]),
            hour < 24, minute < 60, second < 60, let zone = zone(bytes[19...])
        else { return nil }
        let local = days(day) * 86_400 + hour * 3_600 + minute * 60 + second
        return (local - zone.seconds) * 256 + zone.code
    }

    /// The text of a moment.
    static func momentText(_ cell: Cell) -> String? {
        guard case .number(let number) = cell else { return cell.words }
        let code = number & 255
        let quarters = code == zulu ? 0 : code - 64
        let local = (number >> 8) + quarters * 900
        let date = civil(Int64((Double(local) / 86_400).rounded(.down)))
        let second = local - days(date) * 86_400
        var bytes = Array((dayText(.number(date)) ?? "").utf8) + [UInt8(ascii: "T")]
        bytes +=
            digits(second / 3_600, 2) + [colon] + digits(second / 60 % 60, 2) + [colon]
            + digits(second % 60, 2)
        if code == zulu {
            bytes.append(UInt8(ascii: "Z"))
        } else {
            let minutes = abs(quarters) * 15
            bytes +=
                [quarters < 0 ? dash : UInt8(ascii: "+")] + digits(minutes / 60, 2) + [colon]
                + digits(minutes % 60, 2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let dash = UInt8(ascii: "-")
    private static let colon = UInt8(ascii: ":")
    private static let zulu: Int64 = 127

    private static func zone(_ slice: Slice<UnsafeBufferPointer<UInt8>>) -> (seconds: Int64, code: Int64)? {
        let bytes = UnsafeBufferPointer(rebasing: slice)
        if bytes.count == 1 { return bytes.first == UInt8(ascii: "Z") ? (0, zulu) : nil }
        guard
            bytes.count == 6, bytes[0] == dash || bytes[0] == UInt8(ascii: "+"), bytes[3] == colon,
            let hour = number(bytes[1..<3]), let minute = number(bytes[4..<6]), hour < 15, minute < 60,
            minute % 15 == 0
        else { return nil }
        let quarters = (hour * 60 + minute) / 15 * (bytes[0] == dash ? -1 : 1)
        // “-00:00” would come back as “+00:00”.
        if quarters == 0, bytes[0] == dash { return nil }
        return (quarters * 900, quarters + 64)
    }

    private static func isDay(_ day: Int64) -> Bool { civil(days(day)) == day }

    private static func number(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
        var number: Int64 = 0
        for byte in bytes {
            guard 48...57 ~= byte else { return nil }
            number = number * 10 + Int64(byte - 48)
        }
        return number
    }

    private static func digits(_ number: Int64, _ count: Int) -> [UInt8] {
        var number = number
        var bytes = [UInt8](repeating: 48, count: count)
        for index in bytes.indices.reversed() {
            bytes[index] = UInt8(48 + number % 10)
            number /= 10
        }
        return bytes
    }

    /// Days since 1970 of a date in the Gregorian calendar.
    ///
    /// Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, days_from_civil.
    private static func days(_ date: Int64) -> Int64 {
        let (month, day) = (date / 100 % 100, date % 100)
        let year = date / 10_000 - (month <= 2 ? 1 : 0)
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The date of a day since 1970; civil_from_days of the same source.
    private static func civil(_ days: Int64) -> Int64 {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0)) * 10_000 + month * 100 + day
    }
}
