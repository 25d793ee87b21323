internal import Glibc

/// The right to change the files of a folder, held until the value ends.
///
/// It is flock's lock: the kernel ends it with the process, however that ends.
struct FolderLock: ~Copyable {
    private let descriptor: Int32

    static let fileName = "accounts.lock"
    /// A change takes milliseconds. Who holds the lock for longer was stopped (Ctrl-Z) at the wrong moment.
    private static let tries = 400
    private static let microsecondsBetween: UInt32 = 5_000

    /// Waits for the lock, two seconds at most.
    init(in folder: borrowing PrivateFolder) throws(AccountStoreError) {
        let path = "\(folder.path)/\(Self.fileName)"
        let descriptor = try folder.openLockFile(Self.fileName)
        for _ in 0..<Self.tries {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                self.descriptor = descriptor
                return
            }
            let code = errno
            guard code == EWOULDBLOCK || code == EINTR else {
                close(descriptor)
                throw .cannotWrite(path: path, reason: SystemText.of(code))
            }
            usleep(Self.microsecondsBetween)
        }
        close(descriptor)
        throw .busy(path: path)
    }

    deinit {
        close(descriptor)
    }
}
