import INaturalistSandbox
import TestBrowser
import Testing

/// The one table to keep: what each kind of token is worth at each endpoint (API reference, before section 1).
struct TokenTableTests {
    /// One row of the table.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let header: @Sendable (Sandbox) -> String?
        /// Whether the node server knows the observer.
        let isKnownToNode: Bool
        /// What `/users/api_token.json` answers.
        let apiToken: Int
        /// Whether the legacy endpoint shows hidden coordinates.
        let isKnownToLegacy: Bool
    }

    static let rows = [
        Row(
            testDescription: "none",
            header: { _ in nil },
            isKnownToNode: false,
            apiToken: 401,
            isKnownToLegacy: false
        ),
        Row(
            testDescription: "Bearer OAuth token",
            header: { "Bearer \($0.issueOAuthToken(login: "observer"))" },
            isKnownToNode: false,
            apiToken: 200,
            isKnownToLegacy: true
        ),
        Row(
            testDescription: "OAuth token alone",
            header: { $0.issueOAuthToken(login: "observer") },
            isKnownToNode: false,
            apiToken: 401,
            isKnownToLegacy: false
        ),
        Row(
            testDescription: "Bearer JWT",
            header: { "Bearer \($0.issueJWT(login: "observer"))" },
            isKnownToNode: true,
            apiToken: 200,
            isKnownToLegacy: true
        ),
        Row(
            testDescription: "JWT alone",
            header: { $0.issueJWT(login: "observer") },
            isKnownToNode: true,
            apiToken: 200,
            isKnownToLegacy: true
        ),
        Row(
            testDescription: "expired JWT",
            header: { "Bearer \($0.issueJWT(login: "observer", lifetime: .seconds(-1)))" },
            isKnownToNode: false,
            apiToken: 401,
            isKnownToLegacy: false
        ),
        Row(
            testDescription: "garbage",
            header: { _ in "Bearer garbage" },
            isKnownToNode: false,
            apiToken: 401,
            isKnownToLegacy: false
        ),
    ]

    @Test(
        "Searches and fetches answer 200 to everybody, and show hidden places only to who is known",
        arguments: rows
    )
    func reading(row: Row) async throws {
        try await withSandbox { sandbox, browser in
            let header = row.header(sandbox)
            let search = try await browser.get(
                "/v1/observations?user_id=observer&per_page=1",
                authorization: header
            )
            let first = try #require(try search.results().first)
            #expect(search.status == 200)
            #expect(first.keys.contains("private_location") == row.isKnownToNode)
            #expect(first.keys.contains("private_geojson") == row.isKnownToNode)
            #expect(first.keys.contains("private_place_guess") == row.isKnownToNode)
            #expect(first.keys.contains("private_place_ids") == row.isKnownToNode)
            #expect(first.keys.contains("viewer_trusted_by_observer") == row.isKnownToNode)

            let uuid = try #require(first["uuid"]?.string)
            let path = "/v2/observations/\(uuid)?fields=all"
            let second = try #require(try await browser.get(path, authorization: header).results().first)
            #expect(second.keys.contains("private_location") == row.isKnownToNode)
            #expect(second.keys.contains("viewer_trusted_by_observer") == row.isKnownToNode)
        }
    }

    @Test("Only the node server's own tokens prove who one is", arguments: rows)
    func currentUser(row: Row) async throws {
        try await withSandbox { sandbox, browser in
            let header = row.header(sandbox)
            let first = try await browser.get("/v1/users/me", authorization: header)
            let second = try await browser.get("/v2/users/me?fields=login", authorization: header)
            #expect(first.status == (row.isKnownToNode ? 200 : 401))
            #expect(second.status == (row.isKnownToNode ? 200 : 401))
            if row.isKnownToNode {
                #expect(try first.results().first?["login"] == "observer")
                #expect(try second.results().first == ["id": 1_234_567, "login": "observer"])
            } else {
                #expect(try first.json() == ["error": "Unauthorized", "status": 401])
                #expect(
                    try second.json() == [
                        "status": "401",
                        "errors": [["errorCode": "401", "message": "JWT is missing or invalid"]],
                    ]
                )
            }
        }
    }

    @Test("The website gives JWTs, and shows hidden places to OAuth tokens too", arguments: rows)
    func website(row: Row) async throws {
        try await withSandbox { sandbox, browser in
            let header = row.header(sandbox)
            let ids = try await browser.get("/v1/observations?user_id=observer&per_page=1&only_id=true")
                .results()
            let id = try #require(ids.first?["id"]?.integer)
            #expect(
                try await browser.get("/users/api_token.json", authorization: header).status == row.apiToken
            )
            let legacy = try await browser.get("/observations/\(id).json", authorization: header)
            let body = try legacy.json()
            #expect(legacy.status == 200)
            #expect(body["latitude"] == "41.65104")
            #expect(body["longitude"] == "-93.71288")
            #expect(body["private_latitude"] == (row.isKnownToLegacy ? "41.60218" : nil))
            #expect(body["private_longitude"] == (row.isKnownToLegacy ? "-93.6124" : nil))
            #expect(body["coordinates_obscured"] == (row.isKnownToLegacy ? nil : true))
        }
    }

    @Test("The second interface takes two tokens between commas, the first does not")
    func commas() async throws {
        try await withSandbox { sandbox, browser async throws in
            let jwt = sandbox.issueJWT(login: "observer")
            for header in ["\(jwt), application", "application, Bearer \(jwt)", "Bearer \(jwt)"] {
                #expect(
                    try await browser.get("/v2/users/me", authorization: header).status == 200,
                    "\(header)"
                )
            }
            let third = "one, two, \(jwt)"
            #expect(try await browser.get("/v2/users/me", authorization: third).status == 401)
            #expect(try await browser.get("/v1/users/me", authorization: third).status == 200)
            #expect(try await browser.get("/v1/users/me", authorization: "\(jwt), application").status == 401)
        }
    }
}
