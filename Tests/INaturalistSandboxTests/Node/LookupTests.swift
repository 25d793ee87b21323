import INaturalistSandbox
import TestBrowser
import Testing

/// Places, projects, taxa and users as they are looked up while one types (API reference 6).
struct LookupTests {
    @Test("Places come from the largest down, with their outlines, ten or at most twenty (6)")
    func places() async throws {
        try await withSandbox { _, browser in
            let body = try await browser.json("/v1/places/autocomplete?q=iowa")
            let rows = body["results"]?.elements ?? []
            #expect(rows.count == 10)
            #expect(body["per_page"] == 10)
            #expect((body["total_results"]?.integer ?? 0) > 20)
            #expect(rows.first?["display_name"] == "Iowa, US")
            #expect(rows.first?["admin_level"] == 10)
            #expect(rows.first?["id"] == 7_005)
            let outline = try #require(rows.first?["geometry_geojson"])
            #expect(outline["type"] == "MultiPolygon")
            #expect(outline["coordinates"]?[0]?[0]?.elements.count ?? 0 > 1_000)
            let many = try await browser.json("/v1/places/autocomplete?q=iowa&per_page=100")
            #expect(many["results"]?.elements.count == 20)
            #expect(try await browser.get("/v1/places/autocomplete").results().isEmpty)
        }
    }

    @Test("Places of the community have no level, and come last (6)")
    func communityPlaces() async throws {
        try await withSandbox { _, browser in
            let reserve = try #require(try await browser.get("/v1/places/80001").results().first)
            #expect(reserve["admin_level"] == .null)
            let name = try #require(reserve["name"]?.string).split(separator: " ")[0]
            let rows = try await browser.get("/v1/places/autocomplete?q=\(name)&per_page=20").results()
            let levels = rows.map { $0["admin_level"]?.integer ?? .max }
            #expect(levels == levels.sorted())
        }
    }

    @Test(
        "Page is what was sent, a text in the first interface and a number in the second (3.1)",
        arguments: [
            ("/v1/places/autocomplete?q=iowa&page=2", JSON.string("2")),
            ("/v1/places/autocomplete?q=iowa", .integer(1)),
            ("/v1/projects/autocomplete?q=sandbox&page=3", .string("3")),
            ("/v2/places?q=iowa&page=2", .integer(2)),
        ]
    )
    func page(path: String, page: JSON) async throws {
        try await withSandbox { _, browser async throws in
            #expect(try await browser.json(path)["page"] == page)
        }
    }

    @Test("Nothing found is a page of no rows and size 0 (3.1)")
    func nothing() async throws {
        try await withSandbox { _, browser in
            for path in ["places", "projects"] {
                let body = try await browser.json("/v1/\(path)/autocomplete?q=zzzz")
                #expect(body["total_results"] == 0)
                #expect(body["per_page"] == 0)
                #expect(body["results"] == [])
            }
        }
    }

    @Test("Several places by id or slug, without outlines when they are not wanted (6)")
    func placesByID() async throws {
        try await withSandbox { _, browser in
            let rows = try await browser.get("/v1/places/7005,texas,6000,1?no_geom=true").results()
            #expect(rows.map { $0["id"]?.integer ?? 0 } == [7_012, 7_005, 6_000])
            #expect(rows.allSatisfy { $0["geometry_geojson"] == nil && $0["bounding_box_geojson"] == nil })
            #expect(try await browser.get("/v1/places/7005").results().first?["geometry_geojson"] != nil)
            let ids = (1...501).map(String.init).joined(separator: ",")
            #expect(try await browser.get("/v1/places/\(ids)").status == 422)
            let uuid = try #require(rows[0]["uuid"]?.string)
            let second = try await browser.get("/v2/places/\(uuid)?fields=name").results()
            #expect(second == [["id": 7_012, "name": "Texas"]])
        }
    }

    @Test("The ids of observations are places that can be looked up")
    func placesOfObservations() async throws {
        try await withSandbox { sandbox, browser in
            let rows = try await browser.get(
                "/v1/observations?user_id=observer&per_page=50",
                authorization: sandbox.bearer(.observer)
            ).results()
            let ids = Set(rows.flatMap { $0["private_place_ids"]?.elements ?? [] }.compactMap(\.integer))
            #expect(ids.count > 20)
            let list = ids.map(String.init).joined(separator: ",")
            let found = try await browser.get("/v1/places/\(list)?no_geom=true").results()
            #expect(Set(found.compactMap { $0["id"]?.integer }) == ids)
        }
    }

    @Test("Projects are found by their titles' beginnings, accents or none (6)")
    func projects() async throws {
        try await withSandbox { _, browser in
            let rows = try await browser.get("/v1/projects/autocomplete?q=orch").results()
            #expect(Set(rows.map { $0["id"] ?? .null }) == [100_201, 100_105])
            #expect(rows.first?["user_ids"]?.elements.count ?? 0 > 1_000)
            #expect(rows.first?["admins"]?[0]?["role"] == "manager")
            let accented = try await browser.get("/v1/projects/autocomplete?q=ecole").results()
            #expect(accented.map { $0["id"] ?? .null } == [100_104])
            #expect(try await browser.get("/v1/projects/autocomplete").results().isEmpty)
            let joined = try await browser.get("/v1/projects/autocomplete?member_id=1234567").results()
            #expect(Set(joined.map { $0["id"] ?? .null }) == [100_201, 100_202])
        }
    }

    @Test("Projects by id or slug (6)")
    func projectsByID() async throws {
        try await withSandbox { _, browser in
            let rows = try await browser.get("/v1/projects/sandbox-turtle-count,100101,7").results()
            #expect(rows.map { $0["id"] ?? .null } == [100_202, 100_101])
            let ids = (1...101).map(String.init).joined(separator: ",")
            #expect(try await browser.get("/v1/projects/\(ids)").status == 422)
            let second = try await browser.get("/v2/projects/100101?fields=slug").results()
            #expect(second == [["id": 100_101, "slug": "sandbox-wetland-survey"]])
        }
    }

    @Test("The taxon that is named exactly comes first, and says which name matched (6)")
    func taxa() async throws {
        try await withSandbox { _, browser in
            let rows = try await browser.get("/v1/taxa/autocomplete?q=ghost+orchid").results()
            #expect(Set(rows.map { $0["id"] ?? .null }) == [64_063, 164_377])
            #expect(rows.allSatisfy { $0["matched_term"] == "Ghost Orchid" })
            let genus = try #require(
                try await browser.get("/v1/taxa/autocomplete?q=platanthera").results().first
            )
            #expect(genus["name"] == "Platanthera")
            #expect(genus["preferred_common_name"] == nil)
            let all = try await browser.json("/v1/taxa/autocomplete?q=a&per_page=200")
            #expect(all["results"]?.elements.count == 30)
            #expect(all["per_page"] == 30)
            #expect((all["total_results"]?.integer ?? 0) >= 30)
            let species = try await browser.get("/v1/taxa/autocomplete?q=platanthera&rank=species").results()
            #expect(species.allSatisfy { $0["rank"] == "species" })
            #expect(!species.isEmpty)
        }
    }

    @Test("Taxa by id come with what is above and below them; at most 30 (6)")
    func taxaByID() async throws {
        try await withSandbox { _, browser in
            let rows = try await browser.get("/v1/taxa/164412,47217,1234567").results()
            #expect(Set(rows.map { $0["id"] ?? .null }) == [164_412, 47_217])
            let family = try #require(rows.first { $0["id"] == 47_217 })
            #expect(family["children"]?.elements.isEmpty == false)
            #expect(family["ancestors"]?.elements.isEmpty == false)
            let ids = (1...31).map(String.init).joined(separator: ",")
            #expect(try await browser.json("/v1/taxa/\(ids)")["error"] == "Too many IDs")
            #expect(try await browser.get("/v2/taxa/164412?fields=name").results().count == 1)
        }
    }

    @Test("Users of the second interface, by name and by login (6)")
    func users() async throws {
        try await withSandbox { _, browser in
            let rows = try await browser.get("/v2/users/autocomplete?q=obs&fields=login").results()
            #expect(rows == [["id": 1_234_567, "login": "observer"]])
            #expect(try await browser.get("/v2/users/observer?fields=login").results() == rows)
            #expect(try await browser.get("/v2/users/nobody").status == 404)
            let members = try await browser.get("/v1/users/autocomplete?q=s&project_id=100201").results()
            #expect(members.map { $0["login"] ?? .null } == ["stranger"])
        }
    }
}
