import Foundation
import INaturalist
import TestSupport
import Testing

@testable import ObservationStore

@Suite("inatty store")
struct StoreCommandTests {
    private let filled: FilledStore
    private let store: String

    init() throws {
        filled = try FilledStore(count: 60)
        store = filled.place.path
    }

    private func run(_ arguments: String...) async throws -> BuiltBinary.Outcome {
        try await BuiltBinary.run(["store"] + arguments + ["--store", store])
    }

    @Test("status counts, in lines and as JSON")
    func status() async throws {
        let lines = try await run("status")
        #expect(lines.exitCode == 0)
        #expect(
            lines.output.contains(
                "60 observations, 0 of them deleted at the server, 0 in no list; 45 changes"
            )
        )
        #expect(
            lines.output.contains("viewer jwt:11: told of 60, the true place of 25, of 5 no longer; 1 lists")
        )
        #expect(
            lines.output.contains("list “observer:wren” of jwt:12: 60 rows, last fetched 2023-11-14 22:13")
        )
        let json = try await run("status", "--json")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        )
        #expect(object["observations"] as? Int == 60)
        #expect((object["lists"] as? [[String: Any]])?.count == 2)
        #expect(
            (object["viewers"] as? [[String: Any]])?.map { $0["viewer"] as? String } == [
                "jwt:11", "jwt:12", "anonymous",
            ]
        )
    }

    @Test("without --store it is the file of the server that the environment names, and none is made")
    func place() async throws {
        let home = filled.place.folder.appending(path: "home").path
        var environment = ["XDG_DATA_HOME": home]
        var outcome = try await BuiltBinary.run(["store", "status"], environment: environment)
        #expect(outcome.exitCode == 64)
        #expect(
            outcome.errors.contains("No observations are kept in “\(home)/inatty/observations.sqlite” yet.")
        )
        #expect(!FileManager.default.fileExists(atPath: home))
        environment["INATTY_API_URL"] = "http://127.0.0.1:81"
        let file = "\(home)/inatty/observations-http_127.0.0.1_81.sqlite"
        try ObservationStore(path: file).close()
        outcome = try await BuiltBinary.run(["store", "status"], environment: environment)
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.hasPrefix(file))
    }

    @Test(
        "verify ends with 0 for a sound store and with 65 for a damaged one; salvage mends it and says the same code"
    )
    func damage() async throws {
        let filled = try FilledStore(count: 200)
        let store = filled.place.path
        func run(_ arguments: String...) async throws -> BuiltBinary.Outcome {
            try await BuiltBinary.run(["store"] + arguments + ["--store", store])
        }
        let sound = try await run("verify", "--full")
        #expect(sound.exitCode == 0)
        #expect(sound.output == "\(store) is sound: 200 observations can be read.\n")
        let page = try #require(try filled.pages().last { $0.tree == "observation" && $0.kind == "leaf" })
        try filled.overwrite(page)
        let damaged = try await run("verify")
        #expect(damaged.exitCode == 65)
        #expect(damaged.output.contains("observation: "), "\(damaged)")
        #expect(damaged.errors.contains("inatty store salvage"))
        let salvaged = try await run("salvage")
        #expect(salvaged.exitCode == 65)
        #expect(salvaged.output.contains("\(200 - page.cells) of 200 observations saved"))
        #expect(salvaged.output.contains("the damaged file is kept as \(store).damaged-"))
        #expect(try await run("verify", "--full").exitCode == 0)
        let forgotten = try await run("forget", "--viewer", "jwt:11", "--yes")
        #expect(forgotten.exitCode == 0)
        #expect(forgotten.errors.contains("is a damaged copy and may still hold it"))
        _ = try filled.pages()
        try filled.truncate(to: 20_000)
        #expect(try await run("status").exitCode == 65)
    }

    @Test("forget asks; without a terminal and --yes it refuses")
    func forget() async throws {
        let refused = try await run("forget", "--viewer", "jwt:11")
        #expect(refused.exitCode == 64)
        #expect(refused.errors.contains("--yes"))
        #expect(try await run("status").output.contains("viewer jwt:11"))
        #expect(try await run("forget", "--yes").exitCode == 64)
        #expect(try await run("forget", "--everything", "--viewer", "file", "--yes").exitCode == 64)
        #expect(try await run("forget", "--viewer", "wren", "--yes").exitCode == 64)
        #expect(try await run("forget", "--list", "user:nobody", "--yes").exitCode == 64)
        let list = try await run("forget", "--list", "observer:wren", "--viewer", "jwt:12", "--yes")
        #expect(list.output == "Forgotten: 1 list.\n")
        let viewer = try await run("forget", "--viewer", "jwt:11", "--yes")
        #expect(viewer.exitCode == 0)
        #expect(viewer.output == "Forgotten: 1 list, 60 answers, 5 changes.\n")
        let status = try await run("status").output
        #expect(!status.contains("jwt:11"))
        #expect(status.contains("viewer jwt:12: told of 60"))
        #expect(
            try await run("forget", "--everything", "--yes").output.contains("60 observations, 100 answers")
        )
        #expect(try await run("verify", "--full").exitCode == 0)
    }

    @Test("compact says how large the store was and is")
    func compact() async throws {
        let outcome = try await run("compact", "--unlisted")
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.hasPrefix("0 observations were dropped.\n"))
        #expect(outcome.output.contains(" before, "))
    }
}
