import INaturalistSandbox
import TestBrowser
import Testing

/// The shape of an observation in the first interface, written down here by hand (API reference 4 and 10).
struct ShapeTests {
    /// What every search result has, whoever looks.
    private static let keys: Set<String> = [
        "annotations", "cached_votes_total", "captive", "comments", "comments_count", "community_taxon_id",
        "created_at", "created_at_details", "created_time_zone", "description", "faves", "faves_count",
        "flags",
        "geojson", "geoprivacy", "id", "ident_taxon_ids", "identifications", "identifications_count",
        "identifications_most_agree", "identifications_most_disagree", "identifications_some_agree",
        "license_code",
        "location", "map_scale", "mappable", "non_owner_ids", "num_identification_agreements",
        "num_identification_disagreements", "oauth_application_id", "obscured", "observation_photos",
        "observed_on",
        "observed_on_details", "observed_on_string", "observed_time_zone", "ofvs", "out_of_range", "outlinks",
        "owners_identification_from_vision", "photos", "place_guess", "place_ids", "positional_accuracy",
        "preferences", "project_ids", "project_ids_with_curator_id", "project_ids_without_curator_id",
        "project_observations", "public_positional_accuracy", "quality_grade", "quality_metrics",
        "reviewed_by",
        "site_id", "sounds", "spam", "species_guess", "tags", "taxon", "taxon_geoprivacy", "time_observed_at",
        "time_zone_offset", "updated_at", "uri", "user", "uuid", "votes",
    ]

    @Test("A search result has every key, null or not")
    func searchResult() async throws {
        try await withSandbox { _, browser in
            let rows = try await browser.get("/v1/observations?user_id=observer&per_page=100").results()
            for row in rows { #expect(row.keys.subtracting(["observation_sounds"]) == Self.keys) }
        }
    }

    @Test("Records asked for by id show a little more")
    func detail() async throws {
        try await withSandbox { _, browser in
            let ids = try await browser.get("/v1/observations?v=1&per_page=30&only_id=true").results()
            let list = ids.compactMap { $0["id"]?.integer }.map(String.init).joined(separator: ",")
            let rows = try await browser.get("/v1/observations/\(list)").results()
            #expect(rows.allSatisfy { $0.keys.contains("community_taxon") })
            #expect(rows.contains { $0["application"]?["id"] == 123 })
        }
    }

    @Test("Sounds are named on a page that has any, and on no other")
    func sounds() async throws {
        try await withSandbox { _, browser in
            let without = try await browser.get("/v1/observations?sounds=false&per_page=5").results()
            let with = try await browser.get("/v1/observations?sounds=true&per_page=5").results()
            #expect(without.allSatisfy { $0["observation_sounds"] == nil && $0["sounds"] == [] })
            #expect(with.allSatisfy { $0["observation_sounds"]?.elements.count == 1 })
        }
    }

    @Test("Absent is not null: common names, statuses and parents")
    func absentKeys() async throws {
        try await withSandbox { _, browser in
            let genus = try await browser.get("/v1/observations?rank=genus&per_page=1").results()
            let species = try await browser.get(
                "/v1/observations?taxon_id=164412&lrank=species&hrank=species"
            ).results()
            #expect(genus.first?["taxon"]?["preferred_common_name"] == nil)
            #expect(species.first?["taxon"]?["preferred_common_name"] == "Western Prairie Fringed Orchid")
            #expect(genus.first?["taxon"]?["conservation_status"] == nil)
            #expect(species.first?["taxon"]?["conservation_status"]?["geoprivacy"] == "obscured")
        }
    }

    @Test("Times have offsets and no fractions; the hour is 0 where the time is unknown")
    func times() async throws {
        try await withSandbox { _, browser in
            let rows = try await browser.get("/v1/observations?user_id=observer&per_page=200").results()
            let form = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d/
            for row in rows {
                #expect(row["created_at"]?.string?.wholeMatch(of: form) != nil)
                #expect(row["updated_at"]?.string?.wholeMatch(of: form) != nil)
                if row["observed_on"] == .null { #expect(row["observed_on_details"] == .null) }
                if let time = row["time_observed_at"]?.string {
                    #expect(time.wholeMatch(of: form) != nil)
                } else if row["observed_on"] != .null {
                    #expect(row["observed_on_details"]?["hour"] == 0)
                }
            }
        }
    }

    @Test("Photos are square ones, with a licence or without, and lie where the sandbox is")
    func photos() async throws {
        try await withSandbox { sandbox, browser in
            let rows = try await browser.get("/v1/observations?user_id=observer&photos=true&per_page=200&v=1")
                .results()
            let photos = rows.flatMap { $0["photos"]?.elements ?? [] }
            for photo in photos {
                let url = try #require(photo["url"]?.string)
                #expect(url.hasPrefix(sandbox.baseURL))
                #expect(
                    url.dropFirst(sandbox.baseURL.count)
                        .wholeMatch(of: /\/photos\/\d+\/square\.(jpg|jpeg|png)/) != nil
                )
            }
            #expect(Set(photos.map { $0["license_code"] == .null }) == [true, false])
        }
    }

    @Test("The point is longitude first in GeoJSON and latitude first in the text")
    func pointOrder() async throws {
        try await withSandbox { _, browser in
            let row = try #require(
                try await browser.get("/v1/observations?user_id=observer&per_page=1").results().first
            )
            #expect(row["geojson"]?["coordinates"]?[0]?.number == -93.71288)
            #expect(row["geojson"]?["coordinates"]?[1]?.number == 41.65104)
            #expect(row["location"] == "41.65104,-93.71288")
        }
    }
}
