import Foundation
import GRDB
import INaturalist

@testable import ObservationStore

/// A store with something in every table, closed, to be damaged.
///
/// Wren was told the truth of every odd observation, Lark of every third; both have a list. Of the first forty the
/// geoprivacy changed once, of ten more Wren's grant ended.
struct FilledStore {
    let place: StorePlace
    let count: Int

    static let query = ObservationQuery(observer: "wren")

    init(count: Int = 400) throws {
        place = try StorePlace()
        self.count = count
        let store = try place.store()
        for (viewer, step) in [(Samples.wren, 2), (Samples.lark, 3)] {
            let list = try store.openList(Self.query, as: viewer, at: Samples.moment(0)).id
            try store.write(
                (1...count).map { Self.observation($0, isTold: $0 % step == 1, to: viewer) },
                of: list,
                as: viewer,
                at: Samples.moment(0),
                progress: ListProgress(total: count, isComplete: true, fetchedAt: Samples.moment(0))
            )
        }
        try store.write(
            (1...40).map { Self.observation($0, isTold: false, to: Samples.wren, geoprivacy: .private) },
            of: nil,
            as: .anonymous,
            at: Samples.moment(10),
            progress: nil
        )
        try store.write(
            (41...50).map { Self.observation($0, isTold: false, to: Samples.wren) },
            of: nil,
            as: Samples.wren,
            at: Samples.moment(20),
            progress: nil
        )
        store.close()
        // Everything into the file itself, so that what is damaged there is damaged.
        try DatabaseQueue(path: place.path).close()
    }

    static func observation(
        _ id: Int,
        isTold: Bool,
        to viewer: ViewerKey,
        geoprivacy: Geoprivacy = .obscured
    ) -> Observation {
        let truth = Samples.disclosed(
            Double(id % 80) + 0.25,
            Double(id % 170) + 0.5,
            place: "hollow\(viewer.user)x\(id) by the ford"
        )
        return Observation(
            id: id * 7,
            uuid: String(format: "0a1b2c3d-4e5f-6071-8293-%012x", id),
            url: "https://www.inaturalist.org/observations/\(id * 7)",
            taxon: Taxon(
                id: 1 + id % 9,
                name: "Genus species\(id % 9)",
                commonName: "Common é \(id)",
                rank: "species"
            ),
            speciesGuess: "Guess \(id)",
            observer: Account(id: 11, login: "wren", name: "Réne Wren"),
            observedOn: "2024-05-17",
            createdAt: "2024-05-18T00:00:00+00:00",
            qualityGrade: "research",
            geoprivacy: geoprivacy,
            publicFace: PublicFace(
                location: Location(
                    point: Coordinate(latitude: Double(id % 80), longitude: Double(id % 170)),
                    accuracy: 27_000
                ),
                place: "Parish \(id % 13)"
            ),
            disclosure: isTold ? truth : .withheld,
            description: id % 5 == 0 ? String(repeating: "long text of \(id) ", count: 900) : "Text of \(id)"
        )
    }

    var ids: [Int] { (1...count).map { $0 * 7 } }

    /// All that can be asked of a store by one viewer.
    struct Contents: Equatable {
        let rows: [HeldObservation]
        let changes: [ObservationChange]
        let lists: [String]
        let listed: [Int]
        let found: [Int32]
        let foundPrivately: [Int32]
        let boxed: [Int32]
        let counts: [FacetCount]
    }

    func contents(of store: ObservationStore, as viewer: ViewerKey) throws -> Contents {
        let all = Arrangement(list: nil, viewer: viewer)
        let list = try store.list(Self.query, as: viewer)
        func with(_ change: (inout Arrangement) -> Void) -> Arrangement {
            var arrangement = all
            change(&arrangement)
            return arrangement
        }
        return Contents(
            rows: try store.rows(ids, as: viewer),
            changes: try store.changes(since: nil, of: nil, as: viewer, limit: nil, before: nil),
            lists: try store.lists().filter { $0.viewer == viewer }.map { "\($0.query) \($0.count)" },
            listed: try list.map { try store.ids(of: $0.id, in: .all, limit: nil) } ?? [],
            found: try store.order(of: with { $0.words = "species3" }),
            foundPrivately: try store.order(of: with { $0.words = "hollow\(viewer.user)" }),
            boxed: try store.order(
                of: with { $0.box = CoordinateBox(south: 3, west: 0, north: 20, east: 60) }
            ),
            counts: try store.facetCounts(of: all, by: .access)
        )
    }

    // MARK: - Pages

    struct Page: Equatable {
        let tree: String
        let number: Int
        let kind: String
        let cells: Int
    }

    /// All pages of the closed file, as SQLite's own table of statistics has them.
    func pages() throws -> [Page] {
        let queue = try DatabaseQueue(path: place.path)
        defer { try? queue.close() }
        return try queue.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT name, pageno, pagetype, ncell FROM dbstat ORDER BY pageno"
            )
            .map { Page(tree: $0[0], number: $0[1], kind: $0[2], cells: $0[3]) }
        }
    }

    static let pageSize = 8192

    func overwrite(_ page: Page, with byte: UInt8 = 0xA5) throws {
        try overwrite(at: (page.number - 1) * Self.pageSize, Data(repeating: byte, count: Self.pageSize))
    }

    func overwrite(at offset: Int, _ bytes: Data, suffix: String = "") throws {
        let file = try FileHandle(forUpdating: URL(filePath: place.path + suffix))
        try file.seek(toOffset: UInt64(offset))
        try file.write(contentsOf: bytes)
        try file.close()
    }

    func truncate(to size: Int) throws {
        let file = try FileHandle(forUpdating: URL(filePath: place.path))
        try file.truncate(atOffset: UInt64(size))
        try file.close()
    }

    var size: Int { (try? Data(contentsOf: URL(filePath: place.path)).count) ?? 0 }
}
