internal import GRDB
internal import GRDBSQLite

/// A prepared statement, bound and stepped without GRDB's boxes: a million rows pass through here at a time.
struct RawStatement {
    /// Keeps the handle alive.
    private let statement: Statement
    private let handle: OpaquePointer

    init(_ statement: Statement) {
        self.statement = statement
        handle = statement.sqliteStatement
        reset()
    }

    /// Makes it ready for the next values.
    func reset() {
        sqlite3_reset(handle)
    }

    /// - Returns: whether there is a row.
    func step() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        let database = sqlite3_db_handle(handle)
        let message = sqlite3_errmsg(database).map { String(cString: $0) }
        let extended = sqlite3_extended_errcode(database)
        sqlite3_reset(handle)
        throw DatabaseError(
            resultCode: ResultCode(rawValue: extended == 0 ? code : extended),
            message: message
        )
    }

    /// Runs what gives no rows, and makes it ready again.
    func run() throws {
        _ = try step()
        reset()
    }

    /// How many rows the last change touched.
    var changes: Int { Int(sqlite3_changes(sqlite3_db_handle(handle))) }

    /// The key of the last row that was put in.
    var lastKey: Int64 { sqlite3_last_insert_rowid(sqlite3_db_handle(handle)) }
}

// Binding; parameters count from 1.
extension RawStatement {
    func bind(_ index: Int32, _ value: Int64) {
        sqlite3_bind_int64(handle, index, value)
    }

    func bind(_ index: Int32, _ value: Int64?) {
        if let value { sqlite3_bind_int64(handle, index, value) } else { sqlite3_bind_null(handle, index) }
    }

    func bind(_ index: Int32, _ value: Double?) {
        if let value { sqlite3_bind_double(handle, index, value) } else { sqlite3_bind_null(handle, index) }
    }

    /// With its length, because words from the network may hold a zero.
    func bind(_ index: Int32, _ value: String) {
        var value = value
        value.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                // An empty text without an address would be null.
                let start = characters.baseAddress
                if let start {
                    _ = sqlite3_bind_text(handle, index, start, Int32(characters.count), Self.copied)
                } else {
                    _ = sqlite3_bind_text(handle, index, "", 0, Self.copied)
                }
            }
        }
    }

    func bind(_ index: Int32, _ value: String?) {
        if let value { bind(index, value) } else { sqlite3_bind_null(handle, index) }
    }

    func bind(_ index: Int32, _ value: Cell) {
        switch value {
        case .missing: sqlite3_bind_null(handle, index)
        case .number(let number): sqlite3_bind_int64(handle, index, number)
        case .real(let number): sqlite3_bind_double(handle, index, number)
        case .words(let words): bind(index, words)
        case .bytes(let bytes):
            _ = bytes.withUnsafeBytes {
                sqlite3_bind_blob(handle, index, $0.baseAddress, Int32($0.count), Self.copied)
            }
        }
    }

    func bind(_ values: [Cell]) {
        for (index, value) in values.enumerated() { bind(Int32(index + 1), value) }
    }

    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}

// Columns; they count from 0.
extension RawStatement {
    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func optionalInteger(_ column: Int32) -> Int64? {
        isNull(column) ? nil : sqlite3_column_int64(handle, column)
    }

    /// A whole number from 0 to below a limit; nil for anything else.
    func smallInteger(_ column: Int32, below limit: Int) -> Int? {
        guard sqlite3_column_type(handle, column) == SQLITE_INTEGER else { return nil }
        let number = sqlite3_column_int64(handle, column)
        return number >= 0 && number < limit ? Int(number) : nil
    }

    func real(_ column: Int32) -> Double? {
        isNull(column) ? nil : sqlite3_column_double(handle, column)
    }

    func text(_ column: Int32) -> String? {
        guard let start = sqlite3_column_text(handle, column) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func cell(_ column: Int32) -> Cell {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: .number(sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT: .real(sqlite3_column_double(handle, column))
        case SQLITE_TEXT: .words(text(column) ?? "")
        case SQLITE_BLOB: .bytes(bytes(column))
        default: .missing
        }
    }

    private func bytes(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }
}

extension Database {
    /// A statement that is prepared once a connection. One text must not be in use twice at a time.
    func raw(_ sql: String) throws -> RawStatement {
        RawStatement(try cachedStatement(sql: sql))
    }

    /// The first row of what was asked for.
    func first<Value>(
        _ sql: String,
        _ values: [Cell] = [],
        _ read: (RawStatement) throws -> Value
    ) throws -> Value? {
        let statement = try raw(sql)
        defer { statement.reset() }
        statement.bind(values)
        return try statement.step() ? read(statement) : nil
    }

    /// Every row of what was asked for.
    func all<Value>(
        _ sql: String,
        _ values: [Cell] = [],
        _ read: (RawStatement) throws -> Value
    ) throws -> [Value] {
        let statement = try raw(sql)
        defer { statement.reset() }
        statement.bind(values)
        var rows: [Value] = []
        while try statement.step() { rows.append(try read(statement)) }
        return rows
    }

    /// Runs one statement that gives no rows.
    func run(_ sql: String, _ values: [Cell] = []) throws {
        let statement = try raw(sql)
        defer { statement.reset() }
        statement.bind(values)
        while try statement.step() {}
    }
}
