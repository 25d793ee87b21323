import Foundation
import ObservationExport
import TestSupport

/// Reads what was written with Python's `csv` and `json`, which share no code with the writers.
struct PythonReader {
    struct Failure: Error {
        let status: Int32
    }

    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    /// The rows of a table, name to text.
    func table(_ text: String) throws -> [[String: String]] {
        try JSONDecoder().decode([[String: String]].self, from: value(text, .csv))
    }

    /// Any JSON, with numbers and texts told apart.
    func json(_ text: String, _ format: ExportFormat) throws -> Any {
        try JSONSerialization.jsonObject(with: value(text, format), options: .fragmentsAllowed)
    }

    private func value(_ text: String, _ format: ExportFormat) throws -> Data {
        let file = folder.url.appending(path: "file")
        try Data(text.utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "read_back.py")
        process.arguments = ["python3", script.path, format.rawValue, file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return data
    }
}
