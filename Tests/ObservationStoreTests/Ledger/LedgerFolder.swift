import Foundation
import GRDB
import INaturalist
import ObservationStore
import Subprocess

/// A folder of state with a ledger in it, to be removed afterwards.
struct LedgerFolder: Sendable {
    /// 2026-06-01 12:00:00 UTC.
    static let noon = Date(timeIntervalSince1970: 1_780_315_200)

    let host = "api.inaturalist.org"
    private let root: URL

    var state: String { root.appending(path: "inatty").path }
    var path: String { "\(state)/requests.sqlite" }

    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "inatty-ledger-\(UUID())")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    func remove() {
        try? FileManager.default.removeItem(at: root)
    }

    func ledger(host: String? = nil) -> RequestLedgerFile {
        RequestLedgerFile(path: path, host: host ?? self.host)
    }

    func mode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: state + name)[.posixPermissions] as? Int
    }

    func microseconds(_ date: Date) -> Int64 { Int64((date.timeIntervalSince1970 * 1_000_000).rounded()) }

    // MARK: - Another program

    func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try DatabaseQueue(path: path).write(body)
    }

    func rows() throws -> Int { try starts().count }

    func starts() throws -> [Int64] {
        try write { try Int64.fetchAll($0, sql: "SELECT start FROM request ORDER BY start") }
    }

    /// Another process counts by the same rule, and says how often it could start.
    func startInPython(tries: Int, at now: Date) async throws -> Int {
        let program = """
            import sqlite3, sys
            path, host, now, tries = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
            connection = sqlite3.connect(path, timeout=30, isolation_level=None)
            started = 0
            for _ in range(tries):
                connection.execute("BEGIN IMMEDIATE")
                count = connection.execute(
                    "SELECT count(*) FROM request WHERE host = ? AND start > ?", (host, now - 60000000)
                ).fetchone()[0]
                if count < 60:
                    connection.execute("INSERT INTO request (start, host) VALUES (?, ?)", (now, host))
                    started += 1
                connection.execute("COMMIT")
            print(started)
            """
        let result = try await Subprocess.run(
            .name("python3"),
            arguments: ["-c", program, path, host, String(microseconds(now)), String(tries)],
            output: .string(limit: 1 << 16),
            error: .string(limit: 1 << 16)
        )
        guard let count = Int(result.standardOutput.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw PythonFailure(errors: result.standardError)
        }
        return count
    }

    struct PythonFailure: Error { let errors: String }

    // MARK: - Damage

    enum Damage: String, CaseIterable, Sendable {
        case noDatabase, truncated, newer, folder, symbolicLink, wrongTable

        /// What the message has to say of it.
        var words: String {
            switch self {
            case .noDatabase, .truncated: "the file is damaged"
            case .newer: "a newer version of inatty made it"
            case .folder: "Is a directory"
            case .symbolicLink: "Too many levels of symbolic links"
            case .wrongTable: "no such column"
            }
        }
    }

    func put(_ damage: Damage) throws {
        try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
        switch damage {
        case .noDatabase: try Data(repeating: 65, count: 5000).write(to: URL(filePath: path))
        case .truncated:
            let ledger = ledger()
            for _ in 0..<60 { _ = try ledger.start(at: Self.noon) }
            _ = try DatabaseQueue(path: path).writeWithoutTransaction { try $0.checkpoint(.truncate) }
            let whole = try bytes()
            try Data(whole.prefix(whole.count / 2)).write(to: URL(filePath: path))
        case .newer: try prepare("PRAGMA user_version = 7")
        case .folder:
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        case .symbolicLink:
            let other = root.appending(path: "other").path
            try Data("other".utf8).write(to: URL(filePath: other))
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: other)
        case .wrongTable: try prepare("CREATE TABLE request (x); PRAGMA user_version = 1")
        }
    }

    /// A whole file that some program made.
    private func prepare(_ sql: String) throws {
        var configuration = Configuration()
        configuration.journalMode = .wal
        let database = try DatabaseQueue(path: path, configuration: configuration)
        try database.writeWithoutTransaction { database in
            try database.execute(sql: sql)
            try database.checkpoint(.truncate)
        }
    }

    func heal() {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    func bytes() throws -> Data {
        var isFolder = ObjCBool(false)
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            return Data()
        }
        return try Data(contentsOf: URL(filePath: path))
    }
}
