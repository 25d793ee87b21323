import TestBrowser
import Testing

@testable import INaturalistSandbox

/// The parameters of a search, each against the records themselves (API reference 3.3).
struct SearchTests {
    /// A query, and which records answer it.
    struct Case: Sendable, CustomTestStringConvertible {
        let query: String
        let matches: @Sendable (ObservationRecord) -> Bool
        var testDescription: String { query }

        init(_ query: String, _ matches: @escaping @Sendable (ObservationRecord) -> Bool) {
            self.query = query
            self.matches = matches
        }
    }

    private static let observer = Person.index(of: .observer)
    private static let stranger = Person.index(of: .stranger)
    private static let june = CivilDate(2026, 6, 1)

    static let cases: [Case] = [
        Case("user_id=observer") { $0.owner == observer },
        Case("user_id=1234567") { $0.owner == observer },
        Case("user_login=observer") { $0.owner == observer },
        Case("user_id=observer,stranger,unknown") { $0.owner == observer || $0.owner == stranger },
        Case("user_id=observer&obscuration=obscured,private") { $0.owner == observer && $0.hiding != nil },
        Case("obscuration=none") { $0.hiding == nil },
        Case("obscuration=private") {
            $0.place.geoprivacy == .private || $0.place.taxonGeoprivacy == .private
        },
        Case("geoprivacy=obscured") { $0.place.geoprivacy == .obscured },
        Case("geoprivacy=open") { $0.place.geoprivacy == nil || $0.place.geoprivacy == .open },
        Case("geoprivacy=obscured_private") { $0.place.geoprivacy?.hides == true },
        Case("taxon_geoprivacy=private") { $0.place.taxonGeoprivacy == .private },
        Case("taxon_geoprivacy=open,obscured") { $0.place.taxonGeoprivacy != .private },
        Case("taxon_id=47217") { $0.lineage.contains(47_217) },
        Case("taxon_id=47217,3") { $0.lineage.contains(47_217) || $0.lineage.contains(3) },
        Case("exact_taxon_id=47217") { $0.taxonID == 47_217 },
        Case("without_taxon_id=47126&v=1") { !$0.lineage.contains(47_126) },
        Case("taxon_name=turtle") { $0.taxon?.commonName?.lowercased().contains("turtle") ?? false },
        Case("iconic_taxa=Aves,Plantae") { ["Aves", "Plantae"].contains($0.taxon?.iconicTaxonName) },
        Case("iconic_taxa=unknown") { $0.taxonID == nil },
        Case("rank=genus") { $0.taxon?.rank == .genus },
        Case("hrank=genus&lrank=genus") { $0.taxon?.rank == .genus },
        Case("lrank=family") { ($0.taxon?.rank.level ?? 0) >= 30 },
        Case("project_id=100101") { $0.projects.contains { $0.projectID == 100_101 } },
        Case("project_id=sandbox-turtle-count") { $0.lineage.contains(39_532) },
        Case("not_in_project=100101&v=1") { !$0.projects.contains { $0.projectID == 100_101 } },
        Case("quality_grade=research,casual&v=1") { $0.qualityGrade != .needsID },
        Case("captive=true&v=1") { $0.isCaptive },
        Case("photos=false&v=1") { $0.photos.isEmpty },
        Case("sounds=true") { $0.hasSound },
        Case("geo=true") { $0.place.publicPoint != nil },
        Case("geo=false") { $0.place.publicPoint == nil },
        Case("mappable=false") { !$0.isMappable },
        Case("acc=false") { $0.place.accuracy == nil },
        Case("acc_above=30000") { ($0.place.accuracy ?? 0) > 30_000 },
        Case("acc_below=10") { ($0.place.accuracy ?? 100) < 10 },
        Case("popular=true") { !$0.faves.isEmpty },
        Case("threatened=true") { $0.taxon?.isThreatened == true },
        Case("licensed=false") { $0.licenseCode == nil },
        Case("license=cc0") { $0.licenseCode == "cc0" },
        Case("d1=2026-06-01") { $0.time.observedOn.map { $0 >= june } ?? false },
        Case("d2=2010-01-01") { $0.time.observedOn.map { $0 <= CivilDate(2010, 1, 1) } ?? false },
        Case("observed_on=2026-05-04") { $0.time.observedOn == CivilDate(2026, 5, 4) },
        Case("year=2025&month=6,7") {
            $0.time.observedOn.map { $0.components.year == 2_025 && (6...7).contains($0.components.month) }
                ?? false
        },
        Case("hour=14") { $0.time.observedAt.map { $0 / 3_600 == 14 } ?? false },
        Case("created_d1=2026-06-21") { $0.time.createdAt.seconds >= CivilDate(2026, 6, 21).days * 86_400 },
        Case("created_d2=2009-12-31") { $0.time.createdAt.seconds < CivilDate(2010, 1, 1).days * 86_400 },
        Case("updated_since=2026-06-01T00:00:00Z") { $0.time.updatedAt.seconds >= june.days * 86_400 },
        Case("q=old+fence+line") { $0.description?.lowercased().contains("old fence line") == true },
        Case("q=field+trip&search_on=tags") { $0.tags.contains("field trip") },
        Case("q=iowa,+us&search_on=place") { $0.place.placeGuess?.lowercased().contains("iowa, us") == true },
        Case("swlat=40&swlng=-97&nelat=44&nelng=-91") {
            inside($0, 40...44) { (-97.0 ... -91.0).contains($0) }
        },
        Case("swlat=-90&swlng=170&nelat=90&nelng=-170") { inside($0, -90...90) { $0 >= 170 || $0 <= -170 } },
        Case("id_below=2000000&id_above=1000000") { $0.id < 2_000_000 && $0.id > 1_000_000 },
        Case("id_above=1000000&order_by=id&order=asc") { $0.id > 1_000_000 },
        Case("id_above=1000000&order_by=observed_on") { $0.id > 1_000_000 },
        Case("not_user_id=observer&v=1") { $0.owner != observer },
        Case("without_direct_taxon_id=39771") { $0.taxonID != 39_771 },
        Case("identified=false&v=1") { $0.taxonID == nil },
        Case("hrank=subfamily&lrank=subgenus") { $0.taxon?.rank == .genus },
        Case("hrank=family&v=1") { ($0.taxon?.rank.level ?? 100) <= 30 },
        Case("not_in_project=sandbox-orchid-watch,100101") { record in
            !record.lineage.contains(47_217) && !record.projects.contains { $0.projectID == 100_101 }
        },
        Case("project_id=100101,nonsense") { $0.projects.contains { $0.projectID == 100_101 } },
        Case("place_id=7005") { $0.publicPlaceIDs.contains(7_005) },
        Case("not_in_place=6000&v=1") { !$0.publicPlaceIDs.contains(6_000) },
        Case("members_of_project=100201") { [0, 1, 3].contains($0.owner) },
        Case("coords_viewable_for_proj=true&project_id=100101") { record in
            record.projects.contains { $0.projectID == 100_101 } && record.place.geoprivacy == nil
                && record.place.taxonGeoprivacy == nil
        },
        Case("photo_license=cc0") { $0.photos.contains { $0.licenseCode == "cc0" } },
        Case("photo_licensed=false") { $0.photos.allSatisfy { $0.licenseCode == nil } },
        Case("created_on=2026-06-21") { $0.description?.hasPrefix("Eleven plants") == true },
        Case("created_d1=2020-01-01&created_d2=2020-12-31") {
            (CivilDate(2020, 1, 1).days..<CivilDate(2021, 1, 1).days)
                .contains($0.time.createdAt.seconds / 86_400)
        },
        Case("d1=2020-02-01&d2=2020-02-29") {
            $0.time.observedOn.map { $0 >= CivilDate(2020, 2, 1) && $0 <= CivilDate(2020, 2, 29) } ?? false
        },
        Case("acc_below_or_unknown=5") { ($0.place.accuracy ?? 0) < 5 },
        Case("viewer_id=1234567&reviewed=true") { $0.identifications.contains { $0.person == observer } },
        Case("viewer_id=1234567&reviewed=false") { !$0.identifications.contains { $0.person == observer } },
        Case("ident_user_id=curator") { record in
            record.identifications.contains { $0.person == Person.index(of: .curator) }
        },
        Case("q=locals+decades&search_on=description") {
            $0.description == "Locals say that it has been here for decades."
        },
        Case("q=spotted+turtle&search_on=names") { $0.taxonID == 39_771 },
        Case("q=FIELD+Trip") { $0.tags.contains("field trip") },
        Case("q=saguaro") { $0.taxonID == 52_001 },
    ]

    private static func inside(
        _ record: ObservationRecord,
        _ latitudes: ClosedRange<Double>,
        _ isEast: (Double) -> Bool
    ) -> Bool {
        guard let point = record.place.publicPoint else { return false }
        return latitudes.contains(point.latitude.value) && isEast(point.longitude.value)
    }

    @Test("A search finds exactly the records that match", arguments: cases)
    func search(example: Case) async throws {
        try await withSandbox { sandbox, browser in
            let expected = sandbox.source.world.records.filter(example.matches)
            let page = try await browser.get("/v1/observations?\(example.query)&per_page=200&only_id=true")
            let rows = try page.results().compactMap { $0["id"]?.integer }
            #expect(!expected.isEmpty)
            #expect(try page.json()["total_results"] == .integer(expected.count))
            #expect(Set(rows).isSubset(of: expected.map(\.id)))
        }
    }

    @Test("Two searches that differ only in their window or page share what is found, and no others do")
    func independence() async throws {
        try await withSandbox { sandbox, browser in
            let records = sandbox.source.world.records
            let everything = try await browser.json("/v1/observations?per_page=0&v=1")
            #expect(everything["total_results"] == .integer(records.count))
            for _ in 0..<2 {
                for example in Self.cases.shuffled() {
                    let expected = records.count(where: example.matches)
                    let body = try await browser.json("/v1/observations?\(example.query)&per_page=0&v=2")
                    #expect(body["total_results"] == .integer(expected), "\(example.query)")
                }
            }
        }
    }

    @Test("A search by id window counts what lies in the window", arguments: ["asc", "desc"])
    func windowTotals(order: String) async throws {
        try await withSandbox { sandbox, browser in
            let records = sandbox.source.world.records.filter {
                $0.owner == Self.observer && $0.hiding != nil
            }
            let middle = records[records.count / 2].id
            for (window, expected) in [
                ("id_above=\(middle)", records.filter { $0.id > middle }),
                ("id_below=\(middle)", records.filter { $0.id < middle }),
                (
                    "id_above=\(records[9].id)&id_below=\(middle)",
                    records.filter { $0.id > records[9].id && $0.id < middle }
                ),
                ("id_above=\(middle)&id_below=\(middle)", []),
            ] {
                let path =
                    "/v1/observations?user_id=observer&obscuration=obscured,private&order_by=id&order=\(order)"
                let body = try await browser.json("\(path)&per_page=7&only_id=true&\(window)")
                #expect(body["total_results"] == .integer(expected.count))
                let ids = (order == "asc" ? expected : expected.reversed()).prefix(7).map { $0.id }
                #expect(body["results"]?.elements.compactMap { $0["id"]?.integer } == ids)
            }
        }
    }

    @Test("A radius finds what is near a point, and nothing else")
    func radius() async throws {
        try await withSandbox { _, browser in
            let rows = try await browser.get("/v1/observations?lat=41.65&lng=-93.71&radius=5").results()
            #expect(rows.contains { $0["location"] == "41.65104,-93.71288" })
            #expect(rows.count < 30)
        }
    }

    @Test("The observer's own private point is not found by its place on the map")
    func privatePointsAreOffTheMap() async throws {
        try await withSandbox { sandbox, browser async throws in
            let path =
                "/v1/observations?user_id=observer&swlat=41.6021&swlng=-93.6125&nelat=41.6023&nelng=-93.6123"
            #expect(try await browser.get(path, authorization: sandbox.bearer(.observer)).results().isEmpty)
        }
    }

    @Test(
        "Results come in the order asked for, and what has no value comes last",
        arguments: ["id", "created_at", "observed_on", "updated_at", "species_guess", "votes"],
        ["asc", "desc"]
    )
    func order(key: String, direction: String) async throws {
        try await withSandbox { _, browser in
            let path = "/v2/observations?user_id=observer&order_by=\(key)&order=\(direction)&per_page=200"
            let field = key == "votes" ? "faves_count" : key
            var values: [JSON] = []
            for page in [1, 8] {
                let rows = try await browser.get("\(path)&fields=\(field)&page=\(page)").results()
                values += rows.map { $0[field] ?? .null }
            }
            let present = values.filter { $0 != .null }
            #expect(values.prefix(present.count) == present[...])
            let numbers = present.compactMap {
                $0.integer ?? $0.string.flatMap { Moment(parsing: $0)?.seconds }
            }
            let texts = present.compactMap(\.string).filter { Moment(parsing: $0) == nil }.map {
                $0.lowercased()
            }
            #expect(numbers.count + texts.count == present.count)
            #expect(numbers == numbers.sorted(by: direction == "asc" ? (<) : (>)))
            #expect(texts == texts.sorted(by: direction == "asc" ? (<) : (>)))
        }
    }
}
