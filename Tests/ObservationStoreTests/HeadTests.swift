import Foundation
import INaturalist
import Testing

@testable import ObservationStore

/// The first rows are found on other ways than the whole order is; both have to say the same.
struct HeadTests {
    private static let arrangements: [Arrangement] = {
        let sorts = SortColumn.allCases.flatMap { column in
            [false, true].flatMap { descending in
                [[], [SortKey(column: .quality)]].map { more in
                    [SortKey(column: column, descending: descending)] + more
                }
            }
        }
        let viewers: [ViewerKey] = [Samples.wren, .anonymous]
        return viewers.flatMap { viewer in
            sorts.flatMap { sort in
                [
                    Arrangement(list: nil, viewer: viewer, sort: sort),
                    Arrangement(list: nil, viewer: viewer, sort: sort, words: "orchid"),
                    Arrangement(list: nil, viewer: viewer, sort: sort, facets: [.quality: [.word("casual")]]),
                ]
            }
        }
    }()

    /// Open, obscured and private ones; told, withheld, told and open by now, never asked for; with text for dates.
    private func fill(_ store: ObservationStore) throws {
        var rows: [Observation] = []
        for number in 1...400 {
            let point = Coordinate(latitude: Double(number * 37 % 90), longitude: Double(number * 53 % 180))
            let hides: Geoprivacy? = [nil, .obscured, .private][number % 3]
            let date = number % 19 == 0 ? "last spring" : "2023-\(10 + number % 3)-\(10 + number * 7 % 19)"
            let told = Samples.disclosed(
                Double(number * 41 % 90),
                Double(number * 59 % 180),
                place: number % 7 == 0 ? nil : "Path \(number * 31 % 97)"
            )
            rows.append(
                Samples.plain(
                    number,
                    name: number % 4 == 0 ? "Orchid \(number % 11)" : "Wren \(number % 13)",
                    login: "wren\(number % 5)",
                    observedOn: number % 17 == 0 ? nil : date,
                    createdAt: number % 23 == 0
                        ? nil : "\(date)T\(10 + number % 13):00:00+\(10 + number % 5):00",
                    quality: ["casual", "research", nil][number % 3],
                    geoprivacy: hides,
                    point: hides == .private ? nil : point,
                    accuracy: number % 5 == 0 ? nil : Double(number * 3 % 101),
                    hides == nil ? .nothingHidden : number % 4 == 1 ? .withheld : told
                )
            )
        }
        try store.write(rows, of: nil, as: Samples.wren, at: Samples.moment(0), progress: nil)
        // Others saw some of them later: what was hidden is open, what was open is hidden.
        let later = rows.filter { $0.id.isMultiple(of: 29) }.map { row in
            Samples.plain(
                row.id,
                name: row.taxon?.name,
                login: "wren1",
                observedOn: row.observedOn,
                createdAt: row.createdAt,
                quality: row.qualityGrade,
                geoprivacy: row.geoprivacy == nil ? .obscured : nil,
                point: Coordinate(latitude: 1, longitude: Double(row.id % 50))
            )
        }
        try store.write(later, of: nil, as: .anonymous, at: Samples.moment(60), progress: nil)
    }

    @Test("The first rows are those that the whole order begins with", arguments: [1, 7, 60, 1_000])
    func headsBegin(limit: Int) throws {
        let store = try ObservationStore.temporary()
        defer { store.close() }
        try fill(store)
        for arrangement in Self.arrangements {
            let head = try store.head(of: arrangement, limit: limit)
            let order = try store.order(of: arrangement)
            #expect(head == Array(order.prefix(limit)), "\(arrangement)")
        }
    }

    @Test(
        "Words among the private ones are found by falling ids, however many rows are asked for",
        arguments: ["path", "p", "pa 4", "orchid path", "path 31 w", "path nowhere", "wren"]
    )
    func privateWords(words: String) throws {
        let store = try ObservationStore.temporary()
        defer { store.close() }
        try fill(store)
        for viewer in [Samples.wren, Samples.lark, .anonymous] {
            var arrangement = Arrangement(list: nil, viewer: viewer, words: words)
            let order = try store.order(of: arrangement)
            #expect(order == order.sorted(by: >))
            #expect(try store.count(of: arrangement) == order.count)
            for limit in [0, 1, 60] {
                #expect(try store.head(of: arrangement, limit: limit) == Array(order.prefix(limit)))
            }
            // Sorted by anything else they are looked for in another way.
            arrangement.sort = [SortKey(column: .observer)]
            #expect(try Set(store.order(of: arrangement)) == Set(order))
        }
    }

    @Test("A small box and a large one hold what lies inside", arguments: [3.0, 60.0])
    func boxes(size: Double) throws {
        let store = try ObservationStore.temporary()
        defer { store.close() }
        try fill(store)
        let box = CoordinateBox(south: 10, west: 20, north: 10 + size, east: 20 + 2 * size)
        for viewer in [Samples.wren, .anonymous] {
            let arrangement = Arrangement(list: nil, viewer: viewer, box: box)
            let rows = try store.rows(Array(1...400), as: viewer).filter { row in
                guard let point = row.observation.trueLocation?.point else { return false }
                return box.south...box.north ~= point.latitude && box.west...box.east ~= point.longitude
            }
            let expected = rows.map { Int32($0.id) }.sorted(by: >)
            #expect(try store.order(of: arrangement) == expected)
            #expect(try store.head(of: arrangement, limit: 5) == Array(expected.prefix(5)))
            #expect(try store.count(of: arrangement) == expected.count)
        }
    }

    @Test("Pages may come in any order: the new ones are told in the order given")
    func newInOrder() throws {
        let store = try ObservationStore.temporary()
        defer { store.close() }
        let list = try store.openList(named: "made up", as: Samples.wren, at: Samples.moment(0))
        let ids = [5, 9, 2, 9, 7]
        let report = try store.write(
            ids.map { Samples.plain($0) } + [Samples.plain(0)],
            of: list.id,
            as: Samples.wren,
            at: Samples.moment(0),
            progress: nil
        )
        #expect(report.new == [5, 9, 2, 7])
        #expect(report.refused == [0])
    }
}
