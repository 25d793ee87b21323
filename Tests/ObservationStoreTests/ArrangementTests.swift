import Foundation
import INaturalist
import Testing

@testable import ObservationStore

@Suite("What the table shows, and in which order")
struct ArrangementTests {
    let place: StorePlace
    let store: ObservationStore

    init() throws {
        place = try StorePlace()
        store = try place.store()
    }

    private func keep(
        _ observations: [Observation],
        of list: ListID? = nil,
        as viewer: ViewerKey = Samples.wren
    ) throws {
        try store.write(observations, of: list, as: viewer, at: Samples.moment(0), progress: nil)
    }

    private func order(_ keys: SortKey..., as viewer: ViewerKey = Samples.wren) throws -> [Int32] {
        let arrangement = Arrangement(list: nil, viewer: viewer, sort: keys)
        let order = try store.order(of: arrangement)
        #expect(try store.head(of: arrangement, limit: 2) == Array(order.prefix(2)))
        #expect(try store.count(of: arrangement) == order.count)
        return order
    }

    private func found(
        _ words: String = "",
        facets: [Facet: Set<FacetValue>] = [:],
        box: CoordinateBox? = nil,
        list: ListID? = nil,
        as viewer: ViewerKey = Samples.wren
    ) throws -> [Int32] {
        try store.order(
            of: Arrangement(list: list, viewer: viewer, words: words, facets: facets, box: box)
        )
    }

    @Test("without a sort the latest id comes first")
    func fallingIDs() throws {
        try keep([4, 9, 2].map { Samples.plain($0) })
        #expect(try order() == [9, 4, 2])
        #expect(try order(SortKey(column: .id)) == [2, 4, 9])
    }

    @Test(
        "names go by letters, whatever their case and accents; rows without one come last in both directions"
    )
    func names() throws {
        try keep([
            Samples.plain(1, name: "zebra"), Samples.plain(2, name: "Éclair"), Samples.plain(3),
            Samples.plain(4, name: "apple"), Samples.plain(5, name: "Østen"), Samples.plain(6, name: "dove"),
            Samples.plain(7, name: "Dove"),
        ])
        #expect(try order(SortKey(column: .taxon)) == [4, 7, 6, 2, 5, 1, 3])
        #expect(try order(SortKey(column: .taxon, descending: true)) == [1, 5, 2, 7, 6, 4, 3])
    }

    @Test("of a withheld observation only the month is compared", arguments: [false, true])
    func months(descending: Bool) throws {
        let hidden = [
            Samples.plain(1, observedOn: "2024-05-30", geoprivacy: .obscured),
            Samples.plain(2, observedOn: "2024-05-02", geoprivacy: .obscured),
            Samples.plain(3, observedOn: "2024-05-16", geoprivacy: .obscured),
        ]
        try keep(
            hidden + [Samples.plain(4, observedOn: "2024-05-01"), Samples.plain(5, observedOn: "2024-04-30")]
        )
        let key = SortKey(column: .observedOn, descending: descending)
        #expect(try order(key) == (descending ? [4, 3, 2, 1, 5] : [5, 3, 2, 1, 4]))
        try keep(
            hidden.map { observation in
                var observation = observation
                observation.disclosure = Samples.disclosed(1, 1)
                return observation
            },
            as: Samples.lark
        )
        #expect(try order(key, as: Samples.lark) == (descending ? [1, 3, 2, 4, 5] : [5, 4, 2, 3, 1]))
        #expect(try order(key) == (descending ? [4, 3, 2, 1, 5] : [5, 3, 2, 1, 4]))
    }

    @Test("the true point is the disclosed one, or the public one of an open observation")
    func truePoints() throws {
        try keep([
            Samples.plain(
                1,
                geoprivacy: .obscured,
                point: Coordinate(latitude: 10, longitude: 0),
                Samples.disclosed(50, 0)
            ),
            Samples.plain(2, point: Coordinate(latitude: 20, longitude: 0), .nothingHidden),
            Samples.plain(3, geoprivacy: .obscured, point: Coordinate(latitude: 5, longitude: 0)),
        ])
        #expect(try order(SortKey(column: .truePoint)) == [2, 1, 3])
        #expect(try order(SortKey(column: .publicPoint)) == [3, 1, 2])
        #expect(try order(SortKey(column: .truePoint), as: .anonymous) == [2, 3, 1])
    }

    @Test("several keys, one after the other")
    func severalKeys() throws {
        try keep([
            Samples.plain(1, login: "b", quality: "research"),
            Samples.plain(2, login: "a", quality: "casual"),
            Samples.plain(3, login: "a", quality: "research"),
        ])
        #expect(
            try order(SortKey(column: .quality, descending: true), SortKey(column: .observer)) == [3, 1, 2]
        )
    }

    @Test("every column sorts, alone and both ways", arguments: SortColumn.allCases)
    func everyColumn(column: SortColumn) throws {
        try keep([
            Samples.whole(1, .disclosed(Samples.truth)), Samples.whole(2), Samples.plain(3),
            Samples.plain(4, observedOn: "odd", createdAt: "odd"),
        ])
        #expect(Set(try order(SortKey(column: column))) == [1, 2, 3, 4])
        #expect(Set(try order(SortKey(column: column, descending: true))) == [1, 2, 3, 4])
    }

    @Test("each word begins some word; case, accents and marks between words do not matter")
    func words() throws {
        try keep([
            Samples.whole(1, .disclosed(Samples.truth)),
            Samples.plain(2, name: "Troglodytes hiemalis", place: "São-Tomé"),
        ])
        #expect(try found("ORCHID") == [1])
        #expect(try found("orchid cafe") == [1])
        #expect(try found("sao tome") == [2])
        #expect(try found("“trogl”, hiem*") == [2])
        #expect(try found("loglodytes").isEmpty)
        #expect(try found("orchid hiemalis").isEmpty)
        #expect(try found("rene wren") == [1])
        #expect(try found("…") == [2, 1])
        #expect(try found("\"").count == 2)
    }

    @Test(
        "private words are found by the viewer who was told them, also beside public ones, and by nobody else"
    )
    func privateWords() throws {
        try keep([Samples.whole(1, .disclosed(Samples.truth)), Samples.plain(2, place: "mill")])
        try keep([Samples.whole(1)], as: .anonymous)
        try keep([Samples.whole(1)], as: Samples.lark)
        #expect(try found("mill") == [2, 1])
        #expect(try found("mill orchid avaton") == [1])
        #expect(try found("mill", as: .anonymous) == [2])
        #expect(try found("avaton", as: Samples.lark).isEmpty)
        #expect(try store.matches("mill", in: Arrangement(list: nil, viewer: Samples.wren)) == [1, 2])
        #expect(
            try store.matches("mill", in: Arrangement(list: nil, viewer: Samples.wren, words: "iowa")) == [1]
        )
        #expect(try store.matches("", in: Arrangement(list: nil, viewer: Samples.wren)).isEmpty)
    }

    @Test("facets count everything, and narrow")
    func facets() throws {
        try keep([
            Samples.plain(
                1,
                name: "A",
                observedOn: "2020-01-01",
                quality: "research",
                geoprivacy: .obscured,
                Samples.disclosed(1, 1)
            ),
            Samples.plain(2, name: "A", observedOn: "2021-01-01", quality: "research", geoprivacy: .obscured),
            Samples.plain(3, name: "B", observedOn: "2021-07-01", quality: "casual"),
            Samples.plain(4, geoprivacy: .other("hazy")),
        ])
        func counts(
            _ facet: Facet,
            as viewer: ViewerKey = Samples.wren,
            _ facets: [Facet: Set<FacetValue>] = [:]
        )
            throws -> [FacetValue: Int]
        {
            let arrangement = Arrangement(list: nil, viewer: viewer, facets: facets)
            let counts = try store.facetCounts(of: arrangement, by: facet)
            return Dictionary(uniqueKeysWithValues: counts.map { ($0.value, $0.count) })
        }
        #expect(try counts(.geoprivacy) == [.word("obscured"): 2, .missing: 1, .word("hazy"): 1])
        #expect(try counts(.access) == [.word("granted"): 1, .word("withheld"): 2, .word("open"): 1])
        #expect(try counts(.access, as: .anonymous) == [.word("withheld"): 3, .word("open"): 1])
        #expect(try counts(.year) == [.number(2020): 1, .number(2021): 2, .missing: 1])
        #expect(try counts(.quality, [.year: [.number(2021)]]) == [.word("research"): 1, .word("casual"): 1])
        #expect(try counts(.year, [.year: [.number(2021)]]).count == 3)
        #expect(try found(facets: [.geoprivacy: [.missing, .word("hazy")]]) == [4, 3])
        #expect(try found(facets: [.access: [.word("granted")]]) == [1])
        #expect(try found(facets: [.access: []]) == [4, 3, 2, 1])
        let taxa = try store.facetCounts(of: Arrangement(list: nil, viewer: .anonymous), by: .taxon)
        #expect(taxa.map(\.title) == ["A", "B", nil])
        #expect(taxa.map(\.count) == [2, 1, 1])
        let years = try store.facetCounts(of: Arrangement(list: nil, viewer: .anonymous), by: .year)
        #expect(years.map(\.value) == [.number(2021), .number(2020), .missing])
    }

    @Test("a box holds what is truly inside, also across the antimeridian")
    func boxes() throws {
        try keep([
            Samples.plain(
                1,
                geoprivacy: .obscured,
                point: Coordinate(latitude: 0.5, longitude: 0.5),
                Samples.disclosed(10.05, 179.95)
            ),
            Samples.plain(2, point: Coordinate(latitude: 10, longitude: -179.9), .nothingHidden),
            Samples.plain(3, geoprivacy: .obscured, point: Coordinate(latitude: 10, longitude: 179.9)),
            Samples.plain(4, point: Coordinate(latitude: 10, longitude: 0), .nothingHidden),
        ])
        let fiji = CoordinateBox(south: 9, west: 179, north: 11, east: -179)
        #expect(try found(box: fiji) == [2, 1])
        #expect(try found(box: fiji, as: .anonymous) == [2])
        #expect(try found(box: CoordinateBox(south: 0, west: 0, north: 1, east: 1)).isEmpty)
        // The edges belong to it, and the index's rounding does not widen it.
        #expect(try found(box: CoordinateBox(south: 10.05, west: 179.95, north: 10.05, east: 179.95)) == [1])
        let above = CoordinateBox(south: 10.05.nextUp, west: 179, north: 10.051, east: 180)
        #expect(try found(box: above).isEmpty)
    }

    @Test("a list shows what it holds, alone, sorted, filtered and counted")
    func lists() throws {
        let list = try store.openList(
            ObservationQuery(observer: "wren"),
            as: Samples.wren,
            at: Samples.moment(0)
        ).id
        try keep(
            [Samples.plain(1, name: "b"), Samples.plain(2, name: "a"), Samples.plain(3, name: "c")],
            of: list
        )
        #expect(try found("c", list: list) == [3])
        try keep([Samples.plain(4, name: "aa")])
        let sorted = Arrangement(list: list, viewer: Samples.wren, sort: [SortKey(column: .taxon)])
        #expect(try store.order(of: sorted) == [2, 1, 3])
        #expect(try store.head(of: sorted, limit: 1) == [2])
        #expect(try found(list: list) == [3, 2, 1])
        #expect(try found("a", list: list) == [2])
        #expect(try store.count(of: sorted) == 3)
        #expect(try store.facetCounts(of: sorted, by: .taxon).map(\.count) == [1, 1, 1])
    }

    @Test("a long read ends when nobody wants it")
    func cancelled() throws {
        try keep((1...20_000).map { Samples.plain($0, name: "n\($0 % 97)") })
        let cancellation = Cancellation()
        cancellation.cancel()
        let arrangement = Arrangement(list: nil, viewer: .anonymous, sort: [SortKey(column: .taxon)])
        #expect(throws: StoreError.cancelled) { try store.order(of: arrangement, cancellation: cancellation) }
        #expect(try store.order(of: arrangement, cancellation: Cancellation()).count == 20_000)
    }
}
