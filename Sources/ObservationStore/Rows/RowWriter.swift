internal import FoundationEssentials
internal import GRDB
internal import INaturalist

/// Puts observations into the file, one after another, inside one transaction.
///
/// A row that says what is held already costs a look and the new time of the viewer's sight; a new one costs a row in
/// every table that it has something for.
struct RowWriter {
    private let keys: SightKeys
    private let list: ListID?
    private let moment: Int64
    /// A file lacks columns; what it does not say leaves what is held.
    private let isFile: Bool
    private let statements: Statements
    private var addresses: AddressBook
    private var notes: ChangeNotes
    private let words: WordIndex
    private let privateWords: WordIndex
    private let points: PointIndex
    /// All viewers, because a public point that moved changes how far it is from each one's true point.
    private let viewers: [Int64]
    /// Those who asked a server: what one of them was told of a row says how it was then.
    private let witnesses: [Int64]
    private(set) var report = WriteReport()
    private var added = 0

    init(_ database: Database, viewer: ViewerKey, list: ListID?, at date: Date) throws {
        moment = Int64(seconds: date)
        keys = try SightKeys.making(viewer, at: moment, in: database)
        self.list = list
        isFile = viewer == .file
        statements = try Statements(database)
        addresses = try AddressBook(database, at: moment)
        notes = try ChangeNotes(database, at: moment, viewer: keys.viewer)
        words = try WordIndex(.observation, database)
        privateWords = try WordIndex(.sight, database)
        points = try PointIndex(database)
        viewers = try database.all("SELECT number FROM viewer") { $0.integer(0) }
        witnesses = try database.all(
            "SELECT number FROM viewer WHERE kind <> ?1",
            [.number(ViewerKey.file.kind)]
        ) { $0.integer(0) }
    }

    /// Writes one observation, unless it has an id that the file cannot have.
    mutating func write(_ observation: Observation) throws {
        guard 1...Int(Int32.max) ~= observation.id else {
            report.refused.append(observation.id)
            return
        }
        let id = Int64(observation.id)
        var row = PublicRow(
            id: id,
            content: try PublicRow.Content(observation, addresses: &addresses),
            fetchedAt: moment
        )
        let held = try publicRow(id)
        if let held {
            if isFile {
                row.content.fill(from: held.content)
                row.deletedAt = held.deletedAt
            }
            let isSame = row.content.isIdentical(to: held.content) && row.deletedAt == held.deletedAt
            // An older page says nothing about how the observation is now.
            if moment < (isSame ? held.fetchedAt : try newestAnswer(held)) {
                row = held
                report.older += 1
            } else if isSame {
                row = held
            } else {
                try replace(held, with: row)
            }
        } else {
            try insert(row)
        }
        try writeSight(of: observation, publicBefore: held ?? row, publicAfter: row)
        guard let list else { return }
        statements.member.bind(1, list.base + id)
        try statements.member.run()
        if statements.member.changes > 0 { report.new.append(observation.id) }
    }

    /// Brings the counts up to date; to be called once, at the end.
    mutating func finish(in database: Database) throws -> WriteReport {
        if let list, !report.new.isEmpty {
            try database.run(
                "UPDATE list SET row_count = row_count + ?2 WHERE number = ?1",
                [.number(list.number), .number(Int64(report.new.count))]
            )
        }
        if added > 0 {
            try database.run("UPDATE tally SET observations = observations + ?1", [.number(Int64(added))])
        }
        try PointIndex.settle(in: database)
        report.changes = notes.count
        return report
    }

    private func publicRow(_ id: Int64) throws -> PublicRow? {
        statements.selection.bind(1, id)
        defer { statements.selection.reset() }
        return try statements.selection.step() ? PublicRow(statements.selection) : nil
    }

    /// When the row was last known to be as it is: an answer that changed nothing is only noted in its viewer's sight.
    private func newestAnswer(_ held: PublicRow) throws -> Int64 {
        var newest = max(held.fetchedAt, held.deletedAt ?? held.fetchedAt)
        for witness in witnesses {
            guard let sight = try sightRow(SightKeys(viewer: witness).key(held.id)) else { continue }
            newest = max(newest, sight.fetchedAt)
        }
        return newest
    }

    private mutating func insert(_ row: PublicRow) throws {
        row.bind(to: statements.insertion)
        try statements.insertion.run()
        if row.content.description != nil { try writeDescription(row) }
        try words.add(row.content.searchWords, under: row.id)
        added += 1
    }

    private mutating func replace(_ held: PublicRow, with row: PublicRow) throws {
        row.bind(to: statements.insertion)
        try statements.insertion.run()
        try writeDescription(row)
        let (old, new) = (held.content.searchWords, row.content.searchWords)
        // By bytes: texts that Unicode takes for equal may be cut into different words.
        if !old.utf8.elementsEqual(new.utf8) {
            try words.forget(old, under: row.id)
            try words.add(new, under: row.id)
        }
        try notes.comparePublic(row.id, held, row)
        if held.content.location?.point != row.content.location?.point { try measureAnew(row) }
    }

    private func writeDescription(_ row: PublicRow) throws {
        if let words = row.content.description {
            statements.description.bind(1, row.id)
            statements.description.bind(2, words)
            try statements.description.run()
        } else {
            statements.noDescription.bind(1, row.id)
            try statements.noDescription.run()
        }
    }

    private func measureAnew(_ row: PublicRow) throws {
        for viewer in viewers {
            let key = SightKeys(viewer: viewer).key(row.id)
            guard var sight = try sightRow(key), let truth = sight.face?.location else { continue }
            sight.apart = row.content.distance(to: truth)
            sight.bind(to: statements.sight, key: key)
            try statements.sight.run()
        }
    }

    private func sightRow(_ key: Int64) throws -> SightRow? {
        statements.sightSelection.bind(1, key)
        defer { statements.sightSelection.reset() }
        return try statements.sightSelection.step() ? SightRow(statements.sightSelection) : nil
    }

    private mutating func writeSight(
        of observation: Observation,
        publicBefore: PublicRow,
        publicAfter: PublicRow
    ) throws {
        let key = keys.key(publicAfter.id)
        var sight = SightRow(observation, at: moment)
        // An older answer's public point is not the one that is held.
        if let truth = sight.face?.location,
            publicAfter.content.location?.point != observation.publicFace.location?.point
        {
            sight.apart = publicAfter.content.distance(to: truth)
        }
        guard let held = try sightRow(key) else {
            try write(sight, under: key)
            return try index(sight, under: key)
        }
        guard held.fetchedAt <= moment else { return }
        // A file without the private columns unsays nothing of what another one said.
        let isSilent = isFile && observation.disclosure == .withheld
        if isSilent, held.face != nil || held.state == .hiddenWithoutTruth { return try touch(held, key) }
        if isFile { sight.isTrusted = sight.isTrusted ?? held.isTrusted }
        if sight.state == .withheld || sight.state == .openWithoutKeys, let face = held.face {
            // What was once told is kept beside “withheld”, never replaced by it.
            sight.face = face
            sight.apart = held.apart
            sight.until = held.until ?? moment
        }
        try notes.compareSight(
            publicAfter.id,
            held,
            sight,
            publicBefore: publicBefore,
            publicAfter: publicAfter
        )
        if sight.isSame(as: held) {
            return try touch(held, key)
        }
        try unindex(held, under: key)
        try write(sight, under: key)
        try index(sight, under: key)
    }

    private func touch(_ held: SightRow, _ key: Int64) throws {
        guard held.fetchedAt < moment else { return }
        statements.sightTime.bind(1, key)
        statements.sightTime.bind(2, moment)
        try statements.sightTime.run()
    }

    private func write(_ sight: SightRow, under key: Int64) throws {
        sight.bind(to: statements.sight, key: key)
        try statements.sight.run()
    }

    private func index(_ sight: SightRow, under key: Int64) throws {
        guard let face = sight.face else { return }
        if let place = face.place { try privateWords.add(place, under: key) }
        guard sight.until == nil, let point = face.location?.point else { return }
        try points.add(point, under: key)
    }

    private func unindex(_ sight: SightRow, under key: Int64) throws {
        guard let face = sight.face else { return }
        if let place = face.place { try privateWords.forget(place, under: key) }
        guard sight.until == nil, face.location != nil else { return }
        try points.forget(key)
    }
}

extension RowWriter {
    /// What is prepared once a connection.
    private struct Statements {
        let selection: RawStatement
        let insertion: RawStatement
        let description: RawStatement
        let noDescription: RawStatement
        let sightSelection: RawStatement
        let sight: RawStatement
        let sightTime: RawStatement
        let member: RawStatement

        init(_ database: Database) throws {
            selection = try database.raw(PublicRow.selection)
            insertion = try database.raw(PublicRow.insertion)
            description = try database.raw("INSERT OR REPLACE INTO description (id, words) VALUES (?1, ?2)")
            noDescription = try database.raw("DELETE FROM description WHERE id = ?1")
            sightSelection = try database.raw(SightRow.selection)
            sight = try database.raw(SightRow.insertion)
            sightTime = try database.raw("UPDATE sight SET fetched_at = ?2 WHERE key = ?1")
            member = try database.raw("INSERT OR IGNORE INTO member (key) VALUES (?1)")
        }
    }
}
