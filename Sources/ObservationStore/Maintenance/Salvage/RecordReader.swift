/// Reads SQLite's records. SQLite File Format, section 2.1.
struct RecordReader {
    private let bytes: ArraySlice<UInt8>
    private(set) var place: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    /// A number of one to nine bytes; nil beyond the end.
    mutating func varint() -> Int64? {
        var number: UInt64 = 0
        for index in 0..<9 {
            guard place < bytes.endIndex else { return nil }
            let byte = bytes[place]
            place += 1
            if index == 8 { return Int64(bitPattern: number << 8 | UInt64(byte)) }
            number = number << 7 | UInt64(byte & 0x7F)
            if byte < 0x80 { break }
        }
        return Int64(bitPattern: number)
    }

    /// The columns of a record; nil unless its parts fill it exactly, which is the only sign that it is whole.
    static func cells(_ record: [UInt8]) -> [Cell]? {
        var header = RecordReader(record[...])
        guard let length = header.varint(), 1...Int64(record.count) ~= length else { return nil }
        var cells: [Cell] = []
        var place = Int(length)
        while header.place < Int(length) {
            guard let type = header.varint(), let size = size(type), place + size <= record.count else {
                return nil
            }
            cells.append(cell(type, record[place..<place + size]))
            place += size
        }
        return header.place == Int(length) && place == record.count ? cells : nil
    }

    private static func size(_ type: Int64) -> Int? {
        switch type {
        case 0, 8, 9: 0
        case 1...4: Int(type)
        case 5: 6
        case 6, 7: 8
        case 12...: Int(type - 12) / 2
        default: nil
        }
    }

    private static func cell(_ type: Int64, _ bytes: ArraySlice<UInt8>) -> Cell {
        switch type {
        case 0: .missing
        case 1...6: .number(number(bytes))
        case 7: .real(Double(bitPattern: UInt64(bitPattern: number(bytes))))
        case 8: .number(0)
        case 9: .number(1)
        default: type % 2 == 0 ? .bytes(Array(bytes)) : .words(String(decoding: bytes, as: UTF8.self))
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int64 {
        let sign: Int64 = (bytes.first ?? 0) >= 0x80 ? -1 : 0
        return bytes.reduce(sign) { $0 << 8 | Int64($1) }
    }
}
