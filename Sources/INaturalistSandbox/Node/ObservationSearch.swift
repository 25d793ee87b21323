/// A search for observations: what was asked for, and which records answer it.
struct ObservationSearch: Sendable {
    typealias Condition = @Sendable (RecordKey) -> Bool

    /// Conditions that all have to hold.
    var conditions: [Condition] = []

    /// Conditions on what keys do not hold; they are looked at last, because the record has to be made for them.
    var recordConditions: [@Sendable (ObservationRecord) -> Bool] = []

    /// Both limits are left out of the results.
    var window: (above: Int?, below: Int?) = (nil, nil)

    var order = ObservationOrder()
    var page = PageRequest()

    /// The one collection project that the search names, which shows curators what its members trust them with.
    var searchedProject: Project?

    /// Ids, when nothing else was asked for: such a search returns them all, in its own order (API reference 3.2).
    var plainIDs: [String]?

    /// The same for searches that differ in nothing but the window, the page and what is shown of the rows.
    var filterKey = ""

    /// The rows of one page, and how many there are in all.
    struct Rows: Sendable {
        /// Indices into ``World/keys``.
        let indices: [Int]
        let total: Int

        /// South-western and north-eastern corner of all matching public points.
        let bounds: JSONValue?
    }

    /// What the match list depends on; nil for a list that is another one each time.
    var cacheKey: String? {
        if order.followsIDs { return filterKey }
        return order.key == .random ? nil : "\(order.text) \(window) \(filterKey)"
    }

    func rows(in worlds: SandboxWorld, _ world: World, withBounds: Bool) -> Rows {
        if let plainIDs {
            let indices = Self.indices(plainIDs, in: world)
            return Rows(
                indices: indices,
                total: indices.count,
                bounds: withBounds ? Self.bounds(indices, in: world) : nil
            )
        }
        let list = worlds.matches(self, in: world)
        var positions = 0..<list.count
        if order.followsIDs {
            let start = window.above.map { list.position(of: world.position(of: $0, includingEqual: true)) }
            let end = window.below.map { list.position(of: world.position(of: $0)) }
            let (lower, upper) = (start ?? 0, end ?? list.count)
            positions = lower..<max(lower, upper)
        }
        let isFalling = order.followsIDs && !order.isAscending
        let first = min(page.offset, positions.count)
        let rows = (first..<min(first + page.size, positions.count)).map { number in
            list[isFalling ? positions.upperBound - 1 - number : positions.lowerBound + number]
        }
        return Rows(
            indices: rows,
            total: positions.count,
            bounds: withBounds ? Self.bounds(positions.lazy.map { list[$0] }, in: world) : nil
        )
    }

    /// Every record that matches, in the search's order, or by rising id where that is the order as well.
    func matches(in world: World) -> MatchList {
        var conditions = conditions
        if world.deletedCount > 0 { conditions.append { !$0.traits.contains(.deleted) } }
        if conditions.isEmpty, recordConditions.isEmpty, order.followsIDs { return .all(world.keys.count) }
        var positions = 0..<world.keys.count
        if !order.followsIDs {
            let start = window.above.map { world.position(of: $0, includingEqual: true) } ?? 0
            positions = start..<max(start, window.below.map { world.position(of: $0) } ?? world.keys.count)
        }
        var indices: [Int32] = []
        world.keys.withUnsafeBufferPointer { keys in
            next: for index in positions {
                for condition in conditions where !condition(keys[index]) { continue next }
                if !recordConditions.isEmpty {
                    let record = world.record(at: index)
                    for condition in recordConditions where !condition(record) { continue next }
                }
                indices.append(Int32(index))
            }
        }
        order.sort(&indices, in: world)
        return .some(indices)
    }

    /// Records by id, ordered by their ids as strings, as the search engine's multi-get has them.
    static func indices(_ ids: [String], in world: World) -> [Int] {
        Set(ids).sorted().compactMap { Int($0) }.compactMap { world.liveIndex(id: $0) }
    }

    private static func bounds(_ indices: some Sequence<Int>, in world: World) -> JSONValue? {
        let keys = indices.lazy.map { world.keys[$0] }.filter { $0.traits.contains(.publicPoint) }
        var corners: (south: Degrees, north: Degrees, west: Degrees, east: Degrees)?
        for key in keys {
            let (latitude, longitude) = (key.latitude, key.longitude)
            let known = corners ?? (latitude, latitude, longitude, longitude)
            corners = (
                min(known.south, latitude), max(known.north, latitude), min(known.west, longitude),
                max(known.east, longitude)
            )
        }
        guard let corners else { return nil }
        return [
            "swlat": .verbatim(corners.south.text(minimumDecimals: 0)),
            "swlng": .verbatim(corners.west.text(minimumDecimals: 0)),
            "nelat": .verbatim(corners.north.text(minimumDecimals: 0)),
            "nelng": .verbatim(corners.east.text(minimumDecimals: 0)),
        ]
    }
}
