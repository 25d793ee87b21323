internal import Glibc

extension ObservationStore {
    /// A store for one run: deleted when it is closed. What a process leaves that is killed, the next one deletes.
    ///
    /// It lies in a folder of its own below `TMPDIR`. The file cannot be deleted while it is used, because readers
    /// open it by its name beside the one that writes; so the folder's owner holds a lock as long as it lives.
    ///
    /// - Parameter parent: where the folder is made; nil for `TMPDIR`, or `/tmp` when that is not set.
    /// - Throws: what the system says when no folder can be made.
    package static func temporary(below parent: String? = nil) throws(StoreError) -> ObservationStore {
        let named = parent ?? getenv("TMPDIR").map { String(cString: $0) } ?? ""
        let place = TemporaryPlace(below: named.hasPrefix("/") ? named : "/tmp")
        place.clearLeftovers()
        let (folder, lock) = try place.make()
        let ending: @Sendable () -> Void = {
            TemporaryPlace.remove(folder)
            Glibc.close(lock)
        }
        do {
            return try ObservationStore(
                path: "\(folder)/observations.sqlite",
                isOwnFolder: true,
                isKept: false,
                ending: ending
            )
        } catch {
            ending()
            throw error
        }
    }
}

/// The folders of stores that are not kept.
private struct TemporaryPlace {
    private let parent: String

    private static let prefix = "inatty-store-"
    private static let lockName = "lock"

    init(below parent: String) {
        var parent = parent[...]
        while parent.hasSuffix("/"), parent.count > 1 { parent.removeLast() }
        self.parent = String(parent)
    }

    /// A new folder, locked.
    func make() throws(StoreError) -> (folder: String, lock: Int32) {
        var template = Array("\(parent)/\(Self.prefix)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw .cannotOpen(path: parent, reason: String(cString: strerror(errno)))
        }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let lock = open(
            "\(folder)/\(Self.lockName)",
            O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
            0o600
        )
        guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            let reason = String(cString: strerror(errno))
            if lock >= 0 { close(lock) }
            Self.remove(folder)
            throw .cannotOpen(path: folder, reason: reason)
        }
        return (folder, lock)
    }

    /// Deletes the folders whose owner ended without doing so.
    func clearLeftovers() {
        guard let entries = opendir(parent) else { return }
        defer { closedir(entries) }
        while let entry = readdir(entries) {
            // Where it lies: a copy would read beyond an entry that is shorter than the longest.
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix(Self.prefix) else { continue }
            let folder = "\(parent)/\(name)"
            var status = stat()
            guard
                lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid()
            else { continue }
            let lock = open("\(folder)/\(Self.lockName)", O_RDWR | O_NOFOLLOW | O_CLOEXEC)
            // One that has no lock yet is being made right now, or never got one; only an empty folder is at stake.
            guard lock >= 0 else { continue }
            if flock(lock, LOCK_EX | LOCK_NB) == 0 { Self.remove(folder) }
            close(lock)
        }
    }

    static func remove(_ folder: String) {
        PrivateFile.remove("\(folder)/observations.sqlite")
        unlink("\(folder)/\(lockName)")
        rmdir(folder)
    }
}
