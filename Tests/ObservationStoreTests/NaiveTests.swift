import Foundation
import INaturalist
import TestSupport
import Testing

@testable import ObservationStore

@Suite("The store answers as one would who looks at every row")
struct NaiveTests {
    let place: StorePlace
    let store: ObservationStore
    /// As Wren was told them.
    let observations: [Observation]

    init() throws {
        place = try StorePlace()
        store = try place.store()
        var chance = SeededGenerator(seed: 42)
        observations = (1...300).map { Self.observation($0, &chance) }
        try store.write(
            observations.shuffled(using: &chance),
            of: nil,
            as: Samples.wren,
            at: Samples.moment(0),
            progress: nil
        )
    }

    private static func observation(_ id: Int, _ chance: inout SeededGenerator) -> Observation {
        func maybe<Value>(_ value: @autoclosure () -> Value) -> Value? {
            Int.random(in: 0..<4, using: &chance) == 0 ? nil : value()
        }
        func pick<Value>(_ values: [Value]) -> Value {
            values[Int.random(in: values.indices, using: &chance)]
        }
        func point(_ step: Double) -> Location {
            Location(
                point: Coordinate(
                    latitude: Double(Int.random(in: -18...18, using: &chance)) * 5 + step,
                    longitude: Double(Int.random(in: -35...35, using: &chance)) * 5 + step
                ),
                accuracy: maybe(Double(Int.random(in: 1...30, using: &chance)))
            )
        }
        let geoprivacy = maybe(pick([Geoprivacy.open, .obscured, .private, .other("hazy")]))
        let taxonGeoprivacy = maybe(pick([Geoprivacy.open, .obscured, .private]))
        let isHidden = [geoprivacy, taxonGeoprivacy].contains { ![nil, .open].contains($0) }
        let names = [
            "Éclair", "eclair", "zebra", "Østen", "Straße", "ant", "Ant eater", "ÅNGSTRÖM", "Ñandú", "日本",
        ]
        let shown = maybe(point(0))
        let disclosure: Disclosure =
            isHidden
            ? pick([
                .withheld, .nothingHidden,
                .disclosed(TrueFace(location: point(0.3), place: maybe(pick(names)))),
            ]) : pick([.withheld, .nothingHidden])
        return Observation(
            id: id,
            url: "https://www.inaturalist.org/observations/\(id)",
            taxon: maybe(
                Taxon(
                    id: Int.random(in: 1...6, using: &chance),
                    name: pick(["Aster", "aster", "Briza"]),
                    commonName: maybe(pick(names))
                )
            ),
            speciesGuess: maybe(pick(names)),
            observer: maybe(Account(id: 3, login: pick(["wren", "Wren2", "lark", "Lark3"]))),
            observedOn: maybe(pick(["2023-12-31", "2024-05-01", "2024-05-02", "2024-05-30", "2024-06-01"])),
            createdAt: maybe(
                pick([
                    "2024-05-01T00:30:00+00:00", "2024-05-31T23:30:00+00:00", "2024-06-01T00:00:00Z",
                    "2024-05-15T12:00:00+00:00",
                ])
            ),
            qualityGrade: maybe(pick(["casual", "needs_id", "research"])),
            geoprivacy: geoprivacy,
            taxonGeoprivacy: taxonGeoprivacy,
            publicFace: PublicFace(location: shown, place: maybe(pick(names))),
            disclosure: disclosure,
            description: maybe(pick(names) + " and " + pick(names))
        )
    }

    // MARK: - Sorting

    /// What is compared; nil comes last.
    private func keys(_ column: SortColumn, _ observation: Observation) -> [Key] {
        func fold(_ text: String?) -> Key {
            .init(
                text: text.map { text in
                    let folded = text.decomposedStringWithCanonicalMapping.lowercased()
                        .replacingOccurrences(of: "ß", with: "ss").replacingOccurrences(of: "ø", with: "o")
                    return String(
                        String.UnicodeScalarView(
                            folded.unicodeScalars.filter { !("\u{300}"..."\u{36F}" ~= $0) }
                        )
                    )
                }
            )
        }
        func number(_ value: Double?) -> Key { .init(number: value) }
        func rank(_ geoprivacy: Geoprivacy?) -> Key {
            switch geoprivacy {
            case nil: .init()
            case .open: .init(number: 0)
            case .obscured: .init(number: 1)
            case .private: .init(number: 2)
            default: .init(number: 3)
            }
        }
        let truth = observation.trueLocation
        let face = observation.disclosure.trueFace
        switch column {
        case .id: return [number(Double(observation.id))]
        case .taxon:
            return [
                fold(observation.taxon?.commonName ?? observation.taxon?.name ?? observation.speciesGuess)
            ]
        case .scientificName: return [fold(observation.taxon?.name)]
        case .observer: return [fold(observation.observer?.login)]
        case .observedOn: return [.init(text: observation.displayDate)]
        case .createdAt:
            // Moments of one month are compared as moments; the samples' texts sort as these do.
            return [
                .init(
                    text: observation.access == .withheld
                        ? observation.displayCreatedDate : observation.createdAt
                )
            ]
        case .geoprivacy:
            return [
                number(
                    Double(
                        ([Obscuration.none, .obscured, .private].firstIndex(of: observation.obscuration) ?? 99)
                    )
                )
            ]
        case .taxonGeoprivacy: return [rank(observation.taxonGeoprivacy)]
        case .access:
            return [
                number(Double(([Access.open, .granted, .withheld].firstIndex(of: observation.access) ?? 99)))
            ]
        case .quality:
            return [
                number(
                    observation.qualityGrade.map {
                        Double((["casual", "needs_id", "research"].firstIndex(of: $0) ?? 99))
                    }
                )
            ]
        case .publicPoint:
            let point = observation.publicFace.location?.point
            return [number(point?.latitude), number(point?.longitude)]
        case .publicAccuracy: return [number(observation.publicFace.location?.accuracy)]
        case .publicPlace: return [fold(observation.publicFace.place)]
        case .truePoint: return [number(truth?.point.latitude), number(truth?.point.longitude)]
        case .trueAccuracy: return [number(truth?.accuracy)]
        case .truePlace: return [fold(face?.place)]
        case .apart: return [number(observation.displacement?.distance)]
        }
    }

    private struct Key: Equatable {
        var text: String?
        var number: Double?
        var isMissing: Bool { text == nil && number == nil }

        func precedes(_ other: Key) -> Bool {
            if let number, let second = other.number { return number < second }
            return Array((text ?? "").utf8).lexicographicallyPrecedes(Array((other.text ?? "").utf8))
        }
    }

    @Test("sorting by each column, both ways", arguments: SortColumn.allCases, [false, true])
    func sorting(column: SortColumn, descending: Bool) throws {
        let keyed = observations.map { (id: Int32($0.id), keys: keys(column, $0)) }
        let expected = keyed.sorted { left, right in
            for (first, second) in zip(left.keys, right.keys) where first != second {
                if first.isMissing != second.isMissing { return second.isMissing }
                return descending ? second.precedes(first) : first.precedes(second)
            }
            return left.id > right.id
        }.map(\.id)
        let arrangement = Arrangement(
            list: nil,
            viewer: Samples.wren,
            sort: [SortKey(column: column, descending: descending)]
        )
        #expect(try store.order(of: arrangement) == expected)
        #expect(try store.head(of: arrangement, limit: 17) == Array(expected.prefix(17)))
    }

    // MARK: - Counting

    @Test("counting by each facet", arguments: Facet.allCases)
    func counting(facet: Facet) throws {
        func value(_ observation: Observation) -> FacetValue {
            func word(_ text: String?) -> FacetValue { text.map { .word($0) } ?? .missing }
            return switch facet {
            case .geoprivacy: word(observation.geoprivacy?.word)
            case .taxonGeoprivacy: word(observation.taxonGeoprivacy?.word)
            case .access: word(observation.access.rawValue)
            case .quality: word(observation.qualityGrade)
            case .year: observation.observedOn.map { .number(Int($0.prefix(4))!) } ?? .missing
            case .taxon: observation.taxon.map { .number($0.id) } ?? .missing
            }
        }
        var expected: [FacetValue: Set<Int32>] = [:]
        for observation in observations {
            expected[value(observation), default: []].insert(Int32(observation.id))
        }
        let counts = try store.facetCounts(of: Arrangement(list: nil, viewer: Samples.wren), by: facet)
        #expect(
            Dictionary(uniqueKeysWithValues: counts.map { ($0.value, $0.count) })
                == expected.mapValues(\.count)
        )
        for (value, ids) in expected {
            let arrangement = Arrangement(list: nil, viewer: Samples.wren, facets: [facet: [value]])
            #expect(try Set(store.order(of: arrangement)) == ids, "\(value)")
        }
    }

    // MARK: - Words

    @Test(
        "words begin words, whatever their case and accents",
        arguments: [
            "ECLAIR", "e", "ant eater", "östen", "angstrom and", "nandu wren", "strasse", "日本", "aster 2024",
            "lark lark3", "!e", "lark !lark3", "!wren", "a !eclair !2024", "!", "!östen !日本", "!ant e",
        ]
    )
    func words(words: String) throws {
        func cut(_ text: String) -> [String] {
            // As SQLite's unicode61: marks go, letters that are letters of their own stay.
            let folded = String(
                String.UnicodeScalarView(
                    text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars.filter {
                        !("\u{300}"..."\u{36F}" ~= $0)
                    }
                )
            )
            return folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
        let expected = observations.filter { observation in
            let texts = [
                observation.taxon?.commonName, observation.taxon?.name, observation.speciesGuess,
                observation.observer?.login, observation.publicFace.place, observation.description,
                observation.disclosure.trueFace?.place,
            ].compactMap(\.self)
            let all = texts.flatMap(cut)
            return words.split(separator: " ").allSatisfy { word in
                let begins = cut(String(word)).map { part in all.contains { $0.hasPrefix(part) } }
                // Of a word that is cut into several all have to be there to be left out.
                return word.hasPrefix("!")
                    ? begins.isEmpty || begins.contains(false) : !begins.contains(false)
            }
        }.map { Int32($0.id) }
        let found = try store.order(of: Arrangement(list: nil, viewer: Samples.wren, words: words))
        #expect(found == expected.reversed())
        guard !words.contains("!") else { return }
        #expect(try store.matches(words, in: Arrangement(list: nil, viewer: Samples.wren)) == expected)
    }

    // MARK: - Boxes

    @Test(
        "boxes hold what is truly inside, at the antimeridian, at the poles, and to the last bit",
        arguments: [
            CoordinateBox(south: -90, west: -180, north: 90, east: 180),
            CoordinateBox(south: 0, west: 0, north: 45.3, east: 90.3),
            CoordinateBox(south: -50, west: 150.3, north: 50, east: -150),
            CoordinateBox(south: 85, west: -180, north: 90, east: 180),
            CoordinateBox(south: 10.3, west: -180, north: 10.3, east: 180),
            CoordinateBox(south: 10.3.nextUp, west: -180, north: 15.3.nextDown, east: 180),
            CoordinateBox(south: 20, west: 0, north: 10, east: 10),
        ]
    )
    func boxes(box: CoordinateBox) throws {
        let expected = observations.filter { observation in
            guard let point = observation.trueLocation?.point else { return false }
            let isBetween =
                box.west <= box.east
                ? point.longitude >= box.west && point.longitude <= box.east
                : point.longitude >= box.west || point.longitude <= box.east
            return isBetween && point.latitude >= box.south && point.latitude <= box.north
        }.map { Int32($0.id) }
        let found = try store.order(of: Arrangement(list: nil, viewer: Samples.wren, box: box))
        #expect(found == expected.reversed())
    }
}
