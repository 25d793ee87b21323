internal import Glibc

/// A file that is written whole or not at all, for its owner alone: it grows under another name beside its place and
/// is put there at the end. Ended before, it leaves nothing.
struct ExportFile: ~Copyable {
    private let path: String
    private let replaces: Bool
    private let descriptor: Int32
    private let temporary: String
    private var isPlaced: Bool

    /// Begins the file.
    ///
    /// - Parameters:
    ///   - path: where it will lie; relative to the current folder, when it begins with no slash.
    ///   - replaces: whether a file that is there may be replaced.
    init(_ path: String, replaces: Bool) throws(ExportError) {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        try Self.check(folder: folder)
        try Self.check(path, replaces: replaces)
        let name = "\(folder)/.inatty-export-\(String(UInt64.random(in: 0...UInt64.max), radix: 36))"
        // For the owner alone from its first byte on.
        let made = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard made >= 0 else { throw .folderRefuses(path: folder, reason: Self.reason(of: errno)) }
        self.path = path
        self.replaces = replaces
        descriptor = made
        temporary = name
        isPlaced = false
    }

    deinit {
        close(descriptor)
        if !isPlaced { unlink(temporary) }
    }

    /// Adds to its end.
    func write(_ text: String) throws(ExportError) {
        var text = text
        let code: Int32 = text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
            return 0
        }
        if code != 0 { throw .cannotWrite(path: path, reason: Self.reason(of: code)) }
    }

    /// Puts it in its place, once it is on the disk.
    mutating func place() throws(ExportError) {
        guard fsync(descriptor) == 0 else {
            throw .cannotWrite(path: path, reason: Self.reason(of: errno))
        }
        // What came to be there meanwhile is looked at again; a second name is refused where there is one already,
        // so that nothing is replaced unasked even in the moment between.
        try Self.check(path, replaces: replaces)
        if !replaces {
            if link(temporary, path) == 0 { return }
            if errno == EEXIST { throw .fileExists(path: path) }
            // This file system knows no second names.
        }
        guard rename(temporary, path) == 0 else {
            throw .cannotWrite(path: path, reason: Self.reason(of: errno))
        }
        isPlaced = true
    }

    private static func check(folder: String) throws(ExportError) {
        var status = stat()
        guard stat(folder, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { throw .noFolder(path: folder) }
            throw .folderRefuses(path: folder, reason: reason(of: errno))
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .noFolder(path: folder) }
    }

    private static func check(_ path: String, replaces: Bool) throws(ExportError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        // What a symbolic link names may be anything; the link itself is what would be replaced.
        let kind = status.st_mode & S_IFMT
        guard kind == S_IFREG || kind == S_IFLNK else { throw .notAFile(path: path) }
        guard replaces else { throw .fileExists(path: path) }
    }

    private static func reason(of code: Int32) -> String {
        strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
}
