import Foundation
import GRDB
import INaturalist
import Subprocess
import TestSupport
import Testing

@testable import ObservationStore

@Suite("The store's file")
struct FileTests {
    private static func write(_ ids: ClosedRange<Int>, to store: ObservationStore) throws {
        try store.write(
            ids.map { Samples.whole($0, .disclosed(Samples.truth)) },
            of: nil,
            as: Samples.wren,
            at: Samples.moment(0),
            progress: nil
        )
    }

    @Test("file and folder are for their owner alone, also where others had rights; folders above are made")
    func modes() throws {
        let place = try StorePlace()
        let path = place.folder.appending(path: "a/b/inatty/observations.sqlite").path
        let store = try ObservationStore(path: path)
        try Self.write(1...3, to: store)
        let folder = URL(filePath: path).deletingLastPathComponent().path
        #expect(try StorePlace.mode(folder) == 0o700)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            #expect(try StorePlace.mode("\(folder)/\(name)") == 0o600, "\(name)")
        }
        store.close()
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        try ObservationStore(path: path).close()
        #expect(try StorePlace.mode(folder) == 0o700)
        #expect(try StorePlace.mode(path) == 0o600)
    }

    @Test("a folder that is not this program's keeps its rights")
    func otherFolder() throws {
        let place = try StorePlace()
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.folder.path)
        try ObservationStore(path: place.path, isOwnFolder: false).close()
        #expect(try StorePlace.mode(place.folder.path) == 0o755)
        #expect(try StorePlace.mode(place.path) == 0o600)
        #expect(throws: StoreError.self) {
            try ObservationStore(path: place.folder.path + "/none/x.sqlite", isOwnFolder: false)
        }
    }

    @Test(
        "links are refused, for the file, its companions and the folder",
        arguments: ["", "-wal", "-shm", "/"]
    )
    func links(ending: String) throws {
        let place = try StorePlace()
        let target = place.folder.appending(path: "target").path
        try Data("mine".utf8).write(to: URL(filePath: target))
        var path = place.path
        var link = path + ending
        if ending == "/" {
            link = place.folder.appending(path: "link").path
            path = link + "/observations.sqlite"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: place.folder.path)
        } else {
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        }
        #expect(throws: StoreError.symbolicLink(path: link)) { try ObservationStore(path: path) }
        #expect(try Data(contentsOf: URL(filePath: target)) == Data("mine".utf8))
    }

    @Test("what is no store of this program is refused and unchanged")
    func foreign() throws {
        let place = try StorePlace()
        for setting in ["", "PRAGMA application_id = 7;"] {
            try? FileManager.default.removeItem(atPath: place.path)
            try StorePlace.sqlite(place.path, "\(setting) CREATE TABLE mine (x); INSERT INTO mine VALUES (5)")
            let bytes = try place.bytes()
            #expect(throws: StoreError.notAStore(path: place.path)) { try place.store() }
            #expect(try place.bytes() == bytes)
        }
        try Data(repeating: 65, count: 5_000).write(to: URL(filePath: place.path))
        #expect(throws: StoreError.notAStore(path: place.path)) { try place.store() }
        try Data(repeating: 65, count: 5).write(to: URL(filePath: place.path))
        #expect(throws: StoreError.notAStore(path: place.path)) { try place.store() }
    }

    @Test("a store of a newer program is refused and unchanged")
    func newer() throws {
        let filled = try FilledStore(count: 20)
        try StorePlace.sqlite(filled.place.path, "PRAGMA user_version = 99")
        try DatabaseQueue(path: filled.place.path).close()
        let bytes = try filled.place.bytes()["observations.sqlite"]
        let error = StoreError.newer(path: filled.place.path, version: 99, known: Schema.version)
        #expect(throws: error) { try filled.place.store() }
        #expect(try filled.place.bytes()["observations.sqlite"] == bytes)
    }

    @Test("when it is closed everything is in the file itself, so that a copy of it is whole")
    func closed() throws {
        let place = try StorePlace()
        let store = try place.store()
        try Self.write(1...50, to: store)
        store.close()
        let copy = try StorePlace()
        try FileManager.default.copyItem(atPath: place.path, toPath: copy.path)
        #expect(try copy.store().status().observations == 50)
    }

    @Test("opening a store twice in one process gives up no lock of the first one")
    func locks() throws {
        let place = try StorePlace()
        let store = try place.store()
        try Self.write(1...5, to: store)
        func locks() throws -> Int {
            let number = try #require(
                try FileManager.default.attributesOfItem(atPath: place.path)[.systemFileNumber] as? Int
            )
            return try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n")
                .filter { $0.contains("POSIX") && $0.contains(":\(number) ") }.count
        }
        let before = try locks()
        #expect(before > 0)
        let second = try place.store()
        #expect(try locks() == before)
        #expect(throws: StoreError.self) { try ObservationStore.salvage(place.path, at: Samples.moment(0)) }
        #expect(try locks() == before)
        second.close()
        #expect(try locks() == before)
        #expect(try store.rows([1], as: Samples.wren).count == 1)
    }

    @Test(
        "the path follows the environment, and no two servers share a file",
        arguments: [
            (["XDG_DATA_HOME": "/d/", "HOME": "/h"], nil, "/d/inatty/observations.sqlite"),
            (["XDG_DATA_HOME": "d", "HOME": "/h"], nil, "/h/.local/share/inatty/observations.sqlite"),
            (
                ["HOME": "/h"], "http://127.0.0.1:80",
                "/h/.local/share/inatty/observations-http_127.0.0.1_80.sqlite"
            ),
            (
                ["HOME": "/h"], "https://127.0.0.1:80",
                "/h/.local/share/inatty/observations-127.0.0.1_80.sqlite"
            ),
            (["HOME": "/h"], "https://a-b.org/c", "/h/.local/share/inatty/observations-a-b.org%2fc.sqlite"),
            (["HOME": "h"], nil, nil),
            ([:], nil, nil),
        ] as [([String: String], String?, String?)]
    )
    func paths(variables: [String: String], server: String?, path: String?) throws {
        let addresses = try server.map { try ServerAddresses(checkingSite: $0, api: $0) } ?? .iNaturalist
        #expect(ObservationStore.path(variables: variables, addresses: addresses) == path)
    }

    @Test("a temporary store is gone when it is closed; what a killed program left goes with the next one")
    func temporary() throws {
        let place = try StorePlace()
        let left = place.folder.appending(path: "inatty-store-dead01").path
        try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: false)
        for name in ["lock", "observations.sqlite", "observations.sqlite-wal"] {
            try Data("x".utf8).write(to: URL(filePath: "\(left)/\(name)"))
        }
        let first = try ObservationStore.temporary(below: place.folder.path)
        #expect(!FileManager.default.fileExists(atPath: left))
        let second = try ObservationStore.temporary(below: place.folder.path)
        try Self.write(1...5, to: first)
        // The first one is alive, and not a leftover.
        #expect(try first.rows([1], as: Samples.wren).count == 1)
        #expect(try place.files().count == 2)
        first.close()
        second.close()
        #expect(try place.files().isEmpty)
    }

    @Test("two programs that write at once lose and double nothing, and neither is told to wait")
    func twoPrograms() async throws {
        let place = try StorePlace()
        let path = place.path
        // None of them finds a file: both make it.
        async let others = withThrowingTaskGroup(of: String.self) { group in
            for first in [1, 301] {
                group.addTask {
                    try await Subprocess.run(
                        .name("StoreProbe"),
                        arguments: [path, String(first), "600"],
                        environment: .inherit.updating(["PATH": BuiltBinary.searchPath]),
                        output: .string(limit: 1 << 16),
                        error: .string(limit: 1 << 16)
                    ).standardOutput
                }
            }
            return try await group.reduce(into: [String]()) { $0.append($1) }
        }
        let store = try place.store()
        let list = try store.openList(named: "probe", as: Samples.wren, at: Samples.moment(0)).id
        for start in stride(from: 901, through: 1_200, by: 20) {
            try store.write(
                (start..<start + 20).map { Samples.whole($0, .disclosed(Samples.truth)) },
                of: list,
                as: Samples.wren,
                at: Samples.moment(0),
                progress: nil
            )
            _ = try store.order(of: Arrangement(list: list, viewer: Samples.wren, words: "burrow"))
            _ = try store.count(of: Arrangement(list: list, viewer: Samples.wren))
        }
        let said = try await others
        let new = said.map { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        // Rows 301 to 600 were written by both, and are new to one.
        #expect(new.compactMap(\.self).reduce(0, +) == 900, "\(said)")
        #expect(try store.ids(of: list, in: .all, limit: nil) == Array((1...1_200).reversed()))
        #expect(try store.lists().count == 1)
        #expect(try store.status().observations == 1_200)
        #expect(try store.verify(.full).problems.isEmpty)
    }

    @Test(
        "on a full disk a write fails, and what was held before is all there",
        .enabled("only root may mount a small disk") { geteuid() == 0 }
    )
    func fullDisk() async throws {
        let place = try StorePlace()
        let disk = place.folder.appending(path: "disk").path
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
        func run(_ name: String, _ arguments: [String]) async throws -> Bool {
            let result = try await Subprocess.run(
                .name(name),
                arguments: Arguments(arguments),
                output: .discarded,
                error: .discarded
            )
            return result.terminationStatus.isSuccess
        }
        guard try await run("mount", ["-t", "tmpfs", "-o", "size=3m,mode=0700", "tmpfs", disk]) else {
            try Test.cancel("This system lets nobody mount a small disk.")
        }
        do {
            let store = try ObservationStore(path: "\(disk)/observations.sqlite")
            defer { store.close() }
            let text = String(repeating: "text ", count: 400)
            var kept = 0
            let error = #expect(throws: StoreError.self) {
                for id in 1...10_000 {
                    try store.write(
                        [Samples.plain(id, name: "Name \(id)", description: "\(id) \(text)")],
                        of: nil,
                        as: Samples.wren,
                        at: Samples.moment(0),
                        progress: nil
                    )
                    kept = id
                }
            }
            #expect(error == .full(path: store.path))
            #expect(kept > 20)
            #expect(try store.rows(Array(1...10_000), as: Samples.wren).map(\.id) == Array(1...kept))
            #expect(try store.verify(.quick).problems.isEmpty)
            let room = #expect(throws: StoreError.self) { try store.compact() }
            if case .noRoom = room {} else { Issue.record("\(String(describing: room))") }
            #expect(try store.rows(Array(1...10_000), as: Samples.wren).count == kept)
        } catch {
            _ = try await run("umount", [disk])
            throw error
        }
        let isGone = try await run("umount", [disk])
        #expect(isGone)
    }

    @Test(
        "a file that may only be read is read with its log",
        .enabled("root may write everything") { geteuid() == 0 }
    )
    func readOnly() throws {
        let place = try StorePlace()
        let store = try place.store()
        try Self.write(1...20, to: store)
        let copy = try StorePlace()
        for (name, bytes) in try place.bytes() { try bytes.write(to: copy.folder.appending(path: name)) }
        store.close()
        #expect((try copy.bytes()["observations.sqlite-wal"])?.isEmpty == false)
        let queue = try ObservationStore.openForReading(copy.path)
        #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM observation") } == 20)
        try queue.close()
    }
}
