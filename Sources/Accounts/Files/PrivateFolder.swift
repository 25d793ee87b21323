internal import Glibc

/// An open folder that belongs to the person and to nobody else (mode 0700), and the files in it (mode 0600).
///
/// Modes and owners are asked of what was opened, never of a name, which could mean something else a moment later.
struct PrivateFolder: ~Copyable {
    let path: String
    private let descriptor: Int32

    /// No file of this program comes near this many bytes.
    private static let sizeLimit = 1 << 20

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Opens a folder; nil when there is none.
    static func open(_ path: String) throws(AccountStoreError) -> PrivateFolder? {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            let code = errno
            if code == ENOENT { return nil }
            throw FileStatus(ofName: path)?.problem(at: path, isFolder: true)
                ?? .cannotRead(path: path, reason: SystemText.of(code))
        }
        let folder = PrivateFolder(path: path, descriptor: descriptor)
        if let problem = FileStatus(of: descriptor)?.problem(at: path, isFolder: true) { throw problem }
        return folder
    }

    /// Opens a folder, which is made with those above it when it is not there, for the owner alone (as the XDG Base
    /// Directory Specification asks of folders above, too).
    static func make(_ path: String) throws(AccountStoreError) -> PrivateFolder {
        if let folder = try open(path) { return folder }
        let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        var isMade = mkdir(path, 0o700) == 0
        if !isMade, errno == ENOENT, !parent.isEmpty {
            try makeParent(parent)
            isMade = mkdir(path, 0o700) == 0
        }
        let code = errno
        guard isMade || code == EEXIST else { throw .cannotWrite(path: path, reason: SystemText.of(code)) }
        // An odd umask may have taken rights from the owner.
        if isMade { chmod(path, 0o700) }
        guard let folder = try open(path) else {
            throw .cannotWrite(path: path, reason: "it was removed again at once")
        }
        return folder
    }

    private static func makeParent(_ path: String) throws(AccountStoreError) {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        let code = errno
        let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        guard code == ENOENT, !parent.isEmpty else {
            throw .cannotWrite(path: path, reason: SystemText.of(code))
        }
        try makeParent(parent)
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw .cannotWrite(path: path, reason: SystemText.of(errno))
        }
    }

    /// The bytes of a file; nil when there is none.
    func read(_ name: String) throws(AccountStoreError) -> [UInt8]? {
        let path = "\(self.path)/\(name)"
        // Without O_NONBLOCK a named pipe would be waited for.
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            let code = errno
            if code == ENOENT { return nil }
            if code == ELOOP { throw .symbolicLink(path: path) }
            throw .cannotRead(path: path, reason: SystemText.of(code))
        }
        defer { close(file) }
        guard let status = FileStatus(of: file) else {
            throw .cannotRead(path: path, reason: SystemText.of(errno))
        }
        if let problem = status.problem(at: path, isFolder: false) { throw problem }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: min(max(status.size + 1, 1024), Self.sizeLimit))
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 {
                let code = errno
                if code == EINTR { continue }
                throw .cannotRead(path: path, reason: SystemText.of(code))
            }
            bytes += buffer[..<count]
            guard bytes.count <= Self.sizeLimit else {
                throw .broken(path: path, reason: "it is far larger than what inatty writes")
            }
        }
    }

    /// Replaces a file as a whole, or leaves it as it was: a new file is written, brought to the disk and renamed.
    ///
    /// Only for who holds the ``FolderLock``, which is why the new file's name can be the same each time and what a
    /// killed program left of it is cleared away.
    func replace(_ name: String, with bytes: [UInt8]) throws(AccountStoreError) {
        let path = "\(self.path)/\(name)"
        let fresh = "\(name).new"
        unlinkat(descriptor, fresh, 0)
        let file = openat(descriptor, fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .cannotWrite(path: path, reason: SystemText.of(errno)) }
        // The failure that is told is the first one, not that of clearing away after it.
        var code = Self.fill(file, with: bytes)
        if close(file) != 0, code == 0 { code = errno }
        if code == 0, renameat(descriptor, fresh, descriptor, name) != 0 { code = errno }
        guard code == 0 else {
            unlinkat(descriptor, fresh, 0)
            throw .cannotWrite(path: path, reason: SystemText.of(code))
        }
        try bringToDisk()
    }

    /// Deletes a file; no error when there is none.
    func remove(_ name: String) throws(AccountStoreError) {
        unlinkat(descriptor, "\(name).new", 0)
        guard unlinkat(descriptor, name, 0) == 0 else {
            if errno == ENOENT { return }
            throw .cannotWrite(path: "\(path)/\(name)", reason: SystemText.of(errno))
        }
        try bringToDisk()
    }

    /// Opens the file that is locked, which is made when it is not there.
    func openLockFile(_ name: String) throws(AccountStoreError) -> Int32 {
        let path = "\(self.path)/\(name)"
        let file = openat(descriptor, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            let code = errno
            throw code == ELOOP
                ? .symbolicLink(path: path) : .cannotWrite(path: path, reason: SystemText.of(code))
        }
        return file
    }

    private func bringToDisk() throws(AccountStoreError) {
        // Some file systems cannot do this for a folder, and then need not.
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw .cannotWrite(path: path, reason: SystemText.of(errno))
        }
    }

    /// - Returns: the system's error number, 0 when everything is on the disk.
    private static func fill(_ file: Int32, with bytes: [UInt8]) -> Int32 {
        guard fchmod(file, 0o600) == 0 else { return errno }
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
}
