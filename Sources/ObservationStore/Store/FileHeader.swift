/// The first hundred bytes of a file, looked at before SQLite touches it.
///
/// SQLite File Format, section 1.3.
struct FileHeader {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Refuses what is no store of this program's, what a newer one made, and what SQLite would damage further by
    /// opening it: none is opened, so none changes.
    static func check(_ path: String) throws(StoreError) {
        let header = FileHeader(PrivateFile.beginning(path, count: length + 8))
        if header.bytes.isEmpty {
            // SQLite takes a file without a page for a new one, and deletes the log beside it.
            guard PrivateFile.size("\(path)-wal") <= 32 else {
                throw .damaged(path: path, detail: "it is empty, and what was written last lies in its log")
            }
            return
        }
        guard header.isSQLite else { throw .notAStore(path: path) }
        switch header.number(at: 68) {
        case Schema.applicationID: break
        // A file that was made a moment ago has its tables, and this mark, in the file beside it. One with tables and
        // without the mark is somebody else's.
        case 0 where header.isWithoutTables: break
        default: throw .notAStore(path: path)
        }
        let version = Int(header.number(at: 60))
        if version > Schema.version {
            throw .newer(path: path, version: version, known: Schema.version)
        }
    }

    private static let length = 100

    /// Whether the tree of tables, which begins behind the header, is one empty page.
    private var isWithoutTables: Bool {
        bytes.count == Self.length + 8 && bytes[Self.length] == 13 && bytes[Self.length + 3] == 0
            && bytes[Self.length + 4] == 0
    }

    /// Whether it begins as SQLite's files do.
    var isSQLite: Bool { bytes.count >= Self.length && bytes.starts(with: Array("SQLite format 3\0".utf8)) }

    /// The size of a page in bytes; nil when the number is impossible.
    var pageSize: Int? {
        guard bytes.count >= Self.length else { return nil }
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
