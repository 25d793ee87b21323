internal import GRDB
internal import INaturalist

/// Where the disclosed true points are, under their sights' keys.
///
/// A point waits in a plain table until there are some thousand of them. Put into the R*Tree two hundred at a time, as
/// replies come, each takes a page of the file to itself that is written with the others of its reply: two and a half
/// times the work (`Benchmarks/store`).
struct PointIndex {
    /// How many points may wait; every look inside a box reads them one by one.
    static let patience = 4096

    private let insertion: RawStatement
    private let waitingRemoval: RawStatement
    private let removal: RawStatement

    init(_ database: Database) throws {
        insertion = try database.raw(
            "INSERT INTO waiting_point (key, latitude, longitude) VALUES (?1, ?2, ?3)"
        )
        waitingRemoval = try database.raw("DELETE FROM waiting_point WHERE key = ?1")
        removal = try database.raw("DELETE FROM true_point WHERE key = ?1")
    }

    func add(_ point: Coordinate, under key: Int64) throws {
        insertion.bind(1, key)
        insertion.bind(2, point.latitude)
        insertion.bind(3, point.longitude)
        try insertion.run()
    }

    func forget(_ key: Int64) throws {
        waitingRemoval.bind(1, key)
        try waitingRemoval.run()
        guard waitingRemoval.changes == 0 else { return }
        removal.bind(1, key)
        try removal.run()
    }
}

// The index as a whole
extension PointIndex {
    /// Puts what waits into the tree, once that is enough.
    static func settle(in database: Database) throws {
        guard try database.number("SELECT count(*) FROM waiting_point") >= patience else { return }
        try database.run(
            """
            INSERT INTO true_point SELECT key, latitude, latitude, longitude, longitude FROM waiting_point
            """
        )
        try database.run("DELETE FROM waiting_point")
    }

    /// Fills an empty tree from the sights.
    static func rebuild(in database: Database) throws {
        try database.run("DELETE FROM waiting_point")
        try database.run(
            "INSERT INTO true_point SELECT key, latitude, latitude, longitude, longitude \(shouldHold)"
        )
    }

    /// Takes everything out.
    static func empty(_ database: Database) throws {
        try database.run("DELETE FROM true_point")
        try database.run("DELETE FROM waiting_point")
    }

    /// What is wrong with the tree in itself, in SQLite's words; nothing when all is well.
    static func problem(in database: Database) throws -> String? {
        let answer = try String.fetchOne(database, sql: "SELECT rtreecheck('true_point')")
        return answer == "ok" ? nil : answer ?? "no answer"
    }

    /// How many points it holds, and how many it should.
    static func count(in database: Database) throws -> (held: Int, expected: Int) {
        let held =
            try database.number("SELECT count(*) FROM true_point")
            + database.number("SELECT count(*) FROM waiting_point")
        return (held, try database.number("SELECT count(*) \(shouldHold)"))
    }

    /// A query for keys, some of them of points just outside: the tree rounds to 32 bits, outwards.
    ///
    /// - Parameter south: like the others an expression, of degrees WGS 84.
    static func keys(
        south: String,
        north: String,
        west: String,
        east: String,
        first: String,
        last: String
    ) -> String {
        """
        SELECT key FROM true_point WHERE south <= \(north) AND north >= \(south) AND west <= \(east) \
        AND east >= \(west) AND key BETWEEN \(first) AND \(last) UNION ALL \
        SELECT key FROM waiting_point WHERE latitude BETWEEN \(south) AND \(north) \
        AND longitude BETWEEN \(west) AND \(east) AND key BETWEEN \(first) AND \(last)
        """
    }

    private static let shouldHold =
        "FROM sight WHERE until IS NULL AND latitude IS NOT NULL AND longitude IS NOT NULL"
}
