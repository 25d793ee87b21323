import Foundation
import GRDB
import INaturalist
import Testing

@testable import ObservationStore

@Suite("True points are found whether they wait for the tree or are in it")
struct PointIndexTests {
    private let place: StorePlace
    private let store: ObservationStore
    private let box = CoordinateBox(south: 10, west: 150, north: 30, east: -160)

    init() throws {
        place = try StorePlace()
        store = try place.store()
    }

    /// Where the truth of an observation lies; elsewhere once it was moved. The numbers have no common period.
    private func truth(_ id: Int, isMoved: Bool = false) -> Coordinate {
        Coordinate(
            latitude: Double(id * 37 % 900) / 10 - 45,
            longitude: Double((id + (isMoved ? 1_000 : 0)) * 101 % 3_600) / 10 - 180
        )
    }

    private func write(_ ids: Range<Int>, isMoved: Bool = false, as viewer: ViewerKey, at second: Int) throws
    {
        let told = ids.map { id in
            let point = truth(id, isMoved: isMoved)
            return Samples.plain(
                id,
                geoprivacy: .obscured,
                Samples.disclosed(point.latitude, point.longitude)
            )
        }
        try store.write(told, of: nil, as: viewer, at: Samples.moment(second), progress: nil)
    }

    private func isInside(_ point: Coordinate) -> Bool {
        (10...30).contains(point.latitude) && (point.longitude >= 150 || point.longitude <= -160)
    }

    private func found(as viewer: ViewerKey) throws -> Set<Int32> {
        Set(try store.order(of: Arrangement(list: nil, viewer: viewer, box: box)))
    }

    private func count(_ table: String) throws -> Int {
        try #require(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") })
    }

    @Test("as they come, as they move, and when one viewer's are forgotten")
    func agrees() throws {
        let step = PointIndex.patience * 2 / 5
        for number in 0..<7 {
            let ids = number * step + 1..<(number + 1) * step + 1
            try write(ids, as: Samples.wren, at: number)
            #expect(
                try found(as: Samples.wren)
                    == Set((1..<ids.upperBound).filter { isInside(truth($0)) }.map(Int32.init))
            )
            #expect(try count("waiting_point") < PointIndex.patience)
        }
        // Both kinds are there, or the test says nothing.
        #expect(try count("waiting_point") > 0)
        #expect(try count("true_point") > 0)
        #expect(try store.verify(.full).problems.isEmpty)

        let all = 1..<7 * step + 1
        let moved = Set(all.filter { $0 % 7 == 0 })
        for id in moved { try write(id..<id + 1, isMoved: true, as: Samples.wren, at: 10) }
        #expect(
            try found(as: Samples.wren)
                == Set(all.filter { isInside(truth($0, isMoved: moved.contains($0))) }.map(Int32.init))
        )
        #expect(try store.verify(.full).problems.isEmpty)

        try write(1..<100, as: Samples.lark, at: 20)
        try store.forget(.viewer(Samples.wren))
        #expect(try found(as: Samples.wren).isEmpty)
        #expect(try found(as: Samples.lark) == Set((1..<100).filter { isInside(truth($0)) }.map(Int32.init)))
        #expect(try count("waiting_point") + count("true_point") == 99)
        #expect(try store.verify(.full).problems.isEmpty)
    }

    @Test("a file of the first version is brought to this one, and its points are found as before")
    func migrates() throws {
        try write(1..<500, as: Samples.wren, at: 0)
        let before = try found(as: Samples.wren)
        #expect(!before.isEmpty)
        try makeOlder()
        let store = try place.store()
        #expect(try store.status().schemaVersion == Schema.version)
        #expect(try Set(store.order(of: Arrangement(list: nil, viewer: Samples.wren, box: box))) == before)
        #expect(try store.verify(.full).problems.isEmpty)
    }

    @Test("a file of the first version that may only be read is looked through as it is")
    func readsOlder() throws {
        try write(1..<500, as: Samples.wren, at: 0)
        try makeOlder()
        let bytes = try place.bytes()["observations.sqlite"]
        let queue = try ObservationStore.openForReading(place.path)
        let keys = PointIndex.keys(
            south: "10",
            north: "30",
            west: "150",
            east: "180",
            first: "0",
            last: "\(Int64.max)"
        )
        let found = try queue.read { try Int64.fetchAll($0, sql: keys) }.map { Int($0 & 0xFFFF_FFFF) }
        let expected = (1..<500).filter { isInside(truth($0)) && truth($0).longitude > 0 }
        #expect(found.sorted() == expected)
        #expect(!expected.isEmpty)
        try queue.close()
        #expect(try place.bytes()["observations.sqlite"] == bytes)
    }

    /// Closes the store and makes its file one of the first version, which had the tree alone.
    private func makeOlder() throws {
        store.close()
        try StorePlace.sqlite(
            place.path,
            """
            INSERT INTO true_point SELECT key, latitude, latitude, longitude, longitude FROM waiting_point;
            DROP TABLE waiting_point; PRAGMA user_version = 1
            """
        )
    }
}
