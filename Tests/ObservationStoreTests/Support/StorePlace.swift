import Foundation
import INaturalist
import TestSupport

@testable import ObservationStore

/// A private folder for one test's stores.
final class StorePlace: Sendable {
    private let place: TestFolder

    init() throws { place = try TestFolder() }

    var folder: URL { place.url }

    var path: String { folder.appending(path: "observations.sqlite").path }

    func store() throws -> ObservationStore { try ObservationStore(path: path) }

    func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    /// Everything that is in the store's files.
    func bytes() throws -> [String: Data] {
        var bytes: [String: Data] = [:]
        for name in try files() { bytes[name] = try Data(contentsOf: folder.appending(path: name)) }
        return bytes
    }

    static func mode(_ path: String) throws -> Int {
        (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int) ?? -1
    }

    /// Runs SQL in another process.
    @discardableResult
    static func sqlite(_ path: String, _ sql: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            """
            import sqlite3, sys
            db = sqlite3.connect(sys.argv[1], isolation_level=None)
            for row in [r for s in sys.argv[2].split(";") if s.strip() for r in db.execute(s)]:
                print("|".join(str(value) for value in row))
            """,
            path, sql,
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw POSIXError(.EIO) }
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
