import Foundation
import TestSupport

/// The built program as a process that can be killed, with what it writes in files.
final class SyncProcess: @unchecked Sendable {
    private let process = Process()
    private let folder: URL
    private let name = UUID().uuidString
    /// Gives nothing, and is over when the process is.
    private let ends: AsyncStream<Never>

    /// Starts it.
    ///
    /// - Parameter folder: where the files are made.
    init(_ arguments: [String], environment: [String: String], in folder: URL) throws {
        self.folder = folder
        let (ends, ending) = AsyncStream.makeStream(of: Never.self)
        self.ends = ends
        process.terminationHandler = { _ in ending.finish() }
        var path = "/usr/bin/env"
        for place in BuiltBinary.searchPath.split(separator: ":") {
            let candidate = "\(place)/inatty"
            if FileManager.default.isExecutableFile(atPath: candidate) {
                path = candidate
                break
            }
        }
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        var variables = ["PATH": "/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8", "TZ": "UTC"]
        variables.merge(environment) { $1 }
        process.environment = variables
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try handle("output")
        process.standardError = try handle("errors")
        try process.run()
    }

    private func handle(_ kind: String) throws -> FileHandle {
        let url = folder.appending(path: "\(name).\(kind)")
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }

    /// What it has written so far.
    var output: String { text("output") }
    var errors: String { text("errors") }

    private func text(_ kind: String) -> String {
        let data = (try? Data(contentsOf: folder.appending(path: "\(name).\(kind)"))) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }

    var isRunning: Bool { process.isRunning }

    /// Sends it a signal, as SIGKILL or SIGINT.
    func send(_ signal: Int32) {
        kill(process.processIdentifier, signal)
    }

    /// Waits for its end, at most as long as the test may take.
    ///
    /// - Returns: the exit code; nil when a signal ended it.
    func end() async throws -> Int? {
        for await _ in ends {}
        guard !process.isRunning else {
            send(SIGKILL)
            throw TestTerminalError("inatty did not end:\n\(errors)")
        }
        return process.terminationReason == .exit ? Int(process.terminationStatus) : nil
    }
}

/// A folder of its own for what the program keeps, which is removed afterwards.
func withSyncFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = try TestFolder()
    defer { withExtendedLifetime(folder) {} }
    return try await body(folder.url)
}
