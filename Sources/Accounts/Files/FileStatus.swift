internal import Glibc

/// What the system says about a file or folder that only its owner may use.
struct FileStatus {
    private let status: stat

    /// Of what is open.
    init?(of descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.status = status
    }

    /// Of a name, a symbolic link not followed: only to tell why opening failed.
    init?(ofName path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.status = status
    }

    /// How many bytes are in it.
    var size: Int { Int(status.st_size) }

    /// Why it must not be used, nil when it may.
    func problem(at path: String, isFolder: Bool) -> AccountStoreError? {
        let kind = status.st_mode & S_IFMT
        if kind == S_IFLNK { return .symbolicLink(path: path) }
        if kind != (isFolder ? S_IFDIR : S_IFREG) { return .wrongKind(path: path, isFolder: isFolder) }
        if status.st_uid != geteuid() { return .otherOwner(path: path, owner: status.st_uid) }
        let mode = status.st_mode & 0o7777
        return mode & 0o077 == 0 ? nil : .looseMode(path: path, mode: mode, isFolder: isFolder)
    }
}

/// The system's words for an error number.
enum SystemText {
    static func of(_ code: Int32) -> String {
        strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
}
