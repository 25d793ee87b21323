import Foundation
import TestSupport
import Testing

@testable import Browser

/// Saved queries on the disk, in a folder of their own.
@Suite struct SavedQueriesFileTests {
    /// A folder that is removed with the test.
    private final class Folder {
        let url = FileManager.default.temporaryDirectory.appending(
            path: "inatty-queries-\(UUID().uuidString)"
        )

        init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false) }

        deinit { try? FileManager.default.removeItem(at: url) }

        func path(_ name: String) -> String { url.path + "/" + name }

        func mode(_ name: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
        }
    }

    private let folder: Folder

    init() throws { folder = try Folder() }

    private var file: SavedQueriesFile { SavedQueriesFile(path: folder.path("config/inatty/queries")) }

    private func text() throws -> String { try String(contentsOfFile: file.path, encoding: .utf8) }

    private func write(_ text: String) throws {
        let parent = URL(filePath: file.path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        try text.write(toFile: file.path, atomically: false, encoding: .utf8)
    }

    @Test(
        arguments: [
            (["XDG_CONFIG_HOME": "/c/", "HOME": "/h"], "/c/inatty/queries"),
            (["HOME": "/h"], "/h/.config/inatty/queries"),
            (["XDG_CONFIG_HOME": "relative", "HOME": "/h"], "/h/.config/inatty/queries"), (["HOME": ""], nil),
            ([:], nil),
        ] as [([String: String], String?)]
    ) func `the environment says where`(_ variables: [String: String], _ path: String?) {
        #expect(SavedQueriesFile(variables: variables)?.path == path)
    }

    @Test func `where there is no file nothing is saved, and reading makes none`() throws {
        #expect(try file.read().queries.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: folder.path("config")))
    }

    @Test func `folder and file are for their owner alone`() throws {
        let before = umask(0)
        defer { umask(before) }
        try file.change { queries throws(SavedQueriesError) in try queries.save("id:1", as: "one") }
        #expect(try text() == "one = id:1\n")
        #expect(try folder.mode("config/inatty/queries") == 0o600)
        #expect(try folder.mode("config/inatty") == 0o700)
        #expect(try folder.mode("config") == 0o700)
        #expect(try file.read().text(of: "one") == "id:1")
    }

    @Test func `what a person wrote by hand is kept byte for byte`() throws {
        let hand = "# my queries\n\nbirds   =  taxon:Aves\nnot a query\n"
        try write(hand)
        try file.change { queries throws(SavedQueriesError) in try queries.save("id:1", as: "one") }
        #expect(try text() == hand + "one = id:1\n")
    }

    @Test func `a change that fails or changes nothing does not touch the file`() throws {
        try write("a = id:1\n")
        let date = Date(timeIntervalSince1970: 1_000_000)
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file.path)
        #expect(throws: SavedQueriesError.unknownName("b", known: ["a", "new"])) {
            try file.change { queries throws(SavedQueriesError) in
                try queries.save("id:9", as: "new")
                try queries.remove("b")
            }
        }
        try file.change { queries throws(SavedQueriesError) in try queries.save("id:1", as: "a") }
        #expect(try text() == "a = id:1\n")
        let kept = try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date
        #expect(kept == date)
    }

    @Test func `a symbolic link stays one, and what it names is changed`() throws {
        try FileManager.default.createDirectory(
            atPath: folder.path("dotfiles"),
            withIntermediateDirectories: true
        )
        try "a = id:1\n".write(toFile: folder.path("dotfiles/queries"), atomically: false, encoding: .utf8)
        try FileManager.default.createDirectory(
            atPath: folder.path("config/inatty"),
            withIntermediateDirectories: true
        )
        try FileManager.default.createSymbolicLink(
            atPath: file.path,
            withDestinationPath: folder.path("dotfiles/queries")
        )
        try file.change { queries throws(SavedQueriesError) in try queries.save("id:2", as: "b") }
        let kept = try String(contentsOfFile: folder.path("dotfiles/queries"), encoding: .utf8)
        #expect(kept == "a = id:1\nb = id:2\n")
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: file.path)
                == folder.path("dotfiles/queries")
        )
    }

    @Test func `a link to nothing is told and left`() throws {
        try FileManager.default.createDirectory(
            atPath: folder.path("config/inatty"),
            withIntermediateDirectories: true
        )
        try FileManager.default.createSymbolicLink(
            atPath: file.path,
            withDestinationPath: folder.path("nowhere")
        )
        let problem = #expect(throws: SavedQueriesError.self) {
            try file.change { queries throws(SavedQueriesError) in try queries.save("id:2", as: "b") }
        }
        #expect(problem?.description.contains("link to nothing") == true)
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: file.path) == folder.path("nowhere")
        )
    }

    @Test(arguments: ["config/inatty/queries", "config/inatty", "config"])
    func `something else in the way is told with its path, and left`(_ place: String) throws {
        let isFolder = place.hasSuffix("queries")
        let path = folder.path(place)
        try FileManager.default.createDirectory(
            at: URL(filePath: path).deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        if isFolder {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } else {
            try "mine".write(toFile: path, atomically: false, encoding: .utf8)
        }
        let problem = #expect(throws: SavedQueriesError.self) {
            try file.change { queries throws(SavedQueriesError) in try queries.save("id:1", as: "one") }
        }
        #expect(problem?.description.contains(folder.path("config")) == true)
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test func `what a killed program left behind does not stand in the way`() throws {
        try write("a = id:1\n")
        try "half of a li".write(toFile: file.path + ".new", atomically: false, encoding: .utf8)
        try file.change { queries throws(SavedQueriesError) in try queries.save("id:2", as: "b") }
        #expect(try text() == "a = id:1\nb = id:2\n")
        #expect(!FileManager.default.fileExists(atPath: file.path + ".new"))
    }

    @Test func `many programs that save at once lose none of each other's queries`() async throws {
        let file = file
        try await withThrowingTaskGroup(of: Void.self) { group in
            for program in 0..<4 {
                group.addTask {
                    for number in 0..<4 {
                        // Each call opens the lock file anew, and flock keeps such callers apart even in one process.
                        try file.change { queries throws(SavedQueriesError) in
                            try queries.save("id:\(number + 1)", as: "\(program)-\(number)")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let names = Set(try file.read().queries.map(\.name))
        #expect(names == Set((0..<4).flatMap { program in (0..<4).map { "\(program)-\($0)" } }))
    }
}
