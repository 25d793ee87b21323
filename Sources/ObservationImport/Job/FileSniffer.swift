/// Finds out by its first bytes what a file is. Names say nothing: what a browser saves is called anything.
struct FileSniffer {
    private let window: ByteWindow
    private let site: String

    /// A first line that is longer is no line of a table, bytes.
    private static let lineLimit = 1 << 20

    init(_ window: ByteWindow, site: String) {
        self.window = window
        self.site = site
    }

    private var name: String { window.source.name }

    /// - Throws: what a file is that cannot be read: empty, packed, in another encoding, no text, or text of another kind.
    func rows() throws(ImportError) -> any RowSequence {
        try fill { window.count >= 4_096 }
        try refuseBinary()
        if window.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { window.drop(3) }
        try fill { firstVisible != nil }
        guard let firstVisible else { throw .empty(name: name) }
        if firstVisible == UInt8(ascii: "{") || firstVisible == UInt8(ascii: "[") {
            try fill { window.bytes.contains(UInt8(ascii: "\n")) }
            return isLines ? LineRows(window, site: site) : StructuredRows(window, site: site)
        }
        if firstVisible == UInt8(ascii: "<") { throw .unknownKind(name: name) }
        // Quoted names may have line breaks, so a line's end is no end yet.
        try fill { TableHeader(window.bytes, isLast: false) != nil }
        if let header = TableHeader(window.bytes, isLast: window.isAtEnd) {
            return TableRows(header, window, site: site)
        }
        let columns = TableHeader.names(window.bytes, isLast: true)
        guard columns.count > 1 else { throw .unknownKind(name: name) }
        throw .noKnownColumns(name: name, columns: columns)
    }

    /// Reads until there is enough, or the end, or more than a line can have.
    private func fill(_ isEnough: () -> Bool) throws(ImportError) {
        while !isEnough(), window.count < Self.lineLimit {
            guard try window.fill() else { return }
        }
    }

    private var firstVisible: UInt8? { window.bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0x1E].contains($0) } }

    /// Whether the first line is an observation for itself.
    private var isLines: Bool {
        guard
            let start = window.bytes.firstIndex(where: { ![0x20, 0x09, 0x0A, 0x0D, 0x1E].contains($0) }),
            window.bytes[start] == UInt8(ascii: "{")
        else { return false }
        let line = window.bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
        return RowDecoder(site: site).isRow(Array(line))
    }

    private func refuseBinary() throws(ImportError) {
        let bytes = window.bytes
        for (beginning, format) in Self.packed where bytes.starts(with: beginning) {
            throw .packed(name: name, format: format)
        }
        let first = Array(bytes.prefix(4))
        if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) {
            throw .otherEncoding(name: name, encoding: "UTF-16")
        }
        // Letters of plain English with zeros between them, without a mark before.
        if first.count == 4, first[0] == 0, first[2] == 0, first[1] != 0, first[3] != 0 {
            throw .otherEncoding(name: name, encoding: "UTF-16")
        }
        if first.count == 4, first[1] == 0, first[3] == 0, first[0] != 0, first[2] != 0 {
            throw .otherEncoding(name: name, encoding: "UTF-16")
        }
        if first.count == 4, first.count(where: { $0 == 0 }) == 3 {
            throw .otherEncoding(name: name, encoding: "UTF-32")
        }
        if bytes.prefix(512).contains(0) || bytes.starts(with: Array("%PDF".utf8)) {
            throw .noText(name: name)
        }
    }

    private static let packed: [(beginning: [UInt8], format: String)] = [
        ([0x1F, 0x8B], "gzip"),
        ([0x50, 0x4B, 0x03, 0x04], "ZIP"),
        ([0x42, 0x5A, 0x68], "bzip2"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"),
        ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard"),
    ]
}
