import INaturalistSandbox
import TestBrowser
import Testing

/// `fields` over the wire (API reference 3.6).
struct FieldsTests {
    @Test(
        "The same selection in every form gives the same rows",
        arguments: [
            "id,user.login,private_geojson,tags,taxon",
            "(id:!t,user:(login:!t),private_geojson:!t,tags:!t,taxon:!t)",
            #"{"id":true,"user":{"login":true},"private_geojson":true,"tags":true,"taxon":true}"#,
        ]
    )
    func forms(fields: String) async throws {
        try await withSandbox { sandbox, browser in
            let path = "/v2/observations?user_id=observer&per_page=1&fields=\(Browser.encoded(fields))"
            let row = try #require(
                try await browser.get(path, authorization: sandbox.bearer(.observer)).results().first
            )
            #expect(row.keys == ["uuid", "id", "user", "private_geojson", "tags", "taxon"])
            #expect(row["user"] == ["id": 1_234_567, "login": "observer"])
            #expect(row["taxon"] == ["id": 164_412])
            #expect(row["private_geojson"]?.keys == ["type", "coordinates"])
            #expect(row["private_geojson"]?["coordinates"]?[0]?.number == -93.6124)
        }
    }

    @Test("Without fields there is the UUID and nothing else")
    func none() async throws {
        try await withSandbox { _, browser in
            let rows = try await browser.get("/v2/observations?per_page=3&v=1").results()
            #expect(rows.count == 3)
            #expect(rows.allSatisfy { $0.keys == ["uuid"] })
        }
    }

    @Test("All of the second interface lacks what its schema does not name")
    func all() async throws {
        try await withSandbox { sandbox, browser in
            let path = "/v2/observations?user_id=observer&per_page=1&fields=all"
            let row = try #require(
                try await browser.get(path, authorization: sandbox.bearer(.observer)).results().first
            )
            #expect(row["private_place_ids"] == nil)
            #expect(row["private_location"] == "41.60218,-93.6124")
            #expect(row["map_scale"] == .null)
            #expect(row["user"]?["login_exact"] == nil)
            #expect(row["observation_photos"]?[0]?["photo_id"] == nil)
            #expect(row["identifications"]?[0]?["taxon"]?["ancestors"]?.elements.isEmpty == false)
        }
    }

    @Test("A POST that says it is a GET carries its fields in the body")
    func overriddenPost() async throws {
        try await withSandbox { _, browser in
            let headers = [("X-HTTP-Method-Override", "GET"), ("Content-Type", "application/json")]
            for body in [#"{"fields":{"id":true}}"#, #"{"fields":"id"}"#, #"{"fields":"(id:!t)"}"#] {
                let page = try await browser.send(
                    "POST",
                    "/v2/observations?v=1",
                    headers: headers,
                    body: body
                )
                #expect(page.status == 200)
                #expect(try page.results().first?.keys == ["id", "uuid"])
            }
        }
    }

    @Test("It needs a body, and one that is not multipart")
    func badPosts() async throws {
        try await withSandbox { _, browser in
            let override = ("X-HTTP-Method-Override", "GET")
            let empty = try await browser.send("POST", "/v2/observations", headers: [override])
            let multipart = try await browser.send(
                "POST",
                "/v2/observations",
                headers: [override, ("Content-Type", "multipart/form-data; boundary=x")],
                body: "--x--"
            )
            #expect(empty.status == 422)
            #expect(multipart.status == 422)
            #expect(try await browser.send("POST", "/v2/observations", body: "{}").status == 401)
        }
    }

    @Test("Fields that the viewer may not see are absent even when asked for")
    func withheld() async throws {
        try await withSandbox { _, browser async throws in
            let path =
                "/v2/observations?user_id=observer&per_page=1&fields=private_geojson,viewer_trusted_by_observer"
            #expect(try await browser.get(path).results().first?.keys == ["uuid"])
        }
    }
}
