package import FoundationEssentials
internal import GRDB
internal import INaturalist

// History
extension ObservationStore {
    /// What became different, the latest first: what everybody may know, and what this viewer alone was told.
    ///
    /// - Parameters:
    ///   - date: not what was noticed before; nil for all.
    ///   - list: only observations that this list holds.
    ///   - limit: how many at most; nil for all.
    ///   - before: only what was noticed before the change with this id, to go on where the last answer ended.
    package func changes(
        since date: Date?,
        of list: ListID?,
        as viewer: ViewerKey,
        limit: Int?,
        before: Int64?
    ) throws(StoreError) -> [ObservationChange] {
        try read { database in
            let keys = try SightKeys(of: viewer, in: database)
            return try database.all(
                """
                SELECT number, observation, viewer, at, kind, before, before_longitude, after, after_longitude \
                FROM change WHERE viewer IN (0, ?1) AND number < ?2 AND at >= ?3 \
                \(list == nil ? "AND ?4 IS NULL" : "AND EXISTS (SELECT 1 FROM member WHERE key = ?4 + observation)") \
                ORDER BY number DESC LIMIT ?5
                """,
                [
                    .number(keys.viewer), .number(before ?? Int64.max),
                    .number(date.map { Int64(seconds: $0) } ?? Int64.min),
                    list.map { .number($0.base) } ?? .missing, .number(limit.map { Int64($0) } ?? -1),
                ],
                ObservationChange.init
            ).compactMap { $0 }
        }
    }
}

extension ObservationChange {
    /// Nil for a kind that this program does not know.
    fileprivate init?(_ row: RawStatement) {
        guard let kind = Kind(rawValue: Int(row.integer(4))) else { return nil }
        self.init(
            id: row.integer(0),
            observation: Int(row.integer(1)),
            noticedAt: row.integer(3).date,
            kind: kind,
            before: Value(kind, row.cell(5), row.real(6)),
            after: Value(kind, row.cell(7), row.real(8)),
            isPrivate: row.integer(2) != 0
        )
    }
}

extension ObservationChange.Value {
    fileprivate init?(_ kind: ObservationChange.Kind, _ cell: Cell, _ longitude: Double?) {
        let value: Self? =
            switch kind {
            case .geoprivacy, .taxonGeoprivacy:
                WordCode.geoprivacy.word(cell).map { .geoprivacy(Geoprivacy(word: $0)) }
            case .publicPoint, .truePoint:
                cell.real.flatMap { latitude in
                    longitude.map { .point(Coordinate(latitude: latitude, longitude: $0)) }
                }
            case .publicAccuracy, .trueAccuracy: cell.real.map { .accuracy($0) }
            case .privatePlace: cell.words.map { .place($0) }
            case .access: cell.words.flatMap(Access.init(rawValue:)).map { .access($0) }
            case .deletion: cell.number.map { .date($0.date) }
            }
        guard let value else { return nil }
        self = value
    }
}
