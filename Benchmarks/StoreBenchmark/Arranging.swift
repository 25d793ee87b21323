internal import FoundationEssentials
internal import Glibc
internal import INaturalist
internal import ObservationStore

/// Sorting, filtering and counting: each question once with the file on the disk alone and the store just opened, then
/// several times with the file in memory.
struct Arranging {
    let path: String
    /// Only the questions whose names begin so; all when empty.
    let only: [String]

    private static let screen = 60

    func run() throws {
        try measureOpening()
        for column in SortColumn.allCases {
            for descending in [false, true] {
                let arrangement = sorted(column, descending)
                let name = "\(column.rawValue) \(descending ? "falling" : "rising")"
                try measure("first screen by \(name)") { try firstScreen(of: arrangement, in: $0) }
            }
            try measure("whole order by \(column.rawValue)", runs: 3) { store in
                _ = try store.order(of: sorted(column, false))
            }
        }
        try measure("whole order by id falling", runs: 5) { _ = try $0.order(of: plain) }
        for (name, words) in Self.filters {
            var arrangement = plain
            arrangement.words = words
            try measure("filter \(name)") { try firstScreen(of: arrangement, in: $0) }
            try measure("filter \(name), whole") { _ = try $0.order(of: arrangement) }
            try measure("filter \(name), count") { _ = try $0.count(of: arrangement) }
            arrangement.sort = [SortKey(column: .taxon)]
            try measure("filter \(name), by taxon") { try firstScreen(of: arrangement, in: $0) }
        }
        for facet in Facet.allCases {
            try measure("facet \(facet.rawValue)") { _ = try $0.facetCounts(of: plain, by: facet) }
            var arrangement = plain
            arrangement.words = "us"
            try measure("facet \(facet.rawValue) of “us”") { store in
                _ = try store.facetCounts(of: arrangement, by: facet)
            }
        }
        try measure("count") { _ = try $0.count(of: plain) }
        var narrowed = plain
        narrowed.facets = [.quality: [.word("casual")], .year: [.number(2012)]]
        try measure("two facets chosen") { try firstScreen(of: narrowed, in: $0) }
        for (name, size) in [("small", 1.0), ("large", 40.0)] {
            var arrangement = plain
            arrangement.box = CoordinateBox(south: 10, west: 10, north: 10 + size, east: 10 + size)
            try measure("box \(name)") { try firstScreen(of: arrangement, in: $0) }
            try measure("box \(name), count") { _ = try $0.count(of: arrangement) }
        }
        try measureWindows()
    }

    private static let filters = [
        ("rare", "zozophry"), ("common", "us"), ("common words", "iowa us"), ("one letter", "s"),
        ("nothing", "qqqqq"),
        ("accent", "quebec"), ("private words", "strasse road"), ("public and private", "trail orchid"),
    ]

    private var plain: Arrangement { Arrangement(list: list, viewer: MadeUp.viewer) }

    private let list: ListID

    private func sorted(_ column: SortColumn, _ descending: Bool) -> Arrangement {
        var arrangement = plain
        arrangement.sort = [SortKey(column: column, descending: descending)]
        return arrangement
    }

    init(path: String, only: [String]) throws {
        self.path = path
        self.only = only
        let store = try ObservationStore(path: path)
        guard let held = try store.list(MadeUp.query, as: MadeUp.viewer) else {
            throw StoreError.noSuchList
        }
        list = held.id
        store.close()
    }

    /// The ids and the rows that a table shows first.
    private func firstScreen(of arrangement: Arrangement, in store: ObservationStore) throws {
        let ids = try store.head(of: arrangement, limit: Self.screen)
        _ = try store.rows(ids.map { Int($0) }, as: MadeUp.viewer)
    }

    private func isAsked(_ name: String) -> Bool { only.isEmpty || only.contains { name.hasPrefix($0) } }

    private func measure(_ name: String, runs: Int = 5, _ body: (ObservationStore) throws -> Void) throws {
        guard isAsked(name) else { return }
        ColdFile.forget(path)
        let store = try ObservationStore(path: path)
        let (cold, _) = try Stopwatch.milliseconds { try body(store) }
        try body(store)
        let warm = try Stopwatch.several(runs) { try body(store) }
        Stopwatch.tell(name, [cold] + warm)
        store.close()
    }

    private func measureOpening() throws {
        guard isAsked("open") else { return }
        ColdFile.forget(path)
        let (cold, first) = try Stopwatch.milliseconds { try ObservationStore(path: path) }
        first.close()
        let warm = try Stopwatch.several(21) { try ObservationStore(path: path).close() }
        Stopwatch.tell("open", [cold] + warm)
        try measure("open and first screen", runs: 5) { _ in
            let store = try ObservationStore(path: path)
            _ = try store.list(MadeUp.query, as: MadeUp.viewer)
            try firstScreen(of: plain, in: store)
            store.close()
        }
        try measure("list", runs: 21) { _ = try $0.list(MadeUp.query, as: MadeUp.viewer) }
    }

    /// Rows at random places: neighbours by id, and as scattered as another order makes them.
    private func measureWindows() throws {
        guard isAsked("rows") else { return }
        let store = try ObservationStore(path: path)
        for (name, arrangement) in [("by id", plain), ("by taxon", sorted(.taxon, false))] {
            let order = try store.order(of: arrangement)
            var chance = Chance(seed: 4)
            func window() -> [Int] {
                let start = chance.below(order.count - Self.screen)
                return order[start..<start + Self.screen].map { Int($0) }
            }
            ColdFile.forget(path)
            let (cold, _) = try Stopwatch.milliseconds { try store.rows(window(), as: MadeUp.viewer) }
            for _ in 0..<2_000 { _ = try store.rows(window(), as: MadeUp.viewer) }
            let warm = try Stopwatch.several(501) { _ = try store.rows(window(), as: MadeUp.viewer) }
            Stopwatch.tell("rows: 60 anywhere \(name)", [cold] + warm)
        }
        store.close()
    }
}
