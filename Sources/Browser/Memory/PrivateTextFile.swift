internal import Glibc

/// A small file of one person, read and replaced as a whole: saved queries, what the last run left.
///
/// People edit some of them by hand or keep them elsewhere with a symbolic link in their place: then what the link names
/// is read and replaced, and the link stays. Folders that are made are for their owner alone, and so are files.
package nonisolated struct PrivateTextFile: Sendable, Hashable {
    /// Where it is.
    package let path: String
    private let lockPath: String
    private let kind: String

    /// The file of that path; it need not be there.
    ///
    /// - Parameters:
    ///   - path: where it is.
    ///   - lock: the name of the file beside it that is held while it is changed.
    ///   - kind: what it is, for errors: `a list of queries`.
    package init(path: String, lock: String, kind: String) {
        self.path = path
        self.kind = kind
        lockPath = Self.parent(of: path) + "/" + lock
    }

    /// The folder that the environment names; nil when it names none. A relative path does not count, as the XDG Base
    /// Directory Specification says.
    ///
    /// - Parameters:
    ///   - variable: the variable that names it.
    ///   - fallback: where it is below `HOME` else, with a slash before it.
    package static func folder(
        _ variable: String,
        else fallback: String,
        _ variables: [String: String]
    ) -> String? {
        func folder(_ name: String) -> String? {
            guard var folder = variables[name], folder.hasPrefix("/") else { return nil }
            while folder.hasSuffix("/") { folder.removeLast() }
            return folder
        }
        return folder(variable) ?? folder("HOME").map { $0 + fallback }
    }

    /// What is in it; nil when there is no file.
    package func read() throws(PrivateFileError) -> [UInt8]? {
        // Without O_NONBLOCK a named pipe would be waited for.
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
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
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw .cannotRead(path: path, reason: Self.reason)
            }
            bytes += buffer[..<count]
            guard bytes.count <= Self.sizeLimit else {
                throw .cannotRead(path: path, reason: "it is far larger than \(kind)")
            }
        }
    }

    /// Does something while no other inatty changes the file; its folder is made when it is not there.
    ///
    /// - Parameter failure: what the error is for the caller.
    package func whileLocked<Result, Failure: Error>(
        _ failure: (PrivateFileError) -> Failure,
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let lock: Int32
        do throws(PrivateFileError) {
            try makeFolder(Self.parent(of: path))
            lock = try hold()
        } catch {
            throw failure(error)
        }
        // The kernel ends the lock with the file, however the process ends.
        defer { close(lock) }
        return try body()
    }

    /// Replaces the file as a whole, or leaves it as it was: a new file is written, brought to the disk and renamed.
    /// To be called while the lock is held, for the new file's name is the same each time.
    package func replace(with bytes: [UInt8]) throws(PrivateFileError) {
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

    /// None of these files comes near this many bytes.
    private static let sizeLimit = 1 << 20
    /// A change takes milliseconds; who holds the lock for two seconds was stopped (Ctrl-Z) at the wrong moment.
    private static let lockTries = 400
    private static let microsecondsBetween: UInt32 = 5_000

    private func makeFolder(_ folder: String) throws(PrivateFileError) {
        if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, folder.dropFirst().contains("/") else {
            throw .cannotWrite(path: path, reason: Self.reason)
        }
        try makeFolder(Self.parent(of: folder))
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
            throw .cannotWrite(path: path, reason: Self.reason)
        }
    }

    private func hold() throws(PrivateFileError) -> Int32 {
        let lock = open(lockPath, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw .cannotWrite(path: lockPath, reason: Self.reason) }
        for _ in 0..<Self.lockTries {
            if flock(lock, LOCK_EX | LOCK_NB) == 0 { return lock }
            guard errno == EWOULDBLOCK || errno == EINTR else {
                let reason = Self.reason
                close(lock)
                throw .cannotWrite(path: lockPath, reason: reason)
            }
            usleep(Self.microsecondsBetween)
        }
        close(lock)
        throw .busy(path: lockPath)
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
