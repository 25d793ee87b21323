import Foundation
import INaturalist
import INaturalistSandbox
import ObservationStore
import TestSupport
import Testing

extension EndToEnd {
    /// The budget of requests, which processes share.
    @Suite
    struct SyncBudgetTests {
        private let budget = ["INATTY_BUDGET": "1"]

        @Test(
            "Requests of several processes and of later ones are counted in one book, and the line says how many"
        )
        func sharesBudget() async throws {
            try await SyncWorld.run { world in
                async let first = world.inatty("sync", "taxon:Platanthera", variables: budget)
                async let second = world.inatty("sync", "taxon:Platanthera", variables: budget)
                for outcome in try await [first, second] { #expect(outcome.exitCode == 0) }
                let before = world.sandbox.requests.count
                let third = try await world.inatty("sync", "taxon:Platanthera", variables: budget)
                let all = world.sandbox.requests.count
                // The first line comes after the look-up of the name; how many requests later depends on the machine.
                let said = try #require(
                    third.errors.firstMatch(of: /(\d+)\/60 this minute · (\d+)\/10,000 today/)
                )
                let (minute, day) = (try #require(Int(said.1)), try #require(Int(said.2)))
                #expect((before + 1...all).contains(minute) && day == minute)
                let book = world.folder.path + "/.local/state/inatty/requests.sqlite"
                let usage = RequestLedgerFile(path: book, host: world.sandbox.baseURL).usage(at: .now)
                #expect(usage?.minute == all && usage?.day == all)
                let attributes = try FileManager.default.attributesOfItem(atPath: book)
                #expect(attributes[.posixPermissions] as? Int == 0o600)
            }
        }

        @Test("While others have spent the minute it waits, says for what, and goes on")
        func waitsForRoom() async throws {
            try await SyncWorld.run { world in
                let path = world.folder.path + "/.local/state/inatty/requests.sqlite"
                let book = RequestLedgerFile(path: path, host: world.sandbox.baseURL)
                let past = Date.now.addingTimeInterval(-53)
                for _ in 0..<60 { #expect(try book.start(at: past) == nil) }
                let outcome = try await world.inatty("sync", "user:stranger", variables: budget)
                #expect(outcome.exitCode == 0, "\(outcome.errors)")
                #expect(
                    outcome.errors.contains(
                        "waiting for room in the budget of requests · 60/60 this minute · 60/10,000 today"
                    )
                )
            }
        }

        @Test("A server on this computer has no budget: nothing is counted, and nothing is said of one")
        func sparesLoopback() async throws {
            try await SyncWorld.run { world in
                let outcome = try await world.inatty("sync", "user:observer")
                #expect(outcome.exitCode == 0 && !outcome.errors.contains("today"))
                #expect(
                    !FileManager.default.fileExists(
                        atPath: world.folder.path + "/.local/state/inatty/requests.sqlite"
                    )
                )
            }
        }
    }
}
