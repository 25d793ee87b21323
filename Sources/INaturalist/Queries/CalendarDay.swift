/// A day of the Gregorian calendar, `YYYY-MM-DD`.
struct CalendarDay: Comparable {
    private let number: Int

    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
            return nil
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
            !part.isEmpty && part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
        }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            1...12 ~= month, year > 0
        else { return nil }
        let isLeap = (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        guard 1...days ~= day else { return nil }
        number = (year * 100 + month) * 100 + day
    }

    static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
