internal import Glibc

/// The pages of a file that SQLite may refuse, read one by one. What was committed to the log beside it goes before the
/// file's own pages, as SQLite reads them.
struct DamagedFile: ~Copyable {
    /// Bytes of a page.
    let pageSize: Int
    /// How many pages there are, with those of the log.
    let pageCount: Int

    private let file: Int32
    private let log: Int32
    private let logged: WriteAheadLog

    /// Opens a file that no other program uses, and holds it against them.
    ///
    /// - Throws: ``StoreError/busy(path:)`` when another program uses it; what the system says.
    init(path: String) throws(StoreError) {
        // For reading and writing, because only then it can be held; nothing is ever written.
        var file = Glibc.open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        let isWritable = file >= 0
        if !isWritable { file = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
        guard file >= 0 else {
            throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
        guard !isWritable || Self.hold(file) else {
            close(file)
            throw .busy(path: path)
        }
        self.file = file
        log = Glibc.open("\(path)-wal", O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        logged = WriteAheadLog(log)
        let header = FileHeader(Self.read(file, at: 0, count: 100) ?? [])
        pageSize = (header.isSQLite ? header.pageSize : nil) ?? logged.pageSize ?? Schema.pageSize
        let length = Int(lseek(file, 0, SEEK_END))
        pageCount = max(
            (length + pageSize - 1) / pageSize,
            logged.pageSize == pageSize ? logged.pageCount : 0
        )
    }

    deinit {
        if log >= 0 { close(log) }
        close(file)
    }

    /// The bytes of a page, which are counted from 1; nil when they are not there or cannot be read.
    func page(_ number: Int) -> [UInt8]? {
        guard 1...max(pageCount, 1) ~= number else { return nil }
        if let place = logged.committed[number], logged.pageSize == pageSize {
            return Self.read(log, at: place, count: pageSize)
        }
        return Self.read(file, at: (number - 1) * pageSize, count: pageSize)
    }

    /// Pages of the log that were written after a place where it is damaged: SQLite no longer takes them for true.
    func distrustedPages(_ body: ([UInt8]) throws -> Void) rethrows {
        guard logged.pageSize == pageSize else { return }
        for place in logged.distrusted {
            if let page = Self.read(log, at: place, count: pageSize) { try body(page) }
        }
    }

    /// The pages that hold nothing now, and may still have what they once held.
    func freePages() -> Set<Int> {
        guard let first = page(1) else { return [] }
        var free: Set<Int> = []
        var trunk = first.number(at: 32)
        while 2...max(pageCount, 2) ~= trunk, free.insert(trunk).inserted, let page = page(trunk) {
            let count = page.number(at: 4)
            guard count <= pageSize / 4 - 2 else { break }
            for index in 0..<count { free.insert(page.number(at: 8 + index * 4)) }
            trunk = page.number(at: 0)
        }
        return free
    }

    static func read(_ file: Int32, at place: Int, count: Int) -> [UInt8]? {
        guard file >= 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: count)
        var held = 0
        while held < count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                pread(file, buffer.baseAddress.map { $0 + held }, count - held, off_t(place + held))
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return nil }
            held += got
        }
        return bytes
    }

    /// SQLite's programs each hold a shared lock on these bytes as long as they use the file (os_unix.c).
    private static func hold(_ file: Int32) -> Bool {
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = 0x4000_0000
        lock.l_len = 512
        return fcntl(file, F_SETLK, &lock) == 0
    }
}

extension [UInt8] {
    /// A big-endian number of four bytes; 0 beyond the end.
    func number(at offset: Int) -> Int {
        guard offset >= 0, offset + 4 <= count else { return 0 }
        return Int(self[offset]) << 24 | Int(self[offset + 1]) << 16 | Int(self[offset + 2]) << 8
            | Int(self[offset + 3])
    }

    /// A big-endian number of two bytes; 0 beyond the end.
    func short(at offset: Int) -> Int {
        guard offset >= 0, offset + 2 <= count else { return 0 }
        return Int(self[offset]) << 8 | Int(self[offset + 1])
    }
}
