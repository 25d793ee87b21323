package import FoundationEssentials
internal import GRDB
internal import Glibc
package import INaturalist
internal import Synchronization

/// The book of requests in a small SQLite file, which all processes of a person share and which outlives them.
///
/// A row is the start of one request, in microseconds since 1970; rows older than 24 hours are deleted. Each start is
/// one immediate transaction (GRDB begins every write so), so that two processes never count at once. Nothing is opened before the first request.
package final class RequestLedgerFile: RequestLedger {
    /// The file.
    package let path: String

    private let host: String
    private let limits: RateLimits
    private let database: Mutex<DatabaseQueue?> = Mutex(nil)

    /// What a clock may be apart between two processes that ask at once, in microseconds. A start later than that lies
    /// in the future because the clock was set back.
    private static let skew: Int64 = 1_000_000
    /// How long another process may hold the file, in seconds: a request waits for it.
    private static let patience = 1.0
    /// The layout of the file.
    private static let version = 1

    /// Names a file that may not be there yet.
    ///
    /// - Parameters:
    ///   - path: its folder is made when it is missing, for the owner alone.
    ///   - host: whose budget it is; other hosts in the same file are counted apart.
    ///   - limits: how many requests may start within a minute and a day.
    package init(path: String, host: String, limits: RateLimits = .iNaturalist) {
        self.path = path
        self.host = host
        self.limits = limits
    }

    /// `$XDG_STATE_HOME/inatty/requests.sqlite`, else under `~/.local/state`; nil when the environment names no folder.
    /// A relative path does not count, as the XDG Base Directory Specification says.
    package static func path(environment: [String: String]) -> String? {
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
            return "\(state)/inatty/requests.sqlite"
        }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return "\(home)/.local/state/inatty/requests.sqlite"
    }

    /// Counts a request that starts now, or tells when there is room for one.
    ///
    /// - Throws: ``RequestLedgerError``.
    package func start(at now: Date) throws -> Date? {
        do {
            return try opened { database in
                try database.write { try self.count(at: Self.microseconds(now), in: $0) }
            }
        } catch let error as RequestLedgerError {
            throw error
        } catch {
            throw RequestLedgerError(path: path, reason: Self.words(for: error))
        }
    }

    package func usage(at now: Date) -> RequestUsage? {
        let now = Self.microseconds(now)
        return try? opened { database in
            try database.read { try self.usage(at: now, in: $0) }
        }
    }

    private func usage(at now: Int64, in database: Database) throws -> RequestUsage {
        // A file that was never written has no table.
        guard try database.tableExists("request") else { return RequestUsage(minute: 0, day: 0, of: limits) }
        let sql = "SELECT count(*) FROM request WHERE start > ? AND host = ?"
        let minute = now - limits.window.microseconds
        let day = now - RateLimits.day.microseconds
        return RequestUsage(
            minute: try Int.fetchOne(database, sql: sql, arguments: [minute, host]) ?? 0,
            day: try Int.fetchOne(database, sql: sql, arguments: [day, host]) ?? 0,
            of: limits
        )
    }

    private func count(at given: Int64, in database: Database) throws -> Date? {
        try Self.prepare(database)
        var now = given
        if let last = try start(back: 0, in: database), last > now {
            if last - now <= Self.skew {
                now = last
            } else {
                // As if the last of them had started this moment: that lets through too few, never too many.
                try database.execute(
                    sql: "UPDATE request SET start = start - ? WHERE start > ? AND host = ?",
                    arguments: [last - now, now, host]
                )
            }
        }
        let minute = limits.window.microseconds
        let day = RateLimits.day.microseconds
        try database.execute(sql: "DELETE FROM request WHERE start <= ?", arguments: [now - day])
        var earliest = Int64.min
        if let start = try start(back: limits.perWindow - 1, in: database) { earliest = start + minute }
        if let start = try start(back: limits.perDay - 1, in: database) {
            earliest = max(earliest, start + day)
        }
        if earliest > now { return Self.date(earliest) }
        try database.execute(
            sql: "INSERT INTO request (start, host) VALUES (?, ?)",
            arguments: [now, host]
        )
        return nil
    }

    /// A start counted back from the newest, which is number 0.
    private func start(back count: Int, in database: Database) throws -> Int64? {
        try Int64.fetchOne(
            database,
            sql: "SELECT start FROM request WHERE host = ? ORDER BY start DESC LIMIT 1 OFFSET ?",
            arguments: [host, count]
        )
    }

    // MARK: - The file

    /// Runs something on the open file. After a failure it is opened anew the next time, in case it heals.
    private func opened<Result>(_ body: (DatabaseQueue) throws -> Result) throws -> Result {
        try database.withLock { database in
            do {
                let queue = try database ?? Insistence.opening(for: Self.patience, open)
                database = queue
                return try body(queue)
            } catch {
                database = nil
                throw error
            }
        }
    }

    private func open() throws -> DatabaseQueue {
        try makeFile()
        var configuration = Configuration()
        configuration.busyMode = .timeout(Self.patience)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { database in
            guard try Self.knownVersion(of: database) != nil else { return }
            // GRDB's own setting for this writes a table and drops it again.
            try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
        }
        return queue
    }

    /// SQLite would make the file readable for everybody.
    private func makeFile() throws {
        var folder = ""
        for part in path.split(separator: "/").dropLast() {
            folder += "/\(part)"
            mkdir(folder, 0o700)
        }
        var status = stat()
        if lstat(path, &status) == 0 {
            // Not opened: closing it would give up the locks of another ledger of this process (``OpenFiles``).
            let code: Int32? =
                switch status.st_mode & S_IFMT {
                case S_IFLNK: ELOOP
                case S_IFDIR: EISDIR
                default: nil
                }
            guard let code else { return }
            throw RequestLedgerError(path: path, reason: String(cString: strerror(code)))
        }
        let file = Glibc.open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw RequestLedgerError(path: path, reason: String(cString: strerror(errno)))
        }
        close(file)
    }

    private static func prepare(_ database: Database) throws {
        guard let found = try knownVersion(of: database) else {
            throw DatabaseError(message: "a newer version of inatty made it")
        }
        if found == version { return }
        try database.execute(
            sql: """
                CREATE TABLE request (start INTEGER NOT NULL, host TEXT NOT NULL);
                CREATE INDEX request_start ON request (start, host);
                PRAGMA user_version = \(version);
                """
        )
    }

    /// 0 for a new file; nil when another program made it.
    private static func knownVersion(of database: Database) throws -> Int? {
        let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        return found == 0 || found == version ? found : nil
    }

    // MARK: - Time and words

    private static func microseconds(_ date: Date) -> Int64 {
        // Four digits of years, so that no sum overflows.
        Int64(min(max(date.timeIntervalSince1970, -62_000_000_000), 250_000_000_000) * 1_000_000)
    }

    private static func date(_ microseconds: Int64) -> Date {
        Date(timeIntervalSince1970: Double(microseconds) / 1_000_000)
    }

    private static func words(for error: any Error) -> String {
        guard let error = error as? DatabaseError else { return String(describing: error) }
        return switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: "the file is damaged"
        case .SQLITE_BUSY, .SQLITE_LOCKED: "another program holds it"
        default: error.message ?? "SQLite says \(error.resultCode)"
        }
    }
}

extension Duration {
    fileprivate var microseconds: Int64 {
        components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    }
}
