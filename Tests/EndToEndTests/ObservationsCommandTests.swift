import Foundation
import FoundationNetworking
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// `inatty observations`, for scripts.
    @Suite
    struct ObservationsCommandTests {
        /// Runs it against a sandbox.
        ///
        /// - Parameter prepare: injects failures, changes the variables.
        private func observations(
            _ arguments: String,
            as role: SandboxAccount.Role? = nil,
            prepare: (Sandbox, inout [String: String]) async throws -> Void = { _, _ in }
        ) async throws -> (outcome: BuiltBinary.Outcome, requests: [SandboxRequest]) {
            let sandbox = try await Sandbox.start()
            var environment = sandbox.environment
            if let role { environment.merge(Sandbox.account(role).environment) { $1 } }
            try await prepare(sandbox, &environment)
            let words = arguments.split(separator: " ").map(String.init)
            let outcome = try await BuiltBinary.run(["observations"] + words, environment: environment)
            await sandbox.stop()
            expectNoSecret(in: outcome.output + outcome.errors, also: environment["INATTY_TOKEN"])
            return (outcome, sandbox.requests)
        }

        /// The newest ids of the sandbox: orchid, turtle and falcon.
        private func newestIDs() async throws -> [Int] {
            let sandbox = try await Sandbox.start()
            defer { Task { await sandbox.stop() } }
            let address = try #require(
                URL(string: sandbox.baseURL + "/v1/observations?order_by=id&order=desc&per_page=3")
            )
            let (data, _) = try await URLSession.shared.data(from: address)
            let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            let results = try #require(answer?["results"] as? [[String: Any]])
            return results.compactMap { $0["id"] as? Int }
        }

        @Test("JSON has the agreed shape with both faces, in the order asked, for the proved person")
        func json() async throws {
            let ids = try await newestIDs()
            let asked = [ids[1], ids[0], ids[2]]
            let (outcome, _) = try await observations(
                "--json --id \(asked.map(String.init).joined(separator: ","))",
                as: .observer
            )
            #expect(outcome.exitCode == 0)
            #expect(outcome.errors.isEmpty)
            let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
            #expect(report.viewer == Report.Viewer(login: "observer", token: "jwt", proved: true))
            #expect(report.total == 3)
            #expect(report.observations.map(\.id) == asked)

            let orchid = report.observations[1]
            #expect(orchid.access == "granted")
            #expect(orchid.obscuration == "obscured")
            #expect(orchid.geoprivacy == "obscured")
            #expect(orchid.observed_on == "2026-06-21")
            #expect(orchid.public.latitude == 41.65104 && orchid.public.longitude == -93.71288)
            #expect(orchid.public.accuracy_m == 27754 && orchid.public.place == "Iowa, US")
            #expect(orchid.private?.latitude == 41.60218 && orchid.private?.longitude == -93.6124)
            #expect(
                orchid.private?.accuracy_m == 330 && orchid.private?.place == "Old Mill Meadow, Polk, Iowa"
            )
            #expect(
                orchid.displacement.map { (9_900...10_100).contains($0.distance_m) && $0.same_cell } == true
            )
            #expect(orchid.cell == Report.Cell(south: 41.6, west: -93.8, north: 41.8, east: -93.6))

            let turtle = report.observations[0]
            #expect(turtle.obscuration == "private" && turtle.access == "granted")
            #expect(turtle.public.latitude == nil && turtle.private?.latitude == 42.3611)
            #expect(turtle.displacement == nil)

            let falcon = report.observations[2]
            #expect(falcon.access == "withheld" && falcon.private == nil)
            #expect(falcon.observed_on == "2026-04", "the day is left out while the point is withheld")
        }

        @Test("Every key is always there, null where there is nothing")
        func allKeys() async throws {
            let id = try await newestIDs()[2]
            let (outcome, _) = try await observations("--json --id \(id)")
            let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
            let row = try #require((object?["observations"] as? [[String: Any]])?.first)
            #expect(
                Set(row.keys) == [
                    "id", "uuid", "url", "taxon", "observer", "observed_on", "quality_grade", "geoprivacy",
                    "taxon_geoprivacy", "obscuration", "access", "public", "private", "displacement", "cell",
                ]
            )
            #expect(row["private"] is NSNull)
            #expect((row["taxon"] as? [String: Any])?.keys.sorted() == ["common_name", "id", "name", "rank"])
            #expect(
                (row["public"] as? [String: Any])?.keys.sorted() == [
                    "accuracy_m", "latitude", "longitude", "place",
                ]
            )
            #expect((object?["viewer"] as? [String: Any])?.keys.sorted() == ["login", "proved", "token"])
        }

        @Test(
            "Each identity gets its own view, and says which it was",
            arguments: ["anonymous", "oauth", "jwt"]
        )
        func identities(name: String) async throws {
            let id = try await newestIDs()[0]
            let (outcome, requests) = try await observations("--json --id \(id) --as \(name)", as: .observer)
            #expect(outcome.exitCode == 0)
            let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
            #expect(report.viewer.token == name)
            #expect(report.viewer.proved == (name == "jwt"))
            #expect(report.observations.first?.access == (name == "jwt" ? "granted" : "withheld"))
            #expect((report.observations.first?.private == nil) == (name != "jwt"))
            #expect(
                outcome.errors.contains("the API ignores it and answers as to anyone") == (name == "oauth")
            )
            let asked = requests.last { $0.path.hasSuffix("/observations") }
            #expect(asked?.authorization.rawValue == (name == "anonymous" ? "none" : name))
        }

        @Test("Without --json there is a table with both points; what is missing is named on standard error")
        func table() async throws {
            let id = try await newestIDs()[0]
            let (outcome, _) = try await observations("--id 1,\(id) --id 2", as: .observer)
            #expect(outcome.exitCode == 0)
            #expect(outcome.output.contains(Orchid.publicPoint) && outcome.output.contains(Orchid.truePoint))
            #expect(outcome.output.contains("330 m"))
            #expect(outcome.errors == "inatty: not found: 1, 2\n")
        }

        @Test("More ids than a request takes are asked for in batches, in order")
        func batches() async throws {
            let newest = try await newestIDs()[0]
            let ids = (0..<450).map { newest - $0 * 3 }
            let (outcome, requests) = try await observations(
                "--json --id \(ids.map(String.init).joined(separator: ","))"
            )
            #expect(outcome.exitCode == 0)
            let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
            #expect(report.observations.map(\.id) == report.observations.map(\.id).sorted(by: >))
            #expect(requests.count == 3)
        }

        /// What is provoked, with the arguments, the person and the exit code that is documented for it.
        struct Failure: Sendable, CustomTestStringConvertible {
            let testDescription: String
            var arguments = "--id 1"
            var role: SandboxAccount.Role?
            let exitCode: Int
            let says: String
            var prepare: @Sendable (Sandbox, inout [String: String]) async throws -> Void = { _, _ in }
        }

        static let failures: [Failure] = [
            Failure(testDescription: "no id", arguments: "", exitCode: 64, says: "--id"),
            Failure(testDescription: "no number", arguments: "--id fox", exitCode: 64, says: "fox"),
            Failure(
                testDescription: "an id too large",
                arguments: "--id 2147483648",
                exitCode: 64,
                says: "2147483647"
            ),
            Failure(
                testDescription: "an unknown identity",
                arguments: "--id 1 --as me",
                exitCode: 64,
                says: "me"
            ),
            Failure(testDescription: "half a password", exitCode: 64, says: "INAT_PASSWORD") {
                $1["INAT_USERNAME"] = "observer"
            },
            Failure(testDescription: "an address without https", exitCode: 64, says: "INATTY_API_URL") {
                $1["INATTY_API_URL"] = "http://api.example.org"
            },
            Failure(testDescription: "a web page instead of data", exitCode: 65, says: "web page") {
                sandbox,
                _ in
                sandbox.inject(.htmlInsteadOfJSON.on("/v", count: nil))
            },
            Failure(testDescription: "no server", exitCode: 69, says: "cannot be reached") { sandbox, _ in
                await sandbox.stop()
            },
            Failure(testDescription: "throttling", exitCode: 75, says: "fewer requests") { sandbox, _ in
                sandbox.inject(.throttled.on("/", count: nil))
            },
            Failure(testDescription: "maintenance", exitCode: 75, says: "being worked on") { sandbox, _ in
                sandbox.inject(.maintenance().on("/", count: nil))
            },
            Failure(
                testDescription: "nobody",
                arguments: "--id 1 --as jwt",
                exitCode: 77,
                says: "not signed in"
            ),
            Failure(
                testDescription: "a wrong password",
                role: .observer,
                exitCode: 77,
                says: "user name and password"
            ) {
                $1["INAT_PASSWORD"] = "wrong"
            },
            Failure(testDescription: "an expired JWT", exitCode: 77, says: "expired") {
                sandbox,
                environment in
                environment["INATTY_TOKEN"] = sandbox.issueJWT(login: "observer", lifetime: .seconds(-60))
            },
        ]

        @Test("Each kind of failure has its exit code and its sentence", arguments: failures)
        func failing(failure: Failure) async throws {
            let (outcome, _) = try await observations(
                failure.arguments,
                as: failure.role,
                prepare: failure.prepare
            )
            #expect(outcome.exitCode == failure.exitCode, "\(outcome.errors)")
            #expect(outcome.errors.contains(failure.says), "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
        }
    }
}

/// The object that `--json` prints, its keys as scripts read them.
struct Report: Decodable {
    let viewer: Viewer
    let total: Int
    let observations: [Row]

    struct Viewer: Decodable, Equatable {
        let login: String?
        let token: String
        let proved: Bool
    }

    struct Row: Decodable {
        let id: Int
        let observed_on: String?
        let geoprivacy: String?
        let obscuration: String
        let access: String
        let `public`: Face
        let `private`: Face?
        let displacement: Displacement?
        let cell: Cell?
    }

    struct Face: Decodable {
        let latitude: Double?
        let longitude: Double?
        let accuracy_m: Double?
        let place: String?
    }

    struct Displacement: Decodable, Equatable {
        let distance_m: Double
        let bearing_deg: Double
        let same_cell: Bool
    }

    struct Cell: Decodable, Equatable {
        let south: Double
        let west: Double
        let north: Double
        let east: Double
    }
}
