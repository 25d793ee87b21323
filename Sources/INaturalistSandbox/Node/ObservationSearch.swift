/// A search for observations: what was asked for, and which records answer it.
struct ObservationSearch: Sendable {
    /// Conditions that all have to hold.
    var conditions: [@Sendable (ObservationRecord) -> Bool] = []
    var order = ObservationOrder()
    var page = PageRequest()

    /// The one collection project that the search names, which shows curators what its members trust them with.
    var searchedProject: Project?

    /// Ids, when nothing else was asked for: such a search returns them all, in its own order (API reference 3.2).
    var plainIDs: [String]?

    /// The rows of one page, and how many there are in all.
    struct Rows: Sendable {
        let rows: [ObservationRecord]
        let total: Int

        /// South-western and north-eastern corner of all matching public points.
        let bounds: JSONValue?
    }

    func rows(in world: World, withBounds: Bool) -> Rows {
        if let plainIDs {
            let rows = Self.records(plainIDs, in: world)
            return Rows(rows: rows, total: rows.count, bounds: withBounds ? Self.bounds(rows) : nil)
        }
        let conditions = conditions
        var matching = world.records.filter { record in conditions.allSatisfy { $0(record) } }
        order.sort(&matching)
        let rows = matching.dropFirst(page.offset).prefix(page.size)
        return Rows(
            rows: Array(rows),
            total: matching.count,
            bounds: withBounds ? Self.bounds(matching) : nil
        )
    }

    /// Records by id, ordered by their ids as strings, as the search engine's multi-get has them.
    static func records(_ ids: [String], in world: World) -> [ObservationRecord] {
        Set(ids).sorted().compactMap { Int($0) }.compactMap { world.record(id: $0) }
    }

    private static func bounds(_ records: [ObservationRecord]) -> JSONValue? {
        let points = records.compactMap(\.place.publicPoint)
        let latitudes = points.map(\.latitude)
        let longitudes = points.map(\.longitude)
        guard let south = latitudes.min(), let north = latitudes.max(), let west = longitudes.min(),
            let east = longitudes.max()
        else { return nil }
        return [
            "swlat": .verbatim(south.text(minimumDecimals: 0)),
            "swlng": .verbatim(west.text(minimumDecimals: 0)),
            "nelat": .verbatim(north.text(minimumDecimals: 0)),
            "nelng": .verbatim(east.text(minimumDecimals: 0)),
        ]
    }
}
