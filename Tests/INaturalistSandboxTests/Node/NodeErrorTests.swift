import INaturalistSandbox
import TestBrowser
import Testing

/// What the node server says when something is wrong (API reference 3.2, 3.4 and 7.3).
struct NodeErrorTests {
    /// A request and the whole of its refusal.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let path: String
        let status: Int
        let body: JSON
        var testDescription: String { String(path.prefix(70)) }

        init(_ path: String, _ status: Int, _ body: JSON) {
            self.path = path
            self.status = status
            self.body = body
        }

        init(v1 path: String, _ status: Int, _ error: String) {
            self.init("/v1\(path)", status, ["error": .string(error), "status": .integer(status)])
        }

        init(v2 path: String, _ status: Int, _ message: String) {
            let item: JSON = ["errorCode": .string(String(status)), "message": .string(message)]
            self.init("/v2\(path)", status, ["status": .string(String(status)), "errors": [item]])
        }
    }

    private static let window = """
        Result window is too large, page x size must be less than or equal to [10000]. Please narrow your search, \
        or use a sliding window approach with id_above or id_below params.
        """
    private static let searchFailure =
        "Elasticsearch error, if this persists please contact the iNaturalist development team."
    private static let tooMany = (1...201).map(String.init).joined(separator: ",")

    @Test(
        "Every refusal has its version's own shape",
        arguments: [
            Refusal(v1: "/observations?page=51&per_page=200", 403, window),
            Refusal(v2: "/observations?page=51&per_page=200", 500, window),
            Refusal(v1: "/observations?page=0", 500, searchFailure),
            Refusal(v1: "/observations?user_id=nobody_at_all", 422, "Unknown user_id nobody_at_all"),
            Refusal(v2: "/observations?user_id=nobody_at_all", 422, "Unknown user_id nobody_at_all"),
            Refusal(v1: "/observations?taxon_id=999999", 422, "Unknown taxon_id 999999"),
            Refusal(v1: "/observations?taxon_id=abc", 422, "Invalid taxon_id: abc"),
            Refusal(v1: "/observations?taxon_id=2147483648", 500, searchFailure),
            Refusal(v1: "/observations?id=99999999999", 500, searchFailure),
            Refusal(v1: "/observations?project_id=nonsense", 422, "Unknown project_id: [nonsense]"),
            Refusal(v1: "/observations?project_id=no,none", 422, "Unknown project_id: [no,none]"),
            Refusal(v1: "/observations?not_in_project=none", 422, "Unknown not_in_project: [none]"),
            Refusal(
                v1: "/observations?coords_viewable_for_proj=true",
                422,
                "coords_viewable_for_proj requires a value for project_id"
            ),
            Refusal(v1: "/observations?user_id=999", 422, "Unknown user_id 999"),
            Refusal(v1: "/places/UPPER", 422, "Error"),
            Refusal(v1: "/taxa/nonsense", 422, "Error"),
            Refusal(v2: "/users/nobody_at_all", 404, "User does not exist"),
            Refusal(v1: "/observations?place_id=5", 422, "Unknown place_id 5"),
            Refusal(v1: "/observations?place_id=iowa", 500, "Error"),
            Refusal(v1: "/observations/\(tooMany)", 422, "Too many IDs"),
            Refusal(v1: "/observations/1,", 422, "Error"),
            Refusal(v1: "/observations/abc", 422, "Error"),
            Refusal(v1: "/observations/1de24eb3-6845-4308-93e4-b99b23e5a37b", 422, "Error"),
            Refusal(v1: "/users/nobody_at_all", 404, "User does not exist"),
            Refusal(v2: "/observations?fields=(id:!t", 422, "invalid fields parameter"),
            Refusal(v2: "/observations?fields=place_1", 422, "invalid fields parameter"),
        ]
    )
    func refusals(refusal: Refusal) async throws {
        try await withSandbox { _, browser in
            let page = try await browser.get(refusal.path)
            #expect(page.status == refusal.status)
            #expect(try page.json() == refusal.body)
            #expect(page.header("Content-Type") == "application/json; charset=utf-8")
        }
    }

    @Test(
        "The second interface names the parameter that it does not like, in yet another shape",
        arguments: [
            ("order_by", "nonsense", "must be equal to one of the allowed values"),
            ("obscuration", "some", "must be equal to one of the allowed values"),
            ("geoprivacy", "open,hidden", "must be equal to one of the allowed values"),
            ("geo", "yes", "must be equal to one of the allowed values"), ("page", "two", "must be integer"),
            ("page", "-1", "must be >= 0"), ("month", "13", "must be <= 12"),
            ("swlat", "-91", "must be >= -90"),
            ("nelng", "181", "must be <= 180"), ("lat", "north", "must be number"),
            ("taxon_id", "abc", "must be integer"),
        ]
    )
    func validation(parameter: String, value: String, message: String) async throws {
        try await withSandbox { _, browser in
            let page = try await browser.get("/v2/observations?\(parameter)=\(value)")
            let body = try page.json()
            #expect(page.status == 422)
            #expect(body["status"] == 422)
            let error = try #require(body["errors"]?[0])
            #expect(error["path"] == .string(parameter))
            #expect(error["message"] == .string(message))
            #expect(error["errorCode"] == nil)
            #expect(error["params"] != nil)
        }
    }

    @Test(
        "The first interface lets nonsense pass",
        arguments: [
            "order_by=nonsense", "obscuration=some", "geo=yes", "d1=yesterday", "made_up=1", "page=two",
            "per_page=x",
        ]
    )
    func leniency(query: String) async throws {
        try await withSandbox { _, browser in
            let page = try await browser.get("/v1/observations?v=1&\(query)")
            #expect(page.status == 200)
            #expect(try page.json()["total_results"] == 2_400)
            #expect(try page.json()["page"] == (query == "page=two" ? .null : 1))
        }
    }

    @Test("A single UUID that is none is refused, and an unknown one is an empty page with 404")
    func uuids() async throws {
        try await withSandbox { _, browser in
            let bad = try await browser.get("/v2/observations/123")
            #expect(bad.status == 422)
            #expect(try bad.json()["status"] == 422)
            let unknown = try await browser.get("/v2/observations/00000000-0000-4000-8000-000000000000")
            #expect(unknown.status == 404)
            #expect(try unknown.json() == ["total_results": 0, "page": 1, "per_page": 0, "results": []])
        }
    }

    @Test("An unknown route is a web page", arguments: ["/v1/nope", "/v2/observations/a/b", "/v1"])
    func unknownRoute(path: String) async throws {
        try await withSandbox { _, browser in
            let page = try await browser.get(path)
            #expect(page.status == 404)
            #expect(page.header("Content-Type") == "text/html; charset=utf-8")
            #expect(page.text.contains("<pre>Cannot GET \(path)</pre>"))
        }
    }

    @Test("Both interfaces answer a ping", arguments: ["/v1/ping", "/v2/ping"])
    func ping(path: String) async throws {
        try await withSandbox { _, browser async throws in
            #expect(try await browser.json(path) == ["status": "available"])
        }
    }
}
