import Foundation
import GRDB
import INaturalist
import Testing

@testable import ObservationStore

@Suite("What one viewer was told is no other one's, however one asks")
struct PrivacyTests {
    private static let viewers: [ViewerKey] = [
        .anonymous, .oauth(user: 11), .jwt(user: 11), .jwt(user: 12), .file,
    ]

    /// What a viewer may come to know, in one value.
    private struct Answer: Equatable {
        var rows: [HeldObservation]
        var orders: [[Int32]]
        var counts: [[FacetCount]]
        var changes: [ObservationChange]
        var matches: [[Int32]]
        var sizes: [Int]
    }

    /// Every way to ask.
    private func ask(_ store: ObservationStore, as viewer: ViewerKey) throws -> Answer {
        var arrangements = [Arrangement(list: nil, viewer: viewer)]
        for column in SortColumn.allCases {
            for descending in [false, true] {
                arrangements.append(
                    Arrangement(
                        list: nil,
                        viewer: viewer,
                        sort: [SortKey(column: column, descending: descending)]
                    )
                )
            }
        }
        for words in ["hollow", "hollow3", "ford hollow", "species", "parish hollow"] {
            arrangements.append(Arrangement(list: nil, viewer: viewer, words: words))
        }
        for box in [
            CoordinateBox(south: -90, west: -180, north: 90, east: 180),
            CoordinateBox(south: 60, west: 60, north: 70, east: 70),
        ] {
            arrangements.append(Arrangement(list: nil, viewer: viewer, box: box))
        }
        for access in ["open", "granted", "withheld"] {
            arrangements.append(
                Arrangement(list: nil, viewer: viewer, facets: [.access: [.word(access)]])
            )
        }
        return Answer(
            rows: try store.rows(Array(1...60), as: viewer),
            orders: try arrangements.map { try store.order(of: $0) },
            counts: try arrangements.prefix(1).flatMap { arrangement in
                try Facet.allCases.map { try store.facetCounts(of: arrangement, by: $0) }
            },
            changes: try store.changes(since: nil, of: nil, as: viewer, limit: nil, before: nil),
            matches: try ["hollow", "ford"].map {
                try store.matches($0, in: Arrangement(list: nil, viewer: viewer))
            },
            sizes: try arrangements.map { try store.count(of: $0) }
        )
    }

    private func told(_ id: Int, _ number: Int) -> Observation {
        Samples.plain(
            id,
            name: "Genus species\(id % 4)",
            geoprivacy: id % 4 == 0 ? nil : .obscured,
            point: Coordinate(latitude: 1, longitude: Double(id)),
            place: "Parish",
            Samples.disclosed(
                60 + Double(number),
                60 + Double(id) / 100,
                place: "hollow\(number) by the ford"
            )
        )
    }

    @Test("telling another one changes no answer", arguments: viewers)
    func matrix(teller: ViewerKey) throws {
        let place = try StorePlace()
        let store = try place.store()
        // Everybody has asked before, and was told nothing.
        for viewer in Self.viewers where viewer != .file {
            let asked = (1...60).map { id in
                var observation = told(id, 0)
                observation.disclosure = .withheld
                return observation
            }
            try store.write(asked, of: nil, as: viewer, at: Samples.moment(0), progress: nil)
        }
        let others = Self.viewers.filter { $0 != teller }
        let before = try others.map { try ask(store, as: $0) }
        let own = try ask(store, as: teller)
        for (moment, number) in [(10, 3), (20, 4)] {
            try store.write(
                (1...60).map { told($0, number) },
                of: nil,
                as: teller,
                at: Samples.moment(moment),
                progress: nil
            )
        }
        #expect(try others.map { try ask(store, as: $0) } == before)
        let after = try ask(store, as: teller)
        #expect(after.rows.map(\.observation.disclosure) != own.rows.map(\.observation.disclosure))
        #expect(after.matches != own.matches)
        #expect(after.orders != own.orders)
        #expect(after.changes.filter(\.isPrivate).count > 60)
        // Also when it is withheld again, and the words are of what once was.
        let withheld = (1...60).map { id in
            var observation = told(id, 0)
            observation.disclosure = .withheld
            return observation
        }
        try store.write(withheld, of: nil, as: teller, at: Samples.moment(30), progress: nil)
        #expect(try others.map { try ask(store, as: $0) } == before)
    }

    @Test("lists say whose they are, and one of a viewer that nobody knows is shown to nobody")
    func lists() throws {
        let place = try StorePlace()
        let store = try place.store()
        let query = ObservationQuery(observer: "wren")
        let own = try store.openList(query, as: Samples.wren, at: Samples.moment(0))
        #expect(try store.list(query, as: Samples.lark) == nil)
        #expect(try store.list(query, as: .oauth(user: 11)) == nil)
        #expect(try store.openList(query, as: Samples.lark, at: Samples.moment(0)).id != own.id)
        #expect(try Set(store.lists().map(\.viewer)) == [Samples.wren, Samples.lark])
        try store.write { try $0.execute(sql: "UPDATE viewer SET kind = 77 WHERE account = 11") }
        #expect(try store.lists().map(\.viewer) == [Samples.lark])
        #expect(try store.list(own.id) == nil)
    }
}
