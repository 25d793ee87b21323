internal import FoundationEssentials
internal import Glibc

/// How much room there is for what is made on the way.
enum DiskRoom {
    /// The bytes that this user may still fill there; nil when nobody says.
    static func free(at folder: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        // Through its text: the number's type is another one where all of Foundation is loaded.
        return attributes?[.systemFreeSize].flatMap { Int("\($0)") }
    }

    /// Tells file systems apart.
    static func device(of folder: String) -> UInt64? {
        var status = stat()
        return stat(folder, &status) == 0 ? UInt64(status.st_dev) : nil
    }

    /// Where SQLite puts files that it needs for a moment (“Temporary Files Used By SQLite”, section 5).
    static var scratchFolder: String {
        let named: [String] = ["SQLITE_TMPDIR", "TMPDIR"].compactMap { (name: String) in
            getenv(name).map { String(cString: $0) }
        }
        let folders: [String] = named + ["/var/tmp", "/usr/tmp", "/tmp"]
        for folder in folders {
            var status = stat()
            let isFolder = stat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            if isFolder, access(folder, W_OK | X_OK) == 0 { return folder }
        }
        return "."
    }
}
