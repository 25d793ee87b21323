import Foundation
import INaturalist

@testable import ObservationImport

/// A file that one test makes.
final class MadeFile: Sendable {
    let path: String

    init(_ bytes: some Sequence<UInt8>) throws {
        path = "/tmp/inatty-import-\(UUID().uuidString.prefix(8))"
        try Data(bytes).write(to: URL(filePath: path))
    }

    convenience init(_ text: String) throws {
        try self.init(text.utf8)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var source: FileSource { .path(path) }

    static let site = "https://www.example.org"

    func reader() throws(ImportError) -> ObservationFileReader {
        try ObservationFileReader(source, site: Self.site)
    }

    /// Everything that is in it.
    func read() throws -> (observations: [Observation], report: FileReport) {
        let reader = try reader()
        var observations: [Observation] = []
        while let more = try reader.next(100) { observations += more }
        return (observations, reader.report)
    }
}
