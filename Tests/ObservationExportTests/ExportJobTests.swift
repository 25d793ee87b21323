import Foundation
import INaturalist
import ObservationStore
import TestSupport
import Testing

@testable import ObservationExport

/// Files on the disk, out of a store.
@Suite struct ExportJobTests {
    private let folder: TestFolder
    private let store: ObservationStore
    private let viewer = ViewerKey.jwt(user: 7)

    init() throws {
        folder = try TestFolder()
        store = try ObservationStore.temporary()
        try store.write(Samples.all, of: nil, as: viewer, at: Date(), progress: nil)
    }

    private var path: String { folder.url.appending(path: "observations.csv").path }

    private func choice(replaces: Bool = false, showsTruth: Bool = false) -> ExportChoice {
        ExportChoice(path: path, format: .csv, showsTruth: showsTruth, replaces: replaces)
    }

    private func export(
        _ ids: [Int32],
        as viewer: ViewerKey? = nil,
        _ choice: ExportChoice
    ) throws -> ExportProgress {
        try ExportJob(ids, as: viewer ?? self.viewer, from: store, choice).run()
    }

    private var entries: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() }
    }

    private func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    private func ids() throws -> [Int] {
        try text().split(separator: "\r\n").dropFirst().compactMap { Int($0.prefix { $0 != "," }) }
    }

    @Test func `the rows are written in the order given, for their owner alone`() throws {
        let before = umask(0)
        defer { umask(before) }
        let report = try export([9_100, 9_104, 9_098], choice())
        #expect(report == ExportProgress(rows: 3, total: 3))
        #expect(try ids() == [9_100, 9_104, 9_098])
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try entries == ["observations.csv"])
    }

    @Test func `who was told nothing writes nothing of the true points`() throws {
        try _ = export([9_104], as: .anonymous, choice(showsTruth: true))
        #expect(try !text().contains("41.602") && text().contains("withheld"))
        try _ = export([9_104], choice(replaces: true, showsTruth: true))
        #expect(try text().contains("41.602"))
    }

    @Test func `rows of several windows are each written once, and told`() throws {
        let many = (1...2_500).map {
            Samples.observation($0, publicFace: PublicFace(location: nil, place: nil), disclosure: .withheld)
        }
        try store.write(many, of: nil, as: viewer, at: Date(), progress: nil)
        var told: [Int] = []
        let ids = (1...2_500).reversed().map { Int32($0) } + [77_777]
        let report = try ExportJob(ids, as: viewer, from: store, choice()).run { told.append($0.rows) }
        #expect(try self.ids() == Array((1...2_500).reversed()))
        #expect(report == ExportProgress(rows: 2_500, total: 2_501))
        #expect(told == [1_000, 2_000, 2_501])
    }

    @Test func `a file that is there is not replaced unasked, and stays as it was`() throws {
        try "mine".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: ExportError.fileExists(path: path)) { try export([9_104], choice()) }
        #expect(try text() == "mine" && entries == ["observations.csv"])
        _ = try export([9_104], choice(replaces: true))
        #expect(try ids() == [9_104])
        #expect(try entries == ["observations.csv"])
    }

    @Test func `a file that comes to be there meanwhile is not replaced either`() throws {
        let (path, choice) = (path, choice())
        let job = ExportJob([9_104], as: viewer, from: store, choice)
        #expect(throws: ExportError.fileExists(path: path)) {
            try job.run { _ in try? "theirs".write(toFile: path, atomically: true, encoding: .utf8) }
        }
        #expect(try text() == "theirs" && entries == ["observations.csv"])
    }

    @Test func `a cancelled export leaves nothing behind`() throws {
        let cancellation = Cancellation()
        let job = ExportJob([9_104, 9_100], as: viewer, from: store, choice())
        #expect(throws: ExportError.cancelled) {
            // After the last window, when the file is all but whole.
            try job.run(cancellation: cancellation) { _ in cancellation.cancel() }
        }
        #expect(try entries == [])
    }

    @Test func `a replacement that is cancelled leaves the old file`() throws {
        try "mine".write(toFile: path, atomically: true, encoding: .utf8)
        let cancellation = Cancellation()
        cancellation.cancel()
        let job = ExportJob([9_104], as: viewer, from: store, choice(replaces: true))
        #expect(throws: ExportError.cancelled) { try job.run(cancellation: cancellation) }
        #expect(try text() == "mine" && entries == ["observations.csv"])
    }

    @Test func `a store that fails in the middle leaves nothing behind`() throws {
        let job = ExportJob([9_104], as: viewer, from: store, choice())
        store.close()
        #expect(throws: StoreError.closed) { try job.run() }
        #expect(try entries == [])
    }

    @Test func `a folder that is not there is told`() throws {
        let folder = folder.url.path + "/nowhere"
        let choice = ExportChoice(path: folder + "/x.csv", format: .csv)
        #expect(throws: ExportError.noFolder(path: folder)) { try export([9_104], choice) }
    }

    @Test func `a folder in the file's place is never replaced`() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        #expect(throws: ExportError.notAFile(path: path)) { try export([9_104], choice(replaces: true)) }
        #expect(try entries == ["observations.csv"])
    }

    @Test func `a folder that takes no file is told`() throws {
        // Linux refuses new files there to everybody, root included.
        let choice = ExportChoice(path: "/proc/self/x.csv", format: .csv)
        #expect { try export([9_104], choice) } throws: { error in
            guard case .folderRefuses(let path, let reason) = error as? ExportError else { return false }
            return path == "/proc/self" && !reason.isEmpty
        }
    }

    @Test func `a file that is begun and let go leaves nothing`() throws {
        func begin() throws {
            let file = try ExportFile(path, replaces: false)
            try file.write("half a row")
            #expect(try entries.count == 1 && !entries.contains("observations.csv"))
        }
        try begin()
        #expect(try entries == [])
    }

    @Test(
        arguments: [
            ExportError.noFolder(path: "/x"), .fileExists(path: "/x"), .notAFile(path: "/x"),
            .folderRefuses(path: "/x", reason: "Permission denied"),
            .cannotWrite(path: "/x", reason: "No space"),
        ]
    ) func `an error names the path`(_ error: ExportError) {
        #expect(error.description.contains("/x"))
    }
}
