import INaturalistSandbox
import TestBrowser
import Testing

struct UserTests {
    @Test("A user is found by id and by login", arguments: ["1234567", "observer", "OBSERVER"])
    func byName(name: String) async throws {
        try await withSandbox { _, browser in
            let row = try #require(try await browser.get("/v1/users/\(name)").results().first)
            #expect(row["id"] == 1_234_567)
            #expect(row["login"] == "observer")
            #expect(row["observations_count"] == 1_600)
            #expect(row["email"] == nil)
        }
    }

    @Test("Autocompletion puts the exact login first and leaves the suspended out")
    func autocomplete() async throws {
        try await withSandbox { _, browser in
            let rows = try await browser.get("/v1/users/autocomplete?q=bidi").results()
            #expect(rows.first?["login"] == "bidi")
            let path = "/v1/users/autocomplete?q=suspended"
            #expect(try await browser.get(path).results().isEmpty)
            #expect(try await browser.get("\(path)&include_suspended=true").results().count == 1)
            #expect(try await browser.get("/v1/users/autocomplete?per_page=500").results().count <= 100)
            #expect(try await browser.get("/v1/users/autocomplete").results().isEmpty)
        }
    }

    @Test("The signed-in user's own row has what is theirs alone, and null for nothing")
    func currentUser() async throws {
        try await withSandbox { sandbox, browser in
            let row = try #require(
                try await browser.get("/v1/users/me", authorization: sandbox.bearer(.observer)).results()
                    .first
            )
            #expect(row["email"] == "observer@example.org")
            #expect(row["unconfirmed_email"] == .null)
            #expect(row["site"]?["id"] == 1)
            #expect(row["prefers_no_email"] == .null)
            let second = try await browser.get("/v2/users/me", authorization: sandbox.bearer(.observer))
                .results()
            #expect(second == [["id": 1_234_567]])
        }
    }

    @Test(
        "Every account can be named, and its ids have seven digits",
        arguments: SandboxAccount.Role.allCases
    )
    func accounts(role: SandboxAccount.Role) async throws {
        let account = Sandbox.account(role)
        #expect(account.role == role)
        #expect(String(account.userID).count == 7)
        try await withSandbox { _, browser async throws in
            #expect(
                try await browser.get("/v1/users/\(account.login)").results().first?["name"]
                    == .string(account.name)
            )
        }
    }
}
