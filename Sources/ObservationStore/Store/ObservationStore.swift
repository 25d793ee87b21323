internal import GRDB
internal import GRDBSQLite
internal import INaturalist
internal import Synchronization

/// Everything that was fetched, on the disk: who may see what stays apart, and nothing that was told is lost.
///
/// May be called from any thread; a call works on the caller's. Reads go on beside one that writes. Another process
/// may use the same file. Only what SQLite does synchronously is used: it starts no thread and wakes nobody up.
package final class ObservationStore: Sendable {
    /// The file.
    package let path: String
    /// Whether nothing can be written, because the file may only be read.
    package let isReadOnly: Bool

    private let database: any DatabaseReader
    private let isClosed = Atomic(false)
    private let isKept: Bool
    /// Removes the folder of a store that is not kept.
    private let ending: (@Sendable () -> Void)?
    /// Says that this one no longer uses the file.
    private let leave: @Sendable () -> Void

    /// How long one waits for another program's writing, seconds. A page of a sync is written within milliseconds; an
    /// import writes thousands of rows at a time.
    private static let patience = 10.0

    /// Opens the store at that path, which is made when it is not there.
    ///
    /// - Parameter isOwnFolder: whether the folder is for this program alone. It is made when it is missing, and others
    ///   lose their rights to it. Any other folder has to be there and stays as it is; the file is private in both.
    /// - Throws: what is wrong with the file; it is then as it was.
    package convenience init(path: String, isOwnFolder: Bool = true) throws(StoreError) {
        try self.init(path: path, isOwnFolder: isOwnFolder, isKept: true, ending: nil)
    }

    init(
        path: String,
        isOwnFolder: Bool,
        isKept: Bool,
        ending: (@Sendable () -> Void)?
    ) throws(StoreError) {
        leave = try OpenFiles.enter(path) { () throws(StoreError) in
            try PrivateFile.prepare(path, isOwnFolder: isOwnFolder)
            try FileHeader.check(path)
        }
        self.path = path
        self.isKept = isKept
        self.ending = ending
        isReadOnly = !PrivateFile.isWritable(path)
        do {
            if isReadOnly {
                database = try Self.openForReading(path)
            } else {
                database = try Insistence.opening(for: Self.patience) { try Self.open(path, isKept: isKept) }
            }
        } catch {
            leave()
            throw StoreError(error, path: path)
        }
    }

    deinit {
        close()
    }

    /// Ends all use of the file. What is asked afterwards throws ``StoreError/closed``.
    package func close() {
        guard !isClosed.exchange(true, ordering: .sequentiallyConsistent) else { return }
        if let pool = database as? DatabasePool, isKept {
            // SQLite would leave it in the log, because the connections that only read are closed last; and a copy of
            // the file alone would be old.
            try? pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)") }
        }
        try? database.close()
        leave()
        ending?()
    }

    /// Reads; everything that the body reads is of one moment.
    func read<Value>(
        _ cancellation: Cancellation? = nil,
        _ body: (Database) throws -> Value
    ) throws(StoreError) -> Value {
        guard !isClosed.load(ordering: .relaxed) else { throw .closed }
        if cancellation?.isCancelled == true { throw .cancelled }
        do {
            return try database.read { database in
                guard let cancellation else { return try body(database) }
                Self.watch(cancellation, in: database)
                defer {
                    sqlite3_progress_handler(database.sqliteConnection, 0, nil, nil)
                    withExtendedLifetime(cancellation) {}
                }
                return try body(database)
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Writes: all of the body, or nothing.
    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try writing { pool in try pool.write(body) }
    }

    /// Does what SQLite does outside a transaction.
    func writing<Value>(_ body: (DatabasePool) throws -> Value) throws(StoreError) -> Value {
        guard !isClosed.load(ordering: .relaxed) else { throw .closed }
        guard let pool = database as? DatabasePool else { throw .readOnly(path: path) }
        do {
            return try body(pool)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Puts what is in the log into the file itself, and empties the log.
    ///
    /// - Returns: whether nobody else kept the old pages.
    func emptyLog() throws(StoreError) -> Bool {
        try writing { pool in
            try pool.writeWithoutTransaction { database in
                // The first number says whether somebody was in the way.
                try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0
            }
        }
    }

    private static func watch(_ cancellation: Cancellation, in database: Database) {
        sqlite3_progress_handler(
            database.sqliteConnection,
            10_000,
            { context in
                guard let context else { return 0 }
                return Unmanaged<Cancellation>.fromOpaque(context).takeUnretainedValue().isCancelled ? 1 : 0
            },
            Unmanaged.passUnretained(cancellation).toOpaque()
        )
    }
}

extension ObservationStore {
    private static func open(_ path: String, isKept: Bool) throws -> DatabasePool {
        var configuration = configuration
        configuration.prepareDatabase { database in
            // A writer keeps more, so that a page of rows need not leave memory before it is written.
            let kilobytes = database.configuration.readonly ? 2_000 : 8_000
            try database.execute(
                sql: """
                    PRAGMA page_size = \(Schema.pageSize);
                    PRAGMA cache_size = -\(kilobytes);
                    PRAGMA secure_delete = FAST;
                    PRAGMA journal_size_limit = 16777216;
                    """
            )
        }
        let pool = try DatabasePool(path: path, configuration: configuration)
        if !isKept { try pool.writeWithoutTransaction { try $0.execute(sql: hasty) } }
        let version = try pool.read(Schema.version(of:))
        if version > Schema.version {
            throw StoreError.newer(path: path, version: version, known: Schema.version)
        }
        if version < Schema.version {
            try pool.write { database in
                // Another program may have made the tables meanwhile; those of somebody else are not added to.
                let isForeign = try Schema.version(of: database) == 0 && !Schema.isEmpty(database)
                if isForeign { throw StoreError.notAStore(path: path) }
                try Schema.migrate(database)
            }
        }
        return pool
    }

    /// For a file that nobody looks at after this run: nothing waits for the disk, and pages that many rows in a row
    /// change (those of the R*Tree) go to the file itself a tenth as often.
    private static let hasty = """
        PRAGMA synchronous = OFF;
        PRAGMA cache_size = -24000;
        PRAGMA wal_autocheckpoint = 10000;
        """

    /// What may only be read cannot have the files beside it that other readers need, so it is taken to stay as it is,
    /// unless there is a log: without that the file may be half of the old and half of the new.
    static func openForReading(_ path: String) throws -> DatabaseQueue {
        var configuration = configuration
        configuration.readonly = true
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA cache_size = -2000")
            try Schema.lend(database)
        }
        let escaped = path.utf8.map { byte in
            switch byte {
            case 48...57, 65...90, 97...122, UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"):
                String(UnicodeScalar(byte))
            default:
                "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        let hasLog = PrivateFile.size("\(path)-wal") > 0
        do {
            let queue = try DatabaseQueue(
                path: "file:\(escaped.joined())?\(hasLog ? "mode=ro" : "immutable=1")",
                configuration: configuration
            )
            _ = try queue.read(Schema.version(of:))
            return queue
        } catch let error as DatabaseError
            where hasLog && error.resultCode.primaryResultCode == .SQLITE_CANTOPEN
        {
            throw StoreError.cannotOpen(
                path: path,
                reason: """
                    it may only be read, and what was written last lies in a log that cannot be read there. Copy “\(path)” \
                    and “\(path)-wal” into a folder of yours
                    """
            )
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.maximumReaderCount = 4
        configuration.foreignKeysEnabled = false
        return configuration
    }
}
