import Foundation
import INaturalist
import Testing

@testable import ObservationStore

@Suite("What is kept comes back")
struct RoundTripTests {
    let place: StorePlace
    let store: ObservationStore

    init() throws {
        place = try StorePlace()
        store = try place.store()
    }

    private func kept(
        _ observation: Observation,
        as viewer: ViewerKey = Samples.wren
    ) throws -> HeldObservation? {
        try store.write([observation], of: nil, as: viewer, at: Samples.moment(0), progress: nil)
        return try store.rows([observation.id], as: viewer).first
    }

    @Test(
        "letter for letter, in each of the three states",
        arguments: [.withheld, .nothingHidden, .disclosed(Samples.truth)] as [Disclosure]
    )
    func states(disclosure: Disclosure) throws {
        let observation = Samples.whole(7, disclosure)
        let held = try #require(try kept(observation))
        #expect(held.observation == observation)
        #expect(held.isAnswered)
        #expect(held.fetchedAt == Samples.moment(0))
        #expect(held.former == nil)
        #expect(held.deletedAt == nil)
    }

    @Test("also an observation without anything")
    func empty() throws {
        let bare = Observation(
            id: 1,
            url: "http://example.org/elsewhere",
            publicFace: PublicFace(location: nil, place: nil),
            disclosure: .withheld
        )
        #expect(try kept(bare)?.observation == bare)
    }

    @Test(
        "dates and moments of every form",
        arguments: [
            "2024-02-29", "2023-02-29", "0001-01-01", "9999-12-31", "2024-5-7", "2024-05", "yesterday", "",
        ]
    )
    func days(day: String) throws {
        #expect(try kept(Samples.plain(3, observedOn: day))?.observation.observedOn == day)
    }

    @Test(
        "moments",
        arguments: [
            "2021-03-10T12:25:00-06:00", "2021-03-10T12:25:00+05:45", "2021-03-10T12:25:00-00:00",
            "2021-03-10T12:25:00Z", "1969-12-31T23:59:59+00:00", "1890-07-04T06:00:00-09:30",
            "2021-03-10T12:25:00.477Z", "2021-03-10T24:00:00Z", "2021-02-30T12:00:00+00:00",
            "2021-03-10T12:25:00",
            "2021-03-10T12:25:00+14:00", "2021-03-10T12:25:00+05:17", "soon",
        ]
    )
    func moments(moment: String) throws {
        #expect(try kept(Samples.plain(3, createdAt: moment))?.observation.createdAt == moment)
    }

    @Test(
        "words with anything in them",
        arguments: [
            "", "a\u{0}b", "e\u{301} and é", "\u{202E}back", "👩‍👩‍👧", String(repeating: "long ", count: 40_000),
        ]
    )
    func words(words: String) throws {
        let observation = Samples.plain(4, name: words, login: words, place: words, description: words)
        let held = try #require(try kept(observation)?.observation)
        #expect(Array((held.description ?? "-").utf8) == Array(words.utf8))
        #expect(Array((held.publicFace.place ?? "-").utf8) == Array(words.utf8))
        #expect(Array((held.taxon?.name ?? "-").utf8) == Array(words.utf8))
    }

    @Test("words that this program does not know")
    func unknownWords() throws {
        var observation = Samples.plain(
            5,
            quality: "superb",
            geoprivacy: .other("hazy"),
            taxonGeoprivacy: .other("1")
        )
        #expect(try kept(observation)?.observation == observation)
        observation = Samples.plain(6, quality: "0")
        #expect(try kept(observation)?.observation == observation)
    }

    @Test("numbers at their ends")
    func numbers() throws {
        let point = Coordinate(latitude: -89.99999999999999, longitude: 179.99999999999997)
        let observation = Samples.plain(Int(Int32.max), point: point, accuracy: 0.1 + 0.2)
        #expect(try kept(observation)?.observation == observation)
    }

    @Test("ids that no observation can have are told and not kept")
    func impossibleIDs() throws {
        let ids = [0, -1, Int(Int32.max) + 1, 1 << 40]
        let observations = ids.map { Samples.plain($0) } + [Samples.plain(9)]
        let report = try store.write(
            observations,
            of: nil,
            as: .anonymous,
            at: Samples.moment(0),
            progress: nil
        )
        #expect(report.refused == ids)
        #expect(try store.rows(ids + [9], as: .anonymous).map(\.id) == [9])
    }

    @Test("in the order asked, without what is not held")
    func order() throws {
        try store.write(
            [3, 1, 2].map { Samples.plain($0) },
            of: nil,
            as: .anonymous,
            at: Samples.moment(0),
            progress: nil
        )
        #expect(try store.rows([2, 8, 3, 2], as: .anonymous).map(\.id) == [2, 3, 2])
    }

    @Test("for another process and after the store was closed")
    func reopened() throws {
        let observation = Samples.whole(7, .disclosed(Samples.truth))
        _ = try kept(observation)
        store.close()
        #expect(throws: StoreError.closed) { try store.rows([7], as: Samples.wren) }
        #expect(try place.store().rows([7], as: Samples.wren).first?.observation == observation)
    }
}
