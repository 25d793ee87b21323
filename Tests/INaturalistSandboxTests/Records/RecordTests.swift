import TestBrowser
import Testing

@testable import INaturalistSandbox

/// The made-up records: fixed where tests and screens name them, and of every kind.
struct RecordTests {
    private static let configuration = SandboxConfiguration()
    private static let observer = Person.index(of: .observer)

    private func world() -> World {
        WorldSource(seed: Self.configuration.seed, count: Self.configuration.observationCount).world
    }

    @Test("The observer has 1,284 hidden observations among about 1,600")
    func hiddenCount() async throws {
        try await withSandbox { sandbox, browser in
            let path = "/v1/observations?user_id=observer&per_page=0"
            #expect(try await browser.json(path)["total_results"] == 1_600)
            let hidden = try await browser.get("\(path)&obscuration=obscured,private").json()
            #expect(hidden["total_results"] == 1_284)
            let records = world().records
            #expect(records.count == 2_400)
            #expect(records.count { $0.owner == Self.observer && $0.hiding != nil } == 1_284)
        }
    }

    @Test("The same seed gives the same records, and another seed others")
    func determinism() {
        let seed = Self.configuration.seed
        let documents = [seed, seed, seed + 1].map { seed in
            let world = World(seed: seed, count: 300)
            return world.records.map { record in
                JSONWriter.bytes(
                    of: ObservationDocument(
                        record: record,
                        world: world,
                        viewpoint: Viewpoint(viewer: Self.observer),
                        baseURL: "",
                        isDetail: true,
                        pageHasSounds: true,
                        now: Moment(seconds: 1_800_000_000)
                    ).value(),
                    for: .v1
                )
            }
        }
        #expect(documents[0] == documents[1])
        #expect(documents[0] != documents[2])
    }

    @Test("Any number of records keeps the shares", arguments: [200, 1_000, 2_400, 10_000])
    func shares(count: Int) {
        let records = RecordGenerator(seed: 9, count: count).records()
        #expect(records.count == count)
        #expect(records.count { $0.owner == Self.observer } == count * 1_600 / 2_400)
        #expect(records.count { $0.owner == Self.observer && $0.hiding != nil } == count * 1_284 / 2_400)
        #expect(Set(records.map(\.id)).count == count)
        #expect(records.map(\.id) == records.map(\.id).sorted())
        #expect(records.map(\.time.createdAt) == records.map(\.time.createdAt).sorted())
        #expect(records.allSatisfy { $0.id <= Int(Int32.max) })
    }

    @Test("The three fixed records are the newest, by default and by id", arguments: ["", "&order_by=id"])
    func fixed(order: String) async throws {
        try await withSandbox { sandbox, browser in
            let path = "/v1/observations?per_page=3&v=1\(order)"
            let rows = try await browser.get(path, authorization: sandbox.bearer(.observer)).results()
            #expect(
                rows.map { $0["taxon"]?["name"] } == [
                    "Platanthera praeclara", "Clemmys guttata", "Falco peregrinus",
                ]
            )
            #expect(rows.map { $0["observed_on"] } == ["2026-06-21", "2026-05-04", "2026-04-30"])
            #expect(rows.map { $0["geoprivacy"] } == ["obscured", "private", .null])
            #expect(rows.map { $0["taxon_geoprivacy"] } == ["open", "open", "obscured"])
            #expect(rows.map { $0["user"]?["login"] } == ["observer", "observer", "stranger"])
            let (orchid, turtle, falcon) = (rows[0], rows[1], rows[2])

            #expect(orchid["species_guess"] == "Western Prairie Fringed Orchid")
            #expect(orchid["location"] == "41.65104,-93.71288")
            #expect(orchid["public_positional_accuracy"] == 27_754)
            #expect(orchid["positional_accuracy"] == 330)
            #expect(orchid["place_guess"] == "Iowa, US")
            #expect(orchid["private_location"] == "41.60218,-93.6124")
            #expect(orchid["private_place_guess"] == "Old Mill Meadow, Polk, Iowa")
            #expect(orchid["obscured"] == true)

            #expect(turtle["location"] == .null)
            #expect(turtle["geojson"] == .null)
            #expect(turtle["place_guess"] == .null)
            #expect(turtle["place_ids"] == [])
            #expect(turtle["private_location"] == "42.3611,-71.057")
            #expect(turtle["positional_accuracy"] == 12)
            #expect(turtle["mappable"] == false)
            #expect(turtle["obscured"] == true)

            #expect(falcon["location"] == "37.91132,-122.20417")
            #expect(falcon["public_positional_accuracy"] == 28_329)
            #expect(falcon["private_location"] == nil)
            #expect(falcon["viewer_trusted_by_observer"] == false)
        }
    }

    @Test("There is a record of every combination of the two settings with every accuracy")
    func combinations() {
        let records = world().records
        var seen: Set<String> = []
        for record in records where record.place.truePoint != nil {
            let own = record.place.geoprivacy?.rawValue ?? "null"
            let taxon = record.place.taxonGeoprivacy?.rawValue ?? "null"
            let accuracy = record.place.accuracy.map { $0 > 31_451 ? "large" : "small" } ?? "null"
            seen.insert("\(own) \(taxon) \(accuracy)")
        }
        #expect(seen.count == 4 * 4 * 3)
    }

    @Test("Hidden points are hidden as the website does it")
    func obscuration() {
        for record in world().records {
            let place = record.place
            guard let point = place.truePoint else {
                #expect(place.publicPoint == nil && place.accuracy == nil && place.publicAccuracy == nil)
                continue
            }
            let cell = ObscurationCell(containing: point)
            switch record.hiding {
            case nil, .open:
                #expect(place.publicPoint == point)
                #expect(place.publicAccuracy == place.accuracy)
            case .obscured:
                #expect(place.publicAccuracy == max(place.accuracy ?? 0, cell.diagonalMetres))
            case .private:
                #expect(place.publicPoint == nil && place.placeGuess == nil)
                #expect(place.publicAccuracy == max(place.accuracy ?? 0, cell.diagonalMetres))
            }
        }
    }

    @Test("The oddities of the real site are there, and no others")
    func oddities() {
        let obscured = world().records.filter { $0.hiding == .obscured && $0.place.truePoint != nil }
        let faulty = obscured.filter { $0.place.publicPoint == $0.place.truePoint }
        let beyond = obscured.filter { $0.place.publicPoint == nil }
        let elsewhere = obscured.filter { record in
            guard let point = record.place.truePoint, let shown = record.place.publicPoint else {
                return false
            }
            return !ObscurationCell(containing: point).contains(shown)
        }
        #expect(faulty.count == 1)
        #expect(beyond.map(\.place.truePoint?.longitude) == [Degrees(180)])
        #expect(elsewhere.count == 5)
        #expect(elsewhere.allSatisfy { $0.time.createdAt.seconds < CivilDate(2015, 8, 5).days * 86_400 })
    }

    @Test("Everything that may be missing is missing somewhere")
    func missing() {
        let records = world().records.filter { $0.owner == Self.observer }
        #expect(records.contains { $0.place.truePoint == nil && $0.hiding == nil })
        #expect(records.contains { $0.place.truePoint == nil && $0.hiding != nil })
        #expect(records.contains { $0.place.placeGuess == nil && $0.hiding != .private })
        #expect(records.contains { $0.time.observedOn == nil })
        #expect(records.contains { $0.time.observedOn != nil && $0.time.observedAt == nil })
        #expect(records.contains { $0.taxonID == nil })
        #expect(records.contains { $0.speciesGuess == nil })
        #expect(records.contains { $0.photos.isEmpty })
        #expect(records.contains { $0.identifications.isEmpty })
        #expect(records.contains { $0.licenseCode == nil })
        #expect(records.contains { $0.hasSound })
        #expect(records.contains { $0.taxon?.rank == .genus })
        #expect(Person.everybody.contains { $0.name == nil })
    }

    @Test("Every awkward text stands in every kind of field")
    func awkwardTexts() {
        let records = world().records
        for text in AwkwardTexts.all {
            #expect(records.contains { $0.description == text }, "description")
            #expect(records.contains { $0.speciesGuess == text }, "species guess")
            #expect(records.contains { $0.tags.contains(text) }, "tag")
            #expect(
                records.contains { $0.place.placeGuess == text || $0.place.privatePlaceGuess == text },
                "place"
            )
        }
    }

    @Test("Records lie all over the world, near 180 degrees and far north and south")
    func spread() {
        let points = world().records.compactMap(\.place.truePoint)
        #expect(points.contains { $0.longitude.value > 179 })
        #expect(points.contains { $0.longitude.value < -179 })
        #expect(points.contains { $0.latitude.value > 77 })
        #expect(points.contains { $0.latitude.value < -77 })
        #expect(points.contains { abs($0.latitude.value) < 1 })
    }

    @Test("Nothing was seen after it was entered")
    func times() {
        for record in world().records {
            guard let date = record.time.observedOn else { continue }
            let offset = RegionTable.region(record.place.region).offset(on: date)
            let moment = Moment(date, secondsOfDay: record.time.observedAt ?? 0, offset: offset)
            #expect(moment.seconds <= record.time.createdAt.seconds + 3_600)
            #expect(record.time.updatedAt >= record.time.createdAt)
        }
    }
}
