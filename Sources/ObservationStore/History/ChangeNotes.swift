internal import GRDB
internal import INaturalist

/// Writes history: what a row was and what it became. A row that is seen for the first time has none.
struct ChangeNotes {
    private let insertion: RawStatement
    private let moment: Int64
    /// The viewer of whom private changes are noted; 0 where there are none.
    private let viewer: Int64
    private(set) var count = 0

    /// A value as two columns.
    enum Note: Hashable {
        case cell(Cell)
        case point(Double, Double)
        case date(Int64)
    }

    init(_ database: Database, at moment: Int64, viewer: Int64 = 0) throws {
        insertion = try database.raw(
            """
            INSERT INTO change (observation, viewer, at, kind, before, before_longitude, after, after_longitude) \
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """
        )
        self.moment = moment
        self.viewer = viewer
    }

    /// Notes one change.
    func note(
        _ kind: ObservationChange.Kind,
        of id: Int64,
        _ before: Note?,
        _ after: Note?,
        isPrivate: Bool = false
    ) throws {
        insertion.bind(1, id)
        insertion.bind(2, isPrivate ? viewer : 0)
        insertion.bind(3, moment)
        insertion.bind(4, Int64(kind.rawValue))
        bind(5, before)
        bind(7, after)
        try insertion.run()
    }

    private func bind(_ index: Int32, _ note: Note?) {
        var longitude: Double?
        switch note {
        case nil: insertion.bind(index, Cell.missing)
        case .cell(let cell): insertion.bind(index, cell)
        case .date(let date): insertion.bind(index, date)
        case .point(let latitude, let east):
            insertion.bind(index, latitude)
            longitude = east
        }
        insertion.bind(index + 1, longitude)
    }

    private mutating func compare(
        _ kind: ObservationChange.Kind,
        of id: Int64,
        _ before: Note?,
        _ after: Note?,
        isPrivate: Bool = false
    ) throws {
        guard before != after else { return }
        try note(kind, of: id, before, after, isPrivate: isPrivate)
        count += 1
    }

    /// Notes what everybody may know.
    mutating func comparePublic(_ id: Int64, _ before: PublicRow, _ after: PublicRow) throws {
        let (old, new) = (before.content, after.content)
        try compare(.geoprivacy, of: id, .init(old.geoprivacy), .init(new.geoprivacy))
        try compare(.taxonGeoprivacy, of: id, .init(old.taxonGeoprivacy), .init(new.taxonGeoprivacy))
        try compare(.publicPoint, of: id, .init(old.location?.point), .init(new.location?.point))
        try compare(.publicAccuracy, of: id, .init(old.accuracy), .init(new.accuracy))
        try compare(.deletion, of: id, before.deletedAt.map(Note.date), after.deletedAt.map(Note.date))
    }

    /// Notes what one viewer alone was told.
    ///
    /// A true point that is withheld now is a change of access; of the point itself nothing is known then.
    ///
    /// - Parameter publicBefore: the row as it was before this answer.
    mutating func compareSight(
        _ id: Int64,
        _ before: SightRow,
        _ after: SightRow,
        publicBefore: PublicRow,
        publicAfter: PublicRow
    ) throws {
        try compare(
            .access,
            of: id,
            .cell(.words(before.access.rawValue)),
            .cell(.words(after.access.rawValue)),
            isPrivate: true
        )
        guard after.state != .withheld, after.until == nil else { return }
        guard let old = Self.truth(before, publicBefore), let new = Self.truth(after, publicAfter) else {
            return
        }
        // Between two open answers the public point says it all.
        guard before.face != nil || after.face != nil else { return }
        try compare(
            .truePoint,
            of: id,
            .init(old.location?.point),
            .init(new.location?.point),
            isPrivate: true
        )
        try compare(
            .trueAccuracy,
            of: id,
            .init(old.location?.accuracy),
            .init(new.location?.accuracy),
            isPrivate: true
        )
        guard before.face != nil else { return }
        try compare(.privatePlace, of: id, .init(old.place), .init(new.place), isPrivate: true)
    }

    /// The true face as far as a viewer knew it: what was told, or the public one of an open observation.
    private static func truth(_ sight: SightRow, _ row: PublicRow) -> TrueFace? {
        if let face = sight.face { return face }
        switch sight.state {
        case .open, .openWithoutKeys:
            guard row.content.obscuration == 0 else { return nil }
            return TrueFace(location: row.content.location, place: row.content.place)
        case .hiddenWithoutTruth:
            return TrueFace(location: nil, place: nil)
        case .withheld, .disclosed:
            return nil
        }
    }
}

extension ChangeNotes.Note? {
    fileprivate init(_ cell: Cell) { self = cell == .missing ? nil : .cell(cell) }
    fileprivate init(_ point: Coordinate?) { self = point.map { .point($0.latitude, $0.longitude) } }
    fileprivate init(_ number: Double?) { self = number.map { .cell(.real($0)) } }
    fileprivate init(_ words: String?) { self = words.map { .cell(.words($0)) } }
}
