internal import GRDB

/// The keys of one viewer's sights: viewer times 2^32 plus the observation's id. Every look at what a viewer was told
/// goes through one of these, so that no account reads another's.
struct SightKeys: Sendable, Hashable {
    /// 0 is nobody: a viewer who never asked has no sights.
    let viewer: Int64

    static let idLimit: Int64 = 1 << 32

    /// What is added to an observation's id.
    var base: Int64 { viewer << 32 }
    /// The first and the last key that an observation can have.
    var first: Int64 { base + 1 }
    var last: Int64 { base + Self.idLimit - 1 }

    func key(_ id: Int64) -> Int64 { base + id }

    /// The keys of a viewer who may never have asked.
    init(of viewer: ViewerKey, in database: Database) throws {
        self.viewer = try Self.number(of: viewer, in: database) ?? 0
    }

    init(viewer: Int64) { self.viewer = viewer }

    /// The keys of a viewer, who gets a number when there is none.
    static func making(_ viewer: ViewerKey, at moment: Int64, in database: Database) throws -> SightKeys {
        if let number = try number(of: viewer, in: database) { return SightKeys(viewer: number) }
        let statement = try database.raw("INSERT INTO viewer (kind, account, noticed_at) VALUES (?1, ?2, ?3)")
        statement.bind(1, viewer.kind)
        statement.bind(2, viewer.user)
        statement.bind(3, moment)
        try statement.run()
        return SightKeys(viewer: statement.lastKey)
    }

    private static func number(of viewer: ViewerKey, in database: Database) throws -> Int64? {
        try database.first(
            "SELECT number FROM viewer WHERE kind = ?1 AND account = ?2",
            [.number(viewer.kind), .number(viewer.user)]
        ) { $0.integer(0) }
    }
}
