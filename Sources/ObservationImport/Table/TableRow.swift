/// One row of a table: bytes, and where the fields are in them.
struct TableRow {
    let bytes: UnsafePointer<UInt8>
    let scanner: TableScanner
    /// Whether numbers may have a comma for the point, as tables that are separated by semicolons have.
    let decimalComma: Bool
    /// Whether a text had bytes that are no UTF-8.
    private(set) var isDamaged = false

    init(bytes: UnsafePointer<UInt8>, scanner: TableScanner, decimalComma: Bool) {
        self.bytes = bytes
        self.scanner = scanner
        self.decimalComma = decimalComma
    }

    /// The bytes of a field as they stand; nil when there is no such field, or nothing in it.
    private func raw(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
        guard index >= 0 else { return nil }
        let field = scanner[index]
        guard field.end > field.start else { return nil }
        return UnsafeBufferPointer(start: bytes + field.start, count: field.end - field.start)
    }

    /// A field without the blanks around it; nil when nothing is left.
    func trimmed(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
        guard let raw = raw(index) else { return nil }
        var (start, end) = (0, raw.count)
        while start < end, raw[start] == 0x20 { start += 1 }
        while end > start, raw[end - 1] == 0x20 { end -= 1 }
        return end > start ? UnsafeBufferPointer(rebasing: raw[start..<end]) : nil
    }

    /// The text of a field; nil when there is none. What is no UTF-8 becomes “�”, and ``isDamaged`` says so.
    mutating func text(_ index: Int) -> String? {
        guard let raw = raw(index) else { return nil }
        guard scanner[index].hasDoubled else { return string(raw) }
        var single: [UInt8] = []
        single.reserveCapacity(raw.count)
        var position = 0
        while position < raw.count {
            single.append(raw[position])
            position += raw[position] == UInt8(ascii: "\"") ? 2 : 1
        }
        return single.withUnsafeBufferPointer { string($0) }
    }

    private mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        isDamaged = true
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A number between two others, both included; nil when the field is empty.
    ///
    /// - Throws: ``RowRefusal/notANumber(column:text:)`` and ``RowRefusal/outOfRange(column:text:)``.
    func number(
        _ index: Int,
        _ column: TableColumn,
        _ range: ClosedRange<Double>
    ) throws(RowRefusal) -> Double? {
        guard let trimmed = trimmed(index) else { return nil }
        guard let number = NumberText.double(trimmed, decimalComma: decimalComma) else {
            throw .notANumber(column: column.rawValue, text: Self.words(trimmed))
        }
        guard range.contains(number) else {
            throw .outOfRange(column: column.rawValue, text: Self.words(trimmed))
        }
        return number
    }

    /// A whole number from 1 on; nil when the field is empty.
    ///
    /// - Throws: ``RowRefusal/notANumber(column:text:)`` and ``RowRefusal/outOfRange(column:text:)``.
    func count(_ index: Int, _ column: TableColumn) throws(RowRefusal) -> Int? {
        guard let trimmed = trimmed(index) else { return nil }
        guard let number = NumberText.integer(trimmed) else {
            throw .notANumber(column: column.rawValue, text: Self.words(trimmed))
        }
        guard number > 0 else { throw .outOfRange(column: column.rawValue, text: Self.words(trimmed)) }
        return number
    }

    /// True or false; nil for anything else.
    func flag(_ index: Int) -> Bool? {
        guard let trimmed = trimmed(index) else { return nil }
        switch trimmed[0] | 0x20 {
        case UInt8(ascii: "t"): return true
        case UInt8(ascii: "f"): return false
        default: return nil
        }
    }

    static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        // Enough to be recognised: a field may have megabytes.
        String(decoding: bytes.prefix(200), as: UTF8.self)
    }
}
