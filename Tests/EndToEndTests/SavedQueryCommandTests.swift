import Foundation
import INaturalist
import INaturalistSandbox
import ObservationStore
import TestSupport
import Testing

extension EndToEnd {
    /// Saved queries on the command line.
    @Suite
    struct SavedQueryCommandTests {
        private func run(_ saved: String?, _ body: (SyncWorld) async throws -> Void) async throws {
            try await SyncWorld.run { world in
                if let saved {
                    let folder = world.folder.appending(path: ".config/inatty")
                    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                    try Data(saved.utf8).write(to: folder.appending(path: "queries"))
                }
                try await body(world)
            }
        }

        @Test("A list is kept under its saved name, narrowed further by what is added")
        func syncs() async throws {
            try await run("hers = user:trusted obscuration:obscured\n") { world in
                let outcome = try await world.inatty(
                    "sync",
                    "--saved",
                    "hers",
                    "quality:research",
                    "--as",
                    "anonymous"
                )
                #expect(outcome.exitCode == 0)
                let query = try ObservationQuery(text: "user:trusted obscuration:obscured quality:research")
                #expect(outcome.output.hasPrefix(query.text + ": "))
                let held = try world.held(query, as: .anonymous)
                #expect(!held.isEmpty)
                // Offline the same words name the same list.
                let offline = try await world.inatty(
                    "observations",
                    "--saved",
                    "hers",
                    "quality:research",
                    "--as",
                    "anonymous",
                    "--offline",
                    "--json"
                )
                #expect(offline.exitCode == 0 && offline.output.contains("\"trusted\""))
            }
        }

        @Test("What is saved is listed; lines that cannot be read are told on standard error")
        func lists() async throws {
            try await run("a = taxon:Aves\nodd\nb\u{1B}[2J = id:1\nc = id:5 \u{1B}[31m\n") { world in
                let outcome = try await world.inatty("queries", arguments: [])
                #expect(outcome.exitCode == 0)
                #expect(outcome.output == "a = taxon:Aves\nc = id:5 [31m\n")
                #expect(outcome.errors.contains("Line 2") && outcome.errors.contains("Line 3"))
                #expect(!outcome.errors.contains("\u{1B}"))
            }
        }

        @Test("A name that nobody saved is refused with those that are, before anything is sent")
        func unknown() async throws {
            try await run("a = taxon:Aves\n") { world in
                for command in ["sync", "observations", "changes", "browse"] {
                    let outcome = try await world.inatty(command, "--saved", "b")
                    #expect(outcome.exitCode == 64)
                    #expect(outcome.errors.contains("No query is saved as “b”. Saved are: a."))
                }
                #expect(world.requests() == 0)
            }
            try await run(nil) { world in
                let outcome = try await world.inatty("queries")
                #expect(outcome.exitCode == 0 && outcome.output.isEmpty)
                #expect(outcome.errors.contains("no query is saved"))
            }
        }
    }
}
