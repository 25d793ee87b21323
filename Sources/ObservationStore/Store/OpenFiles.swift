internal import Glibc
internal import Synchronization

/// The files that this process has open through SQLite.
///
/// Closing any descriptor of a file gives up all locks that the process holds on it (POSIX, fcntl), and with them those
/// of SQLite: another program could then take the log away that is still written. So a file that is open is never opened
/// by other means.
enum OpenFiles {
    private struct Identity: Hashable {
        let device: UInt64
        let number: UInt64
    }

    private static let counts: Mutex<[Identity: Int]> = Mutex([:])

    /// Takes a file in use.
    ///
    /// - Parameter prepare: looks at the file, and is run only when it is not open yet.
    /// - Returns: gives it up again.
    static func enter(
        _ path: String,
        _ prepare: () throws(StoreError) -> Void
    ) throws(StoreError) -> @Sendable () -> Void {
        let entered = try counts.withLock { counts throws(StoreError) -> Identity? in
            if let held = identity(of: path), let count = counts[held] {
                counts[held] = count + 1
                return held
            }
            try prepare()
            let made = identity(of: path)
            if let made { counts[made] = 1 }
            return made
        }
        return {
            counts.withLock { counts in
                guard let entered, let count = counts[entered] else { return }
                counts[entered] = count > 1 ? count - 1 : nil
            }
        }
    }

    /// Whether this process has it open.
    static func contains(_ path: String) -> Bool {
        counts.withLock { counts in identity(of: path).map { counts[$0] != nil } ?? false }
    }

    /// Links are not followed: a link is refused by who prepares.
    private static func identity(of path: String) -> Identity? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    }
}
