import Foundation
import INaturalist
import Testing

@testable import ObservationStore

@Suite("Nothing is replaced by what is older, or says less")
struct FreshnessTests {
    let place: StorePlace
    let store: ObservationStore

    init() throws {
        place = try StorePlace()
        store = try place.store()
    }

    @discardableResult
    private func keep(
        _ observation: Observation,
        as viewer: ViewerKey = Samples.wren,
        at seconds: Int
    ) throws -> WriteReport {
        try store.write([observation], of: nil, as: viewer, at: Samples.moment(seconds), progress: nil)
    }

    private func held(_ id: Int = 1, as viewer: ViewerKey = Samples.wren) throws -> HeldObservation {
        try #require(try store.rows([id], as: viewer).first)
    }

    private func kinds(as viewer: ViewerKey = Samples.wren) throws -> [ObservationChange.Kind] {
        try store.changes(since: nil, of: nil, as: viewer, limit: nil, before: nil).map(\.kind)
    }

    @Test("an answer that confirmed a row goes before one that is older than it")
    func confirmed() throws {
        try keep(Samples.plain(1, quality: "research"), at: 10)
        try keep(Samples.plain(1, quality: "research"), as: Samples.lark, at: 20)
        #expect(try keep(Samples.plain(1, quality: "casual"), as: .anonymous, at: 15).older == 1)
        #expect(try held().observation.qualityGrade == "research")
        try keep(Samples.plain(1, quality: "casual"), as: .anonymous, at: 20)
        #expect(try held().observation.qualityGrade == "casual")
    }

    @Test("an older answer does not bring back what was deleted, and a later one does")
    func deleted() throws {
        let list = try store.openList(named: "all", as: Samples.wren, at: Samples.moment(0)).id
        try keep(Samples.plain(1), at: 10)
        try store.remove([1], from: list, deleted: [1], at: Samples.moment(20), progress: nil)
        try keep(Samples.plain(1), at: 15)
        #expect(try held().deletedAt == Samples.moment(20))
        try keep(Samples.plain(1), at: 25)
        #expect(try held().deletedAt == nil)
        #expect(try kinds() == [.deletion, .deletion])
        // Whoever saw it later knows that it is not deleted.
        try store.remove([1], from: list, deleted: [1], at: Samples.moment(22), progress: nil)
        #expect(try held().deletedAt == nil)
    }

    @Test("the distance is measured to the public point that is held, also for an older answer")
    func distance() throws {
        let points = [10.0, 11, 12].map { Coordinate(latitude: $0, longitude: 0) }
        func observation(_ point: Coordinate, _ disclosure: Disclosure) -> Observation {
            Samples.plain(1, geoprivacy: .obscured, point: point, disclosure)
        }
        try keep(observation(points[0], .withheld), as: .anonymous, at: 20)
        // The truth is beside the point of that time, and far from the one that is held.
        try keep(observation(points[2], Samples.disclosed(12, 0)), at: 10)
        try keep(Samples.plain(2, geoprivacy: .obscured, point: points[0], Samples.disclosed(11, 0)), at: 20)
        let order = try store.order(
            of: Arrangement(list: nil, viewer: Samples.wren, sort: [SortKey(column: .apart)])
        )
        #expect(order == [2, 1])
    }

    @Test("a true point is never replaced by “withheld”, and is granted again when it is told again")
    func former() throws {
        try keep(Samples.whole(1, .disclosed(Samples.truth)), at: 10)
        try keep(Samples.whole(1), at: 20)
        var row = try held()
        #expect(row.observation.disclosure == .withheld)
        #expect(row.former == FormerTruth(face: Samples.truth, until: Samples.moment(20)))
        try keep(Samples.whole(1), at: 30)
        row = try held()
        #expect(row.former?.until == Samples.moment(20))
        #expect(row.fetchedAt == Samples.moment(30))
        let box = CoordinateBox(south: -90, west: -180, north: 90, east: 180)
        #expect(try store.order(of: Arrangement(list: nil, viewer: Samples.wren, box: box)).isEmpty)
        try keep(Samples.whole(1, .disclosed(Samples.truth)), at: 40)
        row = try held()
        #expect(row.observation.disclosure == .disclosed(Samples.truth))
        #expect(row.former == nil)
        #expect(try store.order(of: Arrangement(list: nil, viewer: Samples.wren, box: box)) == [1])
        // The point was the same all the time.
        #expect(try kinds() == [.access, .access])
        try keep(Samples.whole(1), at: 35)
        #expect(try held().observation.disclosure == .disclosed(Samples.truth))
        #expect(try store.verify(.full).problems.isEmpty)
    }

    @Test("each change is noted once, with what it was and what it became; the same again is none")
    func changes() throws {
        let before = Samples.plain(
            1,
            geoprivacy: .obscured,
            point: Coordinate(latitude: 1, longitude: 2),
            accuracy: 10,
            .disclosed(TrueFace(location: Samples.truth.location, place: "Old mill"))
        )
        let moved = Location(point: Coordinate(latitude: 5, longitude: 6), accuracy: 3)
        let after = Samples.plain(
            1,
            geoprivacy: .private,
            taxonGeoprivacy: .obscured,
            point: Coordinate(latitude: 3, longitude: 4),
            accuracy: 20,
            .disclosed(TrueFace(location: moved, place: "New mill"))
        )
        #expect(try keep(before, at: 10).changes == 0)
        #expect(try keep(before, at: 20).changes == 0)
        #expect(try keep(after, at: 30).changes == 7)
        #expect(try keep(after, at: 40).changes == 0)
        let changes = try store.changes(since: nil, of: nil, as: Samples.wren, limit: nil, before: nil)
        #expect(changes.allSatisfy { $0.noticedAt == Samples.moment(30) && $0.observation == 1 })
        let found = Dictionary(uniqueKeysWithValues: changes.map { ($0.kind, [$0.before, $0.after]) })
        let truth = try #require(Samples.truth.location)
        #expect(
            found == [
                .geoprivacy: [.geoprivacy(.obscured), .geoprivacy(.private)],
                .taxonGeoprivacy: [nil, .geoprivacy(.obscured)],
                .publicPoint: [
                    .point(Coordinate(latitude: 1, longitude: 2)),
                    .point(Coordinate(latitude: 3, longitude: 4)),
                ],
                .publicAccuracy: [.accuracy(10), .accuracy(20)],
                .truePoint: [.point(truth.point), .point(moved.point)],
                .trueAccuracy: [.accuracy(330), .accuracy(3)],
                .privatePlace: [.place("Old mill"), .place("New mill")],
            ]
        )
        #expect(
            try kinds(as: .anonymous).sorted { $0.rawValue < $1.rawValue } == [
                .geoprivacy, .taxonGeoprivacy, .publicPoint, .publicAccuracy,
            ]
        )
    }

    @Test("texts that Unicode takes for equal are kept as they came last, and found as they are")
    func bytes() throws {
        // Swift takes both for equal, SQLite's index cuts them into different words.
        let composed = "\u{D55C}\u{AE00}"
        let decomposed = "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"
        #expect(composed == decomposed)
        try keep(Samples.plain(1, quality: "casual", place: composed), at: 10)
        try keep(Samples.plain(1, quality: "research", place: decomposed), at: 20)
        #expect(try Array((held().observation.publicFace.place ?? "").utf8) == Array(decomposed.utf8))
        #expect(try store.verify(.full).problems.isEmpty)
        try keep(Samples.plain(1, quality: "research", place: composed), at: 30)
        #expect(try Array((held().observation.publicFace.place ?? "").utf8) == Array(composed.utf8))
        try keep(Samples.plain(1, quality: "research", place: "elsewhere"), at: 40)
        for words in [composed, decomposed] {
            #expect(try store.order(of: Arrangement(list: nil, viewer: Samples.wren, words: words)).isEmpty)
        }
        #expect(try store.verify(.full).problems.isEmpty)
    }

    @Test("private words are compared by bytes, too")
    func privateBytes() throws {
        func told(_ place: String) -> Observation {
            Samples.plain(1, geoprivacy: .obscured, Samples.disclosed(1, 1, place: place))
        }
        try keep(told("\u{D55C}"), at: 10)
        try keep(told("\u{1112}\u{1161}\u{11AB}"), at: 20)
        let place = try held().observation.disclosure.trueFace?.place ?? ""
        #expect(place.unicodeScalars.count == 3)
        #expect(try store.verify(.full).problems.isEmpty)
    }

    @Test("a file says nothing about what it has no column for")
    func files() throws {
        let server = Samples.plain(
            1,
            geoprivacy: .obscured,
            point: Coordinate(latitude: 1, longitude: 2),
            accuracy: 27_000
        )
        try keep(server, at: 10)
        let list = try store.openList(named: "all", as: Samples.wren, at: Samples.moment(0)).id
        try store.remove([], from: list, deleted: [1], at: Samples.moment(15), progress: nil)
        try keep(Samples.plain(1, point: Coordinate(latitude: 1, longitude: 2)), as: .file, at: 20)
        var row = try held(as: .file)
        #expect(row.observation.geoprivacy == .obscured)
        #expect(row.observation.access == .withheld)
        #expect(row.observation.publicFace.location?.accuracy == 27_000)
        #expect(row.deletedAt == Samples.moment(15))
        try keep(Samples.plain(1), as: .file, at: 30)
        row = try held(as: .file)
        #expect(row.observation.publicFace.location?.point == Coordinate(latitude: 1, longitude: 2))
        // One export has the private columns, the next has not.
        try keep(Samples.plain(1, geoprivacy: .obscured, Samples.disclosed(5, 6)), as: .file, at: 40)
        try keep(Samples.plain(1, geoprivacy: .obscured), as: .file, at: 50)
        row = try held(as: .file)
        #expect(row.observation.disclosure == Samples.disclosed(5, 6))
        #expect(row.former == nil)
        #expect(row.fetchedAt == Samples.moment(50))
        #expect(try kinds().filter { $0 != .deletion }.isEmpty)
    }
}
