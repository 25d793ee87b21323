import Foundation
import FoundationNetworking
import INaturalist
import INaturalistSandbox
import ObservationStore
import TestSupport
import Testing

extension EndToEnd {
    /// A sync of very many rows from a server in trouble, killed again and again.
    @Suite
    struct SyncCrashTests {
        private static let count = 100_000

        @Test(
            "A hundred thousand rows through 429s, drops and truncations, killed five times on the way, are complete"
        )
        func survivesKills() async throws {
            try await withSyncFolder { folder in
                let server = try SyncProcess(
                    [
                        "sandbox", "--count", "\(Self.count)", "--throttle-every", "97", "--drop-every", "83",
                        "--truncate-every", "71",
                    ],
                    environment: [:],
                    in: folder
                )
                defer { server.send(SIGKILL) }
                try await Waiting.until("the sandbox") { server.output.contains("# Ctrl-C ends it.") }
                let far = try FarSandbox(server.output)
                // All of them: no record is older.
                let query = try ObservationQuery(text: "created-from:2000-01-01")
                let log = folder.appending(path: "log")
                var environment = far.environment
                environment["INATTY_TOKEN"] = try await far.jwt(of: Sandbox.account(.observer))
                let arguments = ["sync", query.text, "--as", "jwt", "--log", log.path]
                func requests() -> Int {
                    let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
                    return text.utf8.count { $0 == 0x0A }
                }

                var random = SeededGenerator(seed: 20_261_128)
                for _ in 0..<5 {
                    let goal = requests() + Int.random(in: 25...90, using: &random)
                    let process = try SyncProcess(arguments, environment: environment, in: folder)
                    try await Waiting.until("request \(goal)") { requests() >= goal }
                    #expect(process.errors.contains("fetching ") && process.isRunning)
                    process.send(SIGKILL)
                    #expect(try await process.end() == nil)
                }
                let last = try SyncProcess(arguments, environment: environment, in: folder)
                #expect(try await last.end() == 0, "\(last.errors)")
                #expect(last.output.contains(": 100,000 observations held, up to date."))

                let there = try await far.rows(as: #require(environment["INATTY_TOKEN"]))
                #expect(there.count == Self.count)
                try compare(there, query, far, folder)
            }
        }

        /// Compares id by id: each is held once, and where the viewer may see a true point there is one.
        private func compare(
            _ there: [Int: Bool],
            _ query: ObservationQuery,
            _ far: FarSandbox,
            _ folder: URL
        ) throws {
            let variables = far.environment.merging(["HOME": folder.path]) { $1 }
            let addresses = try ServerAddresses(environment: variables)
            let path = try #require(ObservationStore.path(variables: variables, addresses: addresses))
            let store = try ObservationStore(path: path)
            defer { store.close() }
            let key = ViewerKey.jwt(user: Sandbox.account(.observer).userID)
            let list = try #require(try store.list(query, as: key))
            #expect(list.progress.isComplete && list.progress.lowestFetched == nil)
            #expect(list.count == there.count)
            let held = try store.ids(of: list.id, in: .all, limit: nil)
            #expect(held == there.keys.sorted(by: >))
            var (read, disclosed) = (0, 0)
            for start in stride(from: 0, to: held.count, by: 5_000) {
                for row in try store.rows(Array(held[start..<min(start + 5_000, held.count)]), as: key) {
                    read += 1
                    let isDisclosed = if case .disclosed = row.observation.disclosure { true } else { false }
                    if isDisclosed { disclosed += 1 }
                    if !row.isAnswered || isDisclosed != there[row.id] {
                        Issue.record("\(row.id): answered \(row.isAnswered), disclosed \(isDisclosed)")
                    }
                }
            }
            #expect(read == there.count)
            // Two thirds are the observer's, of which four of five are obscured or private.
            #expect(disclosed > 50_000)
        }
    }
}

/// A sandbox in a process of its own, asked with nothing of the program under test.
private struct FarSandbox {
    let address: String

    /// - Parameter output: what it printed at its start.
    init(_ output: String) throws {
        let match = try #require(output.firstMatch(of: /INATTY_API_URL=(\S+)/))
        address = String(match.output.1)
    }

    var environment: [String: String] { ["INATTY_SITE_URL": address, "INATTY_API_URL": address] }

    /// A JWT, by password and OAuth token.
    func jwt(of account: SandboxAccount) async throws -> String {
        let application = SandboxApplication.working
        var request = URLRequest(url: try #require(URL(string: address + "/oauth/token")))
        request.httpMethod = "POST"
        request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        let fields = [
            "grant_type": "password", "username": account.login, "password": account.password,
            "client_id": application.clientID, "client_secret": application.clientSecret,
        ]
        let form = fields.map {
            "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }
        request.httpBody = Data(form.joined(separator: "&").utf8)
        let token = try #require(try await object(request)["access_token"] as? String)
        var page = URLRequest(url: try #require(URL(string: address + "/users/api_token.json")))
        page.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
        return try #require(try await object(page)["api_token"] as? String)
    }

    /// Every id that it lists, in windows, with whether it gives that person a true point or a true place.
    func rows(as jwt: String) async throws -> [Int: Bool] {
        var rows: [Int: Bool] = [:]
        var below = Int(Int32.max)
        while true {
            var request = URLRequest(
                url: try #require(
                    URL(
                        string: address
                            + "/v2/observations?order_by=id&order=desc&per_page=200&id_below=\(below)"
                            + "&fields=id,obscured,private_geojson,private_place_guess"
                    )
                )
            )
            request.setValue(jwt, forHTTPHeaderField: "Authorization")
            // It breaks off and refuses by count: asking again meets another number.
            guard let results = try? await object(request)["results"] as? [[String: Any]] else { continue }
            for row in results {
                let id = try #require(row["id"] as? Int)
                #expect(rows[id] == nil)
                rows[id] = row["private_geojson"] is [String: Any] || row["private_place_guess"] is String
            }
            guard let lowest = results.compactMap({ $0["id"] as? Int }).min() else { return rows }
            below = lowest
        }
    }

    private func object(_ request: URLRequest) async throws -> [String: Any] {
        let (data, _) = try await URLSession.shared.data(for: request)
        guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
            throw TestTerminalError("It is no object.")
        }
        return object
    }
}
