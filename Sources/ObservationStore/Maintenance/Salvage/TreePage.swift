/// A page of a table's tree, as far as it can be made out. SQLite File Format, sections 1.6 and 2.1.
struct TreePage {
    private let bytes: [UInt8]
    /// Where its header begins: after the file's own on the first page.
    private let start: Int
    /// Whether it holds rows; else it leads to other pages.
    let isLeaf: Bool

    /// Nil for what is no page of a table.
    init?(_ bytes: [UInt8], number: Int) {
        self.bytes = bytes
        start = number == 1 ? 100 : 0
        guard bytes.count > start + 12 else { return nil }
        switch bytes[start] {
        case 13: isLeaf = true
        case 5: isLeaf = false
        default: return nil
        }
        guard cellCount <= (bytes.count - start) / 4 else { return nil }
    }

    private var cellCount: Int { bytes.short(at: start + 3) }

    private func cell(_ index: Int) -> Int? {
        let place = bytes.short(at: start + (isLeaf ? 8 : 12) + index * 2)
        return place >= start + 8 && place + 4 <= bytes.count ? place : nil
    }

    /// The pages that it leads to, in the order of their keys.
    var children: [Int] {
        guard !isLeaf else { return [] }
        return (0..<cellCount).map { cell($0).map(bytes.number(at:)) ?? 0 } + [bytes.number(at: start + 8)]
    }

    /// Its rows.
    ///
    /// - Parameter overflow: gives the bytes of a page that a long row goes on in.
    /// - Returns: nil in the place of each row that cannot be read.
    func rows(overflow: (Int) -> [UInt8]?) -> [SalvagedRow?] {
        guard isLeaf else { return [] }
        var last = Int64.min
        return (0..<cellCount).map { index in
            guard let place = cell(index), let row = row(at: place, overflow: overflow), row.key > last else {
                return nil
            }
            last = row.key
            return row
        }
    }

    private func row(at place: Int, overflow: (Int) -> [UInt8]?) -> SalvagedRow? {
        var reader = RecordReader(bytes[place...])
        guard
            let length = reader.varint().flatMap({ Int(exactly: $0) }), 0...1_000_000_000 ~= length,
            let key = reader.varint(), let content = payload(reader.place, length, overflow),
            let cells = RecordReader.cells(content)
        else { return nil }
        return SalvagedRow(key: key, cells: cells)
    }

    /// SQLite File Format, section 1.6, “how much is stored on the page”; this store reserves nothing at pages' ends.
    private func payload(_ place: Int, _ length: Int, _ overflow: (Int) -> [UInt8]?) -> [UInt8]? {
        let usable = bytes.count
        let most = usable - 35
        if length <= most { return place + length <= usable ? Array(bytes[place..<place + length]) : nil }
        let least = (usable - 12) * 32 / 255 - 23
        let even = least + (length - least) % (usable - 4)
        let local = even <= most ? even : least
        guard place + local + 4 <= usable else { return nil }
        var content = Array(bytes[place..<place + local])
        var next = bytes.number(at: place + local)
        // Each page brings something, so a chain that runs in a circle ends, too.
        while content.count < length {
            guard next > 0, let page = overflow(next), page.count == usable else { return nil }
            content += page[4..<4 + min(usable - 4, length - content.count)]
            next = page.number(at: 0)
        }
        return content
    }
}

/// A row of some table: its key and its columns.
struct SalvagedRow {
    let key: Int64
    let cells: [Cell]
}
