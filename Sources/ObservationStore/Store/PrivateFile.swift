internal import Glibc

/// The folder and the file of a store: for their owner alone, and no way round to another's.
enum PrivateFile {
    /// Makes what is missing (folder 0700, file 0600) and takes rights away from others where they have some.
    ///
    /// - Throws: what of them is a link, somebody else's or of another kind. Nothing is changed then.
    static func prepare(_ path: String, isOwnFolder: Bool) throws(StoreError) {
        if isOwnFolder { try prepareFolder(split(path).folder) }
        if let problem = problem(at: path) { throw problem }
        let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        var file = Glibc.open(path, flags, 0o600)
        if file < 0, errno == EACCES || errno == EROFS || errno == EPERM {
            // What may only be read is read.
            file = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        }
        guard file >= 0 else { throw problem(path, errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw problem(path, errno) }
        if status.st_uid != geteuid() { throw .otherOwner(path: path, owner: status.st_uid) }
        if status.st_mode & 0o077 != 0 { _ = fchmod(file, 0o600) }
    }

    /// What of a store's files is a link, somebody else's or of another kind; nil when none is.
    static func problem(at path: String) -> StoreError? {
        for ending in ["", "-wal", "-shm"] {
            do throws(StoreError) {
                try check(path + ending, isFolder: false)
            } catch {
                return error
            }
        }
        return nil
    }

    /// Whether the file at that path can be written; links were refused before.
    static func isWritable(_ path: String) -> Bool {
        // Not by opening it: closing it would give up the locks of who has it open (``OpenFiles``).
        let names: [String] = [path, split(path).folder]
        return names.allSatisfy { faccessat(AT_FDCWD, $0, W_OK, AT_EACCESS) == 0 }
    }

    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Waits until the file and its name are on the disk.
    static func synchronize(_ path: String) throws(StoreError) {
        for (name, flags) in [(path, O_RDONLY | O_NOFOLLOW), (split(path).folder, O_RDONLY | O_DIRECTORY)] {
            let file = Glibc.open(name, flags | O_CLOEXEC)
            guard file >= 0 else { throw problem(name, errno) }
            defer { close(file) }
            guard fsync(file) == 0 else { throw problem(name, errno) }
        }
    }

    /// The bytes at the beginning of a file.
    static func beginning(_ path: String, count: Int) -> [UInt8] {
        let file = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: count)
        let held = pread(file, &bytes, count, 0)
        return Array(bytes.prefix(max(held, 0)))
    }

    static func size(_ path: String) -> Int {
        var status = stat()
        return lstat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    static func remove(_ path: String) {
        for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
    }

    static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (
            slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...])
        )
    }

    /// Makes a folder with those above it, for the owner alone (as the XDG Base Directory Specification asks).
    static func prepareFolder(_ path: String) throws(StoreError) {
        try check(path, isFolder: true)
        if mkdir(path, 0o700) == 0 {
            // An odd umask may have taken rights from the owner.
            chmod(path, 0o700)
            return
        }
        switch errno {
        case EEXIST:
            return
        case ENOENT:
            let above = split(path).folder
            guard above != path, above != "." else { throw problem(path, ENOENT) }
            try makeAbove(above)
            guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw problem(path, errno) }
        default:
            throw problem(path, errno)
        }
    }

    private static func makeAbove(_ path: String) throws(StoreError) {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, path != "/", path != "." else { throw problem(path, errno) }
        try makeAbove(split(path).folder)
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw problem(path, errno) }
    }

    /// A name that is there must be the owner's own file or folder.
    private static func check(_ path: String, isFolder: Bool) throws(StoreError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        let kind = status.st_mode & S_IFMT
        if kind == S_IFLNK { throw .symbolicLink(path: path) }
        if kind != (isFolder ? S_IFDIR : S_IFREG) { throw .wrongKind(path: path, isFolder: isFolder) }
        if status.st_uid != geteuid() { throw .otherOwner(path: path, owner: status.st_uid) }
        if isFolder, status.st_mode & 0o077 != 0 { chmod(path, 0o700) }
    }

    private static func problem(_ path: String, _ code: Int32) -> StoreError {
        if code == ELOOP { return .symbolicLink(path: path) }
        if code == ENOSPC || code == EDQUOT { return .full(path: path) }
        return .cannotOpen(path: path, reason: strerror(code).map { String(cString: $0) } ?? "error \(code)")
    }
}
