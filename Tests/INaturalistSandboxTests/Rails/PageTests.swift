import INaturalistSandbox
import TestBrowser
import Testing

/// The website's pages and its old interface.
struct PageTests {
    @Test("A deleted observation is gone, in both forms", arguments: ["", ".json"])
    func deleted(suffix: String) async throws {
        try await withSandbox { _, browser in
            let page = try await browser.get("/observations/\(Sandbox.deletedObservationID)\(suffix)")
            #expect(page.status == 410)
        }
    }

    @Test(
        "An unknown one is not found",
        arguments: ["/observations/5", "/observations/5.json", "/nothing/here"]
    )
    func unknown(path: String) async throws {
        try await withSandbox { _, browser async throws in
            #expect(try await browser.get(path).status == 404)
        }
    }

    @Test("The page behind uri is there, by id and by UUID")
    func page() async throws {
        try await withSandbox { sandbox, browser in
            let row = try #require(
                try await browser.get("/v1/observations?user_id=observer&per_page=1").results().first
            )
            let uri = try #require(row["uri"]?.string)
            #expect(uri.hasPrefix("\(sandbox.baseURL)/observations/"))
            for path in [
                String(uri.dropFirst(sandbox.baseURL.count)), "/observations/\(row["uuid"]?.string ?? "")",
            ] {
                let page = try await browser.get(path)
                #expect(page.status == 200)
                #expect(page.text.contains("Western Prairie Fringed Orchid"))
            }
        }
    }

    @Test("Coordinates of the old interface are texts, and null when nothing is hidden")
    func legacyOpen() async throws {
        try await withSandbox { _, browser in
            let path = "/v1/observations?user_id=observer&obscuration=none&geo=true&per_page=1"
            let row = try #require(try await browser.get(path).results().first)
            let id = try #require(row["id"]?.integer)
            let body = try await browser.get("/observations/\(id).json").json()
            #expect(body["latitude"]?.string != nil)
            #expect(body["private_latitude"] == .null)
            #expect(body["coordinates_obscured"] == nil)
        }
    }
}
