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
            switch error.resultCode {
            case .SQLITE_INTERRUPT, .SQLITE_ABORT: .cancelled
            case .SQLITE_NOTADB: .notAStore(path: path)
            case .SQLITE_CORRUPT: .damaged(path: path, detail: detail)
            case .SQLITE_FULL: .full(path: path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
            case .SQLITE_READONLY: .readOnly(path: path)
            case .SQLITE_CANTOPEN: .cannotOpen(path: path, reason: detail)
            case .SQLITE_MISUSE: .closed
            // A page that cannot be read from the disk is as good as damaged; what is left must be told the same way.
            case .SQLITE_IOERR: .damaged(path: path, detail: detail)
            default: .failed(path: path, detail: detail)
            }
    }
}
