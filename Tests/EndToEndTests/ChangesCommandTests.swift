import Foundation
import INaturalist
import INaturalistSandbox
import ObservationStore
import TestSupport
import Testing

extension EndToEnd {
    /// `inatty changes`, and `inatty observations` from what is held.
    @Suite
    struct ChangesCommandTests {
        @Test("What became different is told to whom it was told, and to nobody else, without any request")
        func tellsChanges() async throws {
            try await SyncWorld.run { world in
                let query = "user:observer"
                try await world.inatty("sync", query, as: .trusted)
                try await world.inatty("sync", query)
                let store = try world.store()
                let key = ViewerKey.jwt(user: Sandbox.account(.trusted).userID)
                let list = try #require(try store.list(ObservationQuery(observer: "observer"), as: key))
                let rows = try store.rows(store.ids(of: list.id, in: .all, limit: nil), as: key)
                store.close()
                let granted = try #require(rows.first { $0.observation.access == .granted })
                world.sandbox.changeTrust(observer: "observer", of: "trusted", to: false)
                let open = try #require(
                    rows.first { $0.observation.access == .open && $0.observation.publicFace.location != nil }
                )
                world.sandbox.changeGeoprivacy(id: open.id, to: .private)
                try await world.inatty("sync", query, "--whole", as: .trusted)
                try await world.inatty("sync", query, "--whole")
                _ = world.requests()
                let own = try await world.inatty(
                    "changes",
                    query,
                    "--since",
                    "2 days",
                    "--json",
                    as: .trusted
                )
                #expect(own.exitCode == 0, "\(own.errors)")
                let told = try changes(own.output)
                #expect(told.contains { $0.observation == granted.id && $0.kind == "access" && $0.private })
                #expect(told.contains { $0.observation == open.id && $0.kind == "geoprivacy" && !$0.private })
                let anybody = try await world.inatty("changes", query, "--json", "--as", "anonymous")
                let public_ = try changes(anybody.output)
                #expect(public_.contains { $0.observation == open.id && $0.kind == "geoprivacy" })
                #expect(!public_.contains { $0.observation == granted.id && $0.private })
                #expect(Set(public_.map(\.id)).isDisjoint(with: told.filter(\.private).map(\.id)))
                let lines = try await world.inatty("changes", query, as: .trusted)
                #expect(lines.output.contains("geoprivacy open → private"))
                #expect(lines.output.contains("no longer granted to you"))
                #expect(world.sandbox.requests.isEmpty)
            }
        }

        private struct Change: Decodable {
            let id: Int
            let observation: Int
            let kind: String
            let `private`: Bool
        }

        private func changes(_ text: String) throws -> [Change] {
            try JSONDecoder().decode([Change].self, from: Data(text.utf8))
        }

        @Test("A time that is none is refused, and where nothing is held that is said")
        func refuses() async throws {
            try await SyncWorld.run { world in
                let wrong = try await world.inatty("changes", "--since", "2026-02-30")
                #expect(wrong.exitCode == 64 && wrong.errors.contains("--since"))
                let none = try await world.inatty("changes", "--as", "anonymous")
                #expect(none.exitCode == 64 && none.errors.contains("inatty sync"))
                try await world.inatty("sync", "user:stranger")
                let other = try await world.inatty("changes", "user:observer", "--as", "anonymous")
                #expect(
                    other.exitCode == 64 && other.errors.contains("Nothing of “observer:observer” is held")
                )
                #expect(other.errors.contains("observer:stranger"))
            }
        }

        @Test(
            "What is held is printed without a network, sorted, narrowed and counted, and says how old it is"
        )
        func printsHeld() async throws {
            try await SyncWorld.run { world in
                try await world.inatty("sync", as: .observer)
                let environment = world.environment(as: .observer)
                await world.sandbox.stop()
                // The token alone names no login, so the query does.
                let named = try await BuiltBinary.run(
                    ["observations", "user:observer", "--offline", "--json"],
                    environment: environment
                )
                #expect(named.exitCode == 0, "\(named.errors)")
                let all = try report(named.output)
                #expect(all.observations.count == 1_600 && all.total == 1_600)
                #expect(all.observations.map(\.id) == all.observations.map(\.id).sorted(by: >))
                #expect(all.viewer.token == "jwt" && !all.viewer.proved)
                #expect(all.observations.contains { $0.private?.latitude != nil })
                let table = try await BuiltBinary.run(
                    ["observations", "user:observer", "--offline"],
                    environment: environment
                )
                let lines = table.output.split(separator: "\n")
                #expect(lines.count == 1_601 && lines.count { $0.hasPrefix("Id ") } == 1)
                let nobody = try await BuiltBinary.run(
                    ["observations", "user:observer", "--offline", "--as", "anonymous"],
                    environment: environment
                )
                #expect(nobody.exitCode == 64 && nobody.output.isEmpty)

                func rows(_ arguments: String...) async throws -> Report {
                    let outcome = try await BuiltBinary.run(
                        ["observations", "user:observer", "--offline", "--json"] + arguments,
                        environment: environment
                    )
                    #expect(outcome.exitCode == 0, "\(outcome.errors)")
                    #expect(outcome.errors.contains("1,600 observations held, fetched "))
                    return try report(outcome.output)
                }
                let few = try await rows("--only", "access:granted", "--sort", "id", "--limit", "7")
                let granted = all.observations.filter { $0.access == "granted" }.map(\.id)
                #expect(few.observations.map(\.id) == Array(granted.reversed().prefix(7)))
                // The true point of the orchid, which the public one is 10 km away from.
                let inside = try await rows("--inside", "41.60,-93.62,41.61,-93.61")
                #expect(!inside.observations.isEmpty)
                #expect(inside.observations.count < 100)
                for row in inside.observations {
                    let face = row.private ?? row.public
                    #expect(face.latitude.map { 41.60...41.61 ~= $0 } == true)
                    #expect(face.longitude.map { -93.62 ... -93.61 ~= $0 } == true)
                }
                let found = try await rows("--filter", "platanth")
                #expect(!found.observations.isEmpty && found.observations.count < 1_600)
                let counted = try await BuiltBinary.run(
                    ["observations", "user:observer", "--offline", "--json", "--count-by", "access"],
                    environment: environment
                )
                let facets = try JSONDecoder().decode(Facets.self, from: Data(counted.output.utf8))
                for count in facets.counts {
                    #expect(count.count == all.observations.count { $0.access == count.value })
                }
                #expect(facets.counts.map(\.count).reduce(0, +) == 1_600)
            }
        }

        @Test("A list of several observers, who are held by number, does not hide the list of one of them")
        func findsOneOfSeveral() async throws {
            try await SyncWorld.run { world in
                let observers = ["user:observer,trusted", "user:observer"]
                for words in observers {
                    let synced = try await world.inatty("sync", words, "obscuration:private")
                    #expect(synced.exitCode == 0, "\(synced.errors)")
                }
                for words in observers {
                    let held = try await world.inatty(
                        "observations",
                        words,
                        "obscuration:private",
                        "--offline"
                    )
                    #expect(held.exitCode == 0, "\(held.errors)")
                }
            }
        }

        @Test("Without a network the kept account is known by its number, and reads what it was told alone")
        func knowsKeptAccount() async throws {
            try await SyncWorld.run { world in
                let environment = world.environment()
                for role in [SandboxAccount.Role.observer, .stranger] {
                    let login = try await BuiltBinary.run(
                        ["auth", "login", "--with", "token", "-"],
                        environment: environment,
                        input: world.sandbox.issueJWT(login: Sandbox.account(role).login)
                    )
                    #expect(login.exitCode == 0, "\(login.errors)")
                    try await world.inatty("sync", "user:observer", "obscuration:private")
                }
                await world.sandbox.stop()
                func held(_ arguments: String...) async throws -> Report {
                    let outcome = try await world.inatty(
                        "observations",
                        "--offline",
                        "--json",
                        arguments: arguments
                    )
                    #expect(outcome.exitCode == 0, "\(outcome.errors)")
                    return try report(outcome.output)
                }
                let own = try await held("--account", "observer", "--mine", "obscuration:private")
                #expect(own.viewer.login == "observer" && own.observations.count > 200)
                #expect(own.observations.allSatisfy { $0.access == "granted" })
                // Some have no point at all.
                #expect(own.observations.count { $0.private?.latitude != nil } > 200)
                // The current one is who came last.
                let other = try await held("user:observer", "obscuration:private")
                #expect(other.viewer.login == "stranger")
                #expect(other.observations.map(\.id) == own.observations.map(\.id))
                #expect(other.observations.allSatisfy { $0.access == "withheld" && $0.private == nil })
                let changes = try await world.inatty("changes", "--account", "observer")
                #expect(changes.exitCode == 0)
                let nobody = try await world.inatty("changes", "--account", "nobody")
                #expect(nobody.exitCode == 77)
            }
        }

        @Test("With a query the list is fetched and kept, and printed from there")
        func printsFetched() async throws {
            try await SyncWorld.run { world in
                let outcome = try await world.inatty(
                    "observations",
                    "user:observer",
                    "obscuration:private",
                    "--sort",
                    "-observed",
                    "--limit",
                    "3",
                    as: .observer
                )
                #expect(outcome.exitCode == 0, "\(outcome.errors)")
                #expect(outcome.output.split(separator: "\n").count == 4)
                #expect(outcome.errors.contains("fetching"))
                _ = world.requests()
                let again = try await world.inatty(
                    "observations",
                    "user:observer",
                    "obscuration:private",
                    "--json",
                    as: .observer
                )
                let rows = try report(again.output)
                #expect(rows.viewer.proved && rows.viewer.login == "observer")
                #expect(
                    rows.observations.allSatisfy { $0.obscuration == "private" && $0.access == "granted" }
                )
                #expect(rows.observations.count > 200)
                #expect(world.requests() < 6)
            }
        }

        @Test(
            "Wrong options are told before anything is asked",
            arguments: [
                (["--sort", "colour"], "no column to sort by"), (["--only", "access:maybe"], "one of open"),
                (["--only", "shade:1"], "before the colon"), (["--only", "year:last"], "a number"),
                (["--inside", "1,2"], "--inside"), (["--count-by", "id"], "--count-by"),
                (["--limit", "-1"], "limit"),
            ]
        )
        func refusesOptions(arguments: [String], words: String) async throws {
            try await SyncWorld.run { world in
                let outcome = try await BuiltBinary.run(
                    ["observations", "user:observer"] + arguments,
                    environment: world.environment()
                )
                #expect(outcome.exitCode == 64 && outcome.errors.contains(words), "\(outcome.errors)")
                #expect(world.sandbox.requests.isEmpty)
            }
        }

        private func report(_ text: String) throws -> Report {
            try JSONDecoder().decode(Report.self, from: Data(text.utf8))
        }

        private struct Facets: Decodable {
            struct Count: Decodable {
                let value: String?
                let count: Int
            }

            let counts: [Count]
        }
    }
}
