/// The first hundred bytes of a file, looked at before SQLite touches it.
///
/// SQLite File Format, section 1.3.
struct FileHeader {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Refuses what is no store of this program's, and what a newer one made: neither is opened, so neither changes.
    static func check(_ path: String) throws(StoreError) {
        let header = FileHeader(PrivateFile.beginning(path, count: 100))
        if header.bytes.isEmpty { return }
        guard header.isSQLite else { throw .notAStore(path: path) }
        // A file that was made a moment ago has its tables, and this mark, in the file beside it.
        guard [0, Schema.applicationID].contains(header.number(at: 68)) else { throw .notAStore(path: path) }
        let version = Int(header.number(at: 60))
        if version > Schema.version {
            throw .newer(path: path, version: version, known: Schema.version)
        }
    }

    /// Whether it begins as SQLite's files do.
    var isSQLite: Bool { bytes.count == 100 && bytes.starts(with: Array("SQLite format 3\0".utf8)) }

    /// The size of a page in bytes; nil when the number is impossible.
    var pageSize: Int? {
        guard bytes.count == 100 else { return nil }
        let size = Int(bytes[16]) << 8 | Int(bytes[17])
        if size == 1 { return 65_536 }
        return size >= 512 && size & (size - 1) == 0 ? size : nil
    }

    /// A big-endian number of four bytes.
    func number(at offset: Int) -> Int64 {
        guard bytes.count >= offset + 4 else { return 0 }
        return bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int64($1) }
    }
}
