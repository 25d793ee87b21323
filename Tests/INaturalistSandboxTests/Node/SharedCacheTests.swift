import INaturalistSandbox
import TestBrowser
import Testing

/// The server's own cache, which does not know who asks (API reference 3.5.3).
struct SharedCacheTests {
    @Test(
        "A search of generic parameters alone is served to everybody as the first asker got it",
        arguments: ["/v1/observations?per_page=3", "/v2/observations?per_page=3&fields=private_geojson,uuid"]
    )
    func trap(path: String) async throws {
        try await withSandbox { sandbox, browser in
            let anonymous = try await browser.get(path).results()
            let observer = try await browser.get(path, authorization: sandbox.bearer(.observer)).results()
            #expect(observer == anonymous)
            #expect(observer.allSatisfy { !$0.keys.contains("private_geojson") })
        }
    }

    @Test("It works in the other direction too")
    func leak() async throws {
        try await withSandbox { sandbox, browser in
            let path = "/v1/observations?per_page=2&order=desc"
            let observer = try await browser.get(path, authorization: sandbox.bearer(.observer)).results()
            let anonymous = try await browser.get(path).results()
            #expect(observer == anonymous)
            #expect(anonymous.contains { $0.keys.contains("private_geojson") })
        }
    }

    @Test(
        "Any other parameter, or another page, keeps clear of it",
        arguments: [
            "v=1", "user_id=observer", "obscuration=obscured", "page=2", "id_below=999999999",
            "only_id=false",
        ]
    )
    func escape(parameter: String) async throws {
        try await withSandbox { sandbox, browser in
            let path = "/v1/observations?per_page=20&\(parameter)"
            _ = try await browser.get(path)
            let rows = try await browser.get(path, authorization: sandbox.bearer(.observer)).results()
            #expect(rows.contains { $0.keys.contains("private_location") })
        }
    }

    @Test("A signed-in search by place is not shared")
    func place() async throws {
        try await withSandbox { sandbox, browser in
            let path = "/v1/observations?place_id=7005&per_page=50"
            _ = try await browser.get(path)
            let rows = try await browser.get(path, authorization: sandbox.bearer(.observer)).results()
            #expect(rows.contains { $0.keys.contains("private_location") })
        }
    }

    @Test("Records by id are never shared")
    func byID() async throws {
        try await withSandbox { sandbox, browser in
            let ids = try await browser.get("/v1/observations?user_id=observer&per_page=1&only_id=true")
                .results()
            let id = try #require(ids.first?["id"]?.integer)
            _ = try await browser.get("/v1/observations/\(id)")
            let rows = try await browser.get(
                "/v1/observations/\(id)",
                authorization: sandbox.bearer(.observer)
            ).results()
            #expect(rows.first?.keys.contains("private_location") == true)
        }
    }
}
