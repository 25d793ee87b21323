internal import GRDB

extension StoreError {
    /// What an error of SQLite means for the file at that path.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError:
            self = error
        case let error as DatabaseError:
            self.init(error, path: path)
        default:
            self = .failed(path: path, detail: "\(error)")
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? error.resultCode.description
        self =
            switch error.resultCode.primaryResultCode {
            case .SQLITE_INTERRUPT, .SQLITE_ABORT: .cancelled
            case .SQLITE_NOTADB: .notAStore(path: path)
            case .SQLITE_CORRUPT: .damaged(path: path, detail: detail)
            case .SQLITE_FULL: .full(path: path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
            case .SQLITE_READONLY: .readOnly(path: path)
            case .SQLITE_CANTOPEN: .cannotOpen(path: path, reason: detail)
            case .SQLITE_MISUSE: .closed
            case .SQLITE_IOERR: Self.broken(error.extendedResultCode, path: path, detail: detail)
            default: .failed(path: path, detail: detail)
            }
    }

    /// A page that cannot be read from the disk is as good as damaged. One that cannot be written says nothing about
    /// what is held.
    private static func broken(_ code: ResultCode, path: String, detail: String) -> StoreError {
        switch code {
        // The index of the log is made longer before anything else; SQLite tells a full disk there in this way.
        case .SQLITE_IOERR_SHMSIZE: .full(path: path)
        case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC, .SQLITE_IOERR_TRUNCATE,
            .SQLITE_IOERR_DELETE, .SQLITE_IOERR_SHMOPEN, .SQLITE_IOERR_SHMMAP, .SQLITE_IOERR_NOMEM,
            .SQLITE_IOERR_LOCK, .SQLITE_IOERR_UNLOCK, .SQLITE_IOERR_GETTEMPPATH:
            .failed(
                path: path,
                detail: "the disk, a quota or a limit refuses it (\(detail)); what was held is there"
            )
        default: .damaged(path: path, detail: detail)
        }
    }
}
