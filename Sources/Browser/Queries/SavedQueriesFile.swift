internal import Glibc

/// The file that saved queries are kept in: `$XDG_CONFIG_HOME/inatty/queries`, else `~/.config/inatty/queries`.
///
/// People edit it by hand, and some keep it elsewhere and put a symbolic link there: then what the link names is
/// read and replaced, and the link stays.
package nonisolated struct SavedQueriesFile: Sendable, Hashable {
    /// Where it is.
    package let path: String

    /// The file of that path; it need not be there.
    package init(path: String) {
        self.path = path
    }

    /// The file that the environment names; nil when it names none. A relative path does not count, as the XDG Base
    /// Directory Specification says.
    package init?(variables: [String: String]) {
        func folder(_ name: String) -> String? {
            guard var folder = variables[name], folder.hasPrefix("/") else { return nil }
            while folder.hasSuffix("/") { folder.removeLast() }
            return folder
        }
        guard let home = folder("XDG_CONFIG_HOME") ?? folder("HOME").map({ $0 + "/.config" }) else {
            return nil
        }
        path = home + "/inatty/queries"
    }

    /// What is saved; nothing when there is no file.
    package func read() throws(SavedQueriesError) -> SavedQueries {
        // Without O_NONBLOCK a named pipe would be waited for.
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return SavedQueries() }
            throw .cannotRead(path: path, reason: Self.reason)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .cannotRead(path: path, reason: Self.reason) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .cannotRead(path: path, reason: "it is no file")
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count == 0 { return SavedQueries(bytes: bytes) }
            if count < 0 {
                if errno == EINTR { continue }
                throw .cannotRead(path: path, reason: Self.reason)
            }
            bytes += buffer[..<count]
            guard bytes.count <= Self.sizeLimit else {
                throw .cannotRead(path: path, reason: "it is far larger than a list of queries")
            }
        }
    }

    /// Changes what is saved as it is now, not as it was read some time ago, while no other inatty does.
    ///
    /// - Parameter body: the change; when it throws or changes nothing, the file stays as it is.
    /// - Returns: what is saved after it.
    @discardableResult
    package func change(
        _ body: (inout SavedQueries) throws(SavedQueriesError) -> Void
    ) throws(SavedQueriesError) -> SavedQueries {
        let folder = Self.parent(of: path)
        try makeFolder(folder)
        let lock = try lock(folder + "/queries.lock")
        // The kernel ends the lock with the file, however the process ends.
        defer { close(lock) }
        let before = try read()
        var queries = before
        try body(&queries)
        if queries != before { try replace(with: queries.bytes) }
        return queries
    }

    /// No list of queries comes near this many bytes.
    private static let sizeLimit = 1 << 20
    /// A change takes milliseconds; who holds the lock for two seconds was stopped (Ctrl-Z) at the wrong moment.
    private static let lockTries = 400
    private static let microsecondsBetween: UInt32 = 5_000

    private func makeFolder(_ folder: String) throws(SavedQueriesError) {
        if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, folder.dropFirst().contains("/") else {
            throw .cannotWrite(path: path, reason: Self.reason)
        }
        try makeFolder(Self.parent(of: folder))
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
            throw .cannotWrite(path: path, reason: Self.reason)
        }
    }

    private func lock(_ name: String) throws(SavedQueriesError) -> Int32 {
        let lock = open(name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw .cannotWrite(path: name, reason: Self.reason) }
        for _ in 0..<Self.lockTries {
            if flock(lock, LOCK_EX | LOCK_NB) == 0 { return lock }
            guard errno == EWOULDBLOCK || errno == EINTR else {
                let reason = Self.reason
                close(lock)
                throw .cannotWrite(path: name, reason: reason)
            }
            usleep(Self.microsecondsBetween)
        }
        close(lock)
        throw .busy(path: name)
    }

    /// Replaces the file as a whole, or leaves it as it was: a new file is written, brought to the disk and renamed.
    /// Its name can be the same each time, because only who holds the lock gets here.
    private func replace(with bytes: [UInt8]) throws(SavedQueriesError) {
        guard let target = Self.target(of: path) else {
            throw .cannotWrite(path: path, reason: "it is a symbolic link to nothing")
        }
        let fresh = target + ".new"
        unlink(fresh)
        let file = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .cannotWrite(path: path, reason: Self.reason) }
        // The failure that is told is the first one, not that of clearing away after it.
        var code = Self.fill(file, with: bytes)
        if close(file) != 0, code == 0 { code = errno }
        if code == 0, rename(fresh, target) != 0 { code = errno }
        guard code == 0 else {
            unlink(fresh)
            throw .cannotWrite(path: path, reason: Self.reason(of: code))
        }
        let folder = open(Self.parent(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        // Some file systems cannot do this for a folder, and then need not.
        fsync(folder)
        close(folder)
    }

    /// - Returns: the system's error number, 0 when everything is on the disk.
    private static func fill(_ file: Int32, with bytes: [UInt8]) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                return errno
            }
            rest = rest.dropFirst(count)
        }
        return fsync(file) == 0 ? 0 : errno
    }

    /// What is to be replaced: what a symbolic link names in the end, else the path itself; nil when the link leads
    /// nowhere.
    private static func target(of path: String) -> String? {
        if let resolved = realpath(path, nil) {
            defer { free(resolved) }
            return String(cString: resolved)
        }
        var status = stat()
        return lstat(path, &status) == 0 ? nil : path
    }

    private static func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    private static var reason: String { reason(of: errno) }

    private static func reason(of code: Int32) -> String {
        strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
}
