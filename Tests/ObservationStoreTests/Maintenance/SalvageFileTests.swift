import Foundation
import INaturalist
import TestSupport
import Testing

@testable import ObservationStore

/// The file that is saved, its log, its new place, and what lies there already.
@Suite("What becomes of the files when a damaged store is saved")
struct SalvageFileTests {
    @Test("what was written last lies in the log, and is saved with the file")
    func log() throws {
        let filled = try FilledStore(count: 60)
        let copy = try StorePlace()
        let store = try filled.place.store()
        let late = (61...90).map { FilledStore.observation($0, isTold: true, to: Samples.wren) }
        try store.write(late, of: nil, as: Samples.wren, at: Samples.moment(50), progress: nil)
        // As a program leaves it that is killed.
        for (name, bytes) in try filled.place.bytes() where !name.hasSuffix("-shm") {
            try bytes.write(to: copy.folder.appending(path: name))
        }
        store.close()
        let report = try ObservationStore.salvage(copy.path, at: Samples.moment(100))
        #expect(report.observations.count == 90)
        #expect(!report.isPartial)
        #expect(FileManager.default.fileExists(atPath: report.damagedPath + "-wal"))
        let saved = try copy.store()
        #expect(try saved.rows([90 * 7], as: Samples.wren).first?.observation == late.last)
    }

    @Test("a log that is damaged loses nothing behind the damage that can be made out")
    func damagedLog() throws {
        let filled = try FilledStore(count: 60)
        let copy = try StorePlace()
        let store = try filled.place.store()
        for id in 61...90 {
            let late = [FilledStore.observation(id, isTold: true, to: Samples.wren)]
            try store.write(late, of: nil, as: Samples.wren, at: Samples.moment(id), progress: nil)
        }
        for (name, bytes) in try filled.place.bytes() where !name.hasSuffix("-shm") {
            var bytes = bytes
            // In the header of the third frame.
            if name.hasSuffix("-wal") { bytes[32 + 2 * (24 + FilledStore.pageSize) + 17] ^= 1 }
            try bytes.write(to: copy.folder.appending(path: name))
        }
        store.close()
        let report = try ObservationStore.salvage(copy.path, at: Samples.moment(100))
        #expect(report.observations.count >= 89, "\(report)")
        #expect(report.isPartial)
        #expect(try copy.store().verify(.full).problems.isEmpty)
    }

    @Test("an empty file with a log is not taken for a new store, which would delete the log")
    func emptied() throws {
        let filled = try FilledStore(count: 60)
        let copy = try StorePlace()
        let store = try filled.place.store()
        let late = (1...90).map {
            FilledStore.observation($0, isTold: true, to: Samples.wren, geoprivacy: .private)
        }
        try store.write(late, of: nil, as: Samples.wren, at: Samples.moment(50), progress: nil)
        let bytes = try filled.place.bytes()
        store.close()
        try #require(bytes["observations.sqlite-wal"]).write(
            to: copy.folder.appending(path: "observations.sqlite-wal")
        )
        try Data().write(to: URL(filePath: copy.path))
        let error = #expect(throws: StoreError.self) { try copy.store() }
        if case .damaged = error {} else { Issue.record("\(String(describing: error))") }
        #expect(try copy.bytes()["observations.sqlite-wal"] == bytes["observations.sqlite-wal"])
        #expect(try ObservationStore.salvage(copy.path, at: Samples.moment(100)).observations.count > 0)
    }

    @Test("a store that is in use is not saved under somebody's hands")
    func inUse() throws {
        let filled = try FilledStore(count: 60)
        let store = try filled.place.store()
        #expect(throws: StoreError.busy(path: filled.place.path)) {
            try ObservationStore.salvage(filled.place.path, at: Samples.moment(100))
        }
        #expect(try store.rows([7], as: Samples.wren).count == 1)
        #expect(try filled.place.files().count == 3)
    }

    @Test("saving to another place leaves the damaged one, and overwrites nothing")
    func elsewhere() throws {
        let filled = try FilledStore(count: 60)
        let target = filled.place.folder.appending(path: "saved.sqlite").path
        let report = try ObservationStore.salvage(filled.place.path, to: target, at: Samples.moment(1))
        #expect(report.path == target)
        #expect(report.damagedPath == filled.place.path)
        #expect(try ObservationStore(path: target).status().observations == 60)
        #expect(throws: StoreError.self) {
            try ObservationStore.salvage(filled.place.path, to: target, at: Samples.moment(1))
        }
        #expect(try ObservationStore(path: target).status().observations == 60)
    }

    @Test("a log that cannot be moved leaves everything as it was")
    func immovableLog() throws {
        let filled = try FilledStore(count: 60)
        let copy = try StorePlace()
        // As long as it can be for the damaged file's new name, so that the log's is too long.
        let name = String(repeating: "o", count: 255 - ".damaged-20231114T221321Z".count)
        let path = copy.folder.appending(path: name).path
        try Data(contentsOf: URL(filePath: filled.place.path)).write(to: URL(filePath: path))
        try Data("no log".utf8).write(to: URL(filePath: "\(path)-wal"))
        let bytes = try copy.bytes()
        let error = #expect(throws: StoreError.self) {
            try ObservationStore.salvage(path, at: Samples.moment(1))
        }
        guard case .cannotOpen(let refused, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(refused == "\(path)-wal")
        #expect(try copy.bytes() == bytes)
    }

    @Test("what is cancelled leaves everything as it was")
    func cancelled() throws {
        let filled = try FilledStore(count: 60)
        let bytes = try filled.place.bytes()
        let cancellation = Cancellation()
        cancellation.cancel()
        #expect(throws: StoreError.cancelled) {
            try ObservationStore.salvage(filled.place.path, at: Samples.moment(1), cancellation: cancellation)
        }
        #expect(try filled.place.bytes() == bytes)
    }
}
