import INaturalistSandbox
import TestBrowser
import Testing

/// Pages and their limits (API reference 3.1 and 3.2).
struct PagingTests {
    @Test(
        "Page sizes are clamped, and nonsense is 30",
        arguments: [
            (nil, 30), ("5", 5), ("0", 0), ("200", 200), ("201", 200), ("5000", 200), ("-1", 30),
            ("many", 30),
        ]
    )
    func sizes(text: String?, size: Int) async throws {
        try await withSandbox { _, browser in
            let parameter = text.map { "&per_page=\($0)" } ?? ""
            let page = try await browser.get("/v1/observations?v=1&only_id=true\(parameter)")
            let body = try page.json()
            #expect(body["per_page"] == .integer(size))
            #expect(body["results"]?.elements.count == size)
            #expect(body["total_results"] == 2_400)
            #expect(body["page"] == 1)
        }
    }

    @Test("The last row of the window is within it", arguments: ["/v1", "/v2"])
    func window(version: String) async throws {
        try await withSandbox { _, browser in
            let page = try await browser.get("\(version)/observations?page=50&per_page=200&only_id=true")
            #expect(page.status == 200)
            #expect(try page.results().isEmpty)
        }
    }

    @Test("Page 0 of the second interface is its first")
    func pageZero() async throws {
        try await withSandbox { _, browser in
            let zero = try await browser.get("/v2/observations?page=0&v=1").results()
            #expect(try await browser.get("/v2/observations?page=1&v=1").results() == zero)
        }
    }

    @Test("Sliding by id in either direction meets every record once", arguments: ["asc", "desc"])
    func sliding(order: String) async throws {
        try await withSandbox { _, browser in
            let side = order == "asc" ? "id_above" : "id_below"
            var seen: [Int] = []
            while true {
                let limit = seen.last.map { "&\(side)=\($0)" } ?? ""
                let page = try await browser.get(
                    "/v1/observations?order_by=id&order=\(order)&per_page=200&only_id=true&v=1\(limit)"
                )
                let ids = try page.results().compactMap { $0["id"]?.integer }
                if ids.isEmpty { break }
                seen += ids
            }
            #expect(seen.count == 2_400)
            #expect(seen == (order == "asc" ? seen.sorted() : seen.sorted(by: >)))
            #expect(Set(seen).count == seen.count)
        }
    }

    @Test("Several ids come as the server sorts them: as texts")
    func severalIDs() async throws {
        try await withSandbox { _, browser in
            let oldest = try await browser.get(
                "/v1/observations?order_by=id&order=asc&per_page=60&only_id=true"
            )
            let newest = try await browser.get(
                "/v1/observations?order_by=id&order=desc&per_page=60&only_id=true"
            )
            let ids = try (oldest.results() + newest.results()).compactMap { $0["id"]?.integer }
            let list = ids.map(String.init).joined(separator: ",")
            for path in ["/v1/observations/\(list)", "/v1/observations?id=\(list)&per_page=5"] {
                let rows = try await browser.get(path).results().compactMap { $0["id"]?.integer }
                #expect(rows.map(String.init) == ids.map(String.init).sorted(), "\(path.prefix(24))")
                #expect(rows != ids.sorted())
            }
        }
    }

    @Test("Unknown ids are left out, and none at all is an empty page")
    func unknownIDs() async throws {
        try await withSandbox { _, browser in
            let ids = try await browser.get("/v1/observations?per_page=1&only_id=true&v=1").results()
            let id = try #require(ids.first?["id"]?.integer)
            #expect(try await browser.json("/v1/observations/7,\(id),8")["total_results"] == 1)
            let none = try await browser.get("/v1/observations/7")
            #expect(none.status == 200)
            #expect(try none.json()["results"] == [])
        }
    }

    @Test("Totals can be left uncounted")
    func totals() async throws {
        try await withSandbox { _, browser async throws in
            let path = "/v1/observations?only_id=true&per_page=7&v=1"
            #expect(try await browser.json("\(path)&no_total_hits=true")["total_results"] == 7)
            #expect(try await browser.json("\(path)&skip_total_hits=true")["total_results"] == 2_400)
        }
    }

    @Test("Bounds come when asked for")
    func bounds() async throws {
        try await withSandbox { _, browser in
            let path = "/v1/observations?only_id=true&taxon_id=164412&v=1"
            #expect(try await browser.json(path)["total_bounds"] == nil)
            let bounds = try #require(
                try await browser.get("\(path)&return_bounds=true").json()["total_bounds"]
            )
            #expect(bounds.keys == ["swlat", "swlng", "nelat", "nelng"])
            let (south, north) = (
                try #require(bounds["swlat"]?.number), try #require(bounds["nelat"]?.number)
            )
            #expect(south < north)
        }
    }

    @Test(
        "Caching is announced as the servers do, even for who is signed in",
        arguments: [
            ("/v1/observations?v=1", "public, max-age=300"), ("/v2/observations?v=1", "public, max-age=300"),
            ("/v1/observations?v=1&ttl=-1", "public, max-age=-1"),
            ("/v2/observations?v=1&ttl=-1", "private, no-cache, no-store, must-revalidate"),
            ("/v1/observations/1", "private, no-cache, no-store, must-revalidate"),
            ("/v1/users/me", "private, no-cache, no-store, must-revalidate"),
        ]
    )
    func caching(path: String, header: String) async throws {
        try await withSandbox { sandbox, browser in
            let page = try await browser.get(path, authorization: sandbox.bearer(.observer))
            #expect(page.header("Cache-Control") == header)
            #expect(page.header("Vary") == nil)
            #expect(page.header("Date")?.hasSuffix(" GMT") == true)
        }
    }
}
