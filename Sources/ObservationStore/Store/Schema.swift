internal import GRDB

/// The tables, and how an older file becomes one of today.
///
/// A file's number is in `PRAGMA user_version`; `application_id` says that the file is a store of inatty.
enum Schema {
    /// “inat”.
    static let applicationID: Int64 = 0x696E_6174

    /// Bytes of a page of a new file.
    static let pageSize = 8192

    /// One step a version; a step that was once released is never changed.
    private static let steps: [@Sendable (Database) throws -> Void] = [
        { try $0.execute(sql: first) }, { try $0.execute(sql: waitingPoint) },
    ]

    /// The version that this program writes.
    static var version: Int { steps.count }

    /// Brings a file to ``version``, all of it or nothing.
    static func migrate(_ database: Database) throws {
        let held = try version(of: database)
        guard held < version else { return }
        for step in steps[held...] { try step(database) }
        try database.execute(
            sql: "PRAGMA user_version = \(version); PRAGMA application_id = \(applicationID)"
        )
    }

    /// Lends an older file that may only be read the tables that it lacks, empty and in memory alone.
    static func lend(_ database: Database) throws {
        guard try version(of: database) == 1 else { return }
        try database.execute(sql: waitingPoint.replacing("CREATE TABLE", with: "CREATE TEMP TABLE"))
    }

    /// Whether there is no table at all.
    static func isEmpty(_ database: Database) throws -> Bool {
        try database.number("SELECT count(*) FROM sqlite_schema") == 0
    }

    static func version(of database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }

    /// How words are cut for the filter: without case and accents.
    static let tokenizer = "unicode61 remove_diacritics 2"

    /// - `observation`: what does not depend on who asks. Narrow, because sorting and counting read all of it.
    /// - `description`: apart from it for the same reason.
    /// - `sight`: what one viewer was told, under viewer times 2^32 plus id.
    /// - `member`: what a list holds, under list times 2^32 plus id.
    /// - `true_point`: where disclosed sights are, under the sight's key (``PointIndex``).
    /// - `observation_words`, `sight_words`: the filter's indexes, without the words themselves. The first letters that
    ///   are typed begin so many words that the indexes have lists for them.
    /// - `change`: history; the viewer is 0 where it is everybody's.
    private static let first = """
        CREATE TABLE observation (
            id INTEGER PRIMARY KEY,
            obscuration INTEGER NOT NULL,
            geoprivacy, taxon_geoprivacy, quality, observed_on,
            latitude REAL, longitude REAL, accuracy REAL,
            taxon INTEGER, name_key TEXT, common_name TEXT, taxon_name TEXT, guess,
            login TEXT, place_key TEXT, place TEXT, created_at,
            fetched_at INTEGER NOT NULL, deleted_at INTEGER,
            observer INTEGER, observer_name TEXT, rank, iconic_taxon, observed_at, updated_at, uuid, address
        );
        CREATE TABLE description (id INTEGER PRIMARY KEY, words TEXT NOT NULL);
        CREATE TABLE address (number INTEGER PRIMARY KEY, beginning TEXT NOT NULL, noticed_at INTEGER NOT NULL);
        CREATE TABLE viewer (
            number INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, account INTEGER NOT NULL,
            noticed_at INTEGER NOT NULL, UNIQUE (kind, account)
        );
        CREATE TABLE sight (
            key INTEGER PRIMARY KEY, state INTEGER NOT NULL, fetched_at INTEGER NOT NULL, trusted INTEGER,
            latitude REAL, longitude REAL, accuracy REAL, place_key TEXT, place TEXT, apart REAL, until INTEGER
        );
        CREATE TABLE list (
            number INTEGER PRIMARY KEY AUTOINCREMENT, viewer INTEGER NOT NULL, query TEXT NOT NULL,
            opened_at INTEGER NOT NULL, total INTEGER, is_complete INTEGER NOT NULL DEFAULT 0, lowest INTEGER,
            completed_at INTEGER, changed_since INTEGER, fetched_at INTEGER, row_count INTEGER NOT NULL DEFAULT 0,
            UNIQUE (viewer, query)
        );
        CREATE TABLE member (key INTEGER PRIMARY KEY);
        CREATE TABLE change (
            number INTEGER PRIMARY KEY, observation INTEGER NOT NULL, viewer INTEGER NOT NULL, at INTEGER NOT NULL,
            kind INTEGER NOT NULL, before, before_longitude REAL, after, after_longitude REAL
        );
        CREATE TABLE tally (number INTEGER PRIMARY KEY, observations INTEGER NOT NULL);
        INSERT INTO tally (number, observations) VALUES (1, 0);
        CREATE VIRTUAL TABLE true_point USING rtree(key, south, north, west, east);
        CREATE VIRTUAL TABLE observation_words USING fts5(
            words, content='', detail=none, columnsize=0, prefix='1 2', tokenize='\(tokenizer)'
        );
        CREATE VIRTUAL TABLE sight_words USING fts5(
            words, content='', detail=none, columnsize=0, prefix='1 2', tokenize='\(tokenizer)'
        );
        """

    /// - `waiting_point`: disclosed points that are not in `true_point` yet.
    private static let waitingPoint = """
        CREATE TABLE waiting_point (key INTEGER PRIMARY KEY, latitude REAL NOT NULL, longitude REAL NOT NULL);
        """
}
