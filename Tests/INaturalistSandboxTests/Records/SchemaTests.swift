import Foundation
import INaturalistSandbox
import TestBrowser
import Testing

/// The second interface's bodies against its OpenAPI document, where that lies beside the repository.
struct SchemaTests {
    private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()

    /// The document, in a folder beside one of the folders that this file lies in.
    private static let document: URL? = {
        var root = folder
        while root.pathComponents.count > 1 {
            root.deleteLastPathComponent()
            let candidate = root.appending(path: "shared/data/openapi/v2.openapi3.json")
            if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
        }
        return nil
    }()

    /// Whether Python and its jsonschema are installed.
    private static let hasValidator = {
        (try? run(["-c", "import jsonschema"], input: Data()))?.status == 0
    }()

    @Test(
        "Every record validates, for the public and for its observer",
        .enabled(if: document != nil, "The OpenAPI document is not beside the repository."),
        .enabled(if: hasValidator, "Python's jsonschema is not installed.")
    )
    func everyRecord() async throws {
        try await withSandbox { sandbox, browser in
            var lines = Data()
            func add(_ schema: String, _ path: String, _ authorization: String? = nil) async throws {
                let page = try await browser.get(path, authorization: authorization)
                #expect(page.status == 200)
                lines.append(Data("{\"schema\":\"\(schema)\",\"body\":".utf8) + page.body + Data("}\n".utf8))
            }
            let observer = sandbox.bearer(.observer)
            for number in 1...12 {
                // Every other page is looked at by the observer, the others by the public.
                let query = "order_by=id&per_page=200&page=\(number)&include_new_projects=true&fields=all"
                let viewer = number.isMultiple(of: 2) ? observer : nil
                try await add("ResultsObservations", "/v2/observations?\(query)", viewer)
            }
            try await add("ResultsObservations", "/v2/observations?v=1")
            try await add("ResultsObservations", "/v2/observations?v=1&fields=user,taxon,photos,tags,geojson")
            try await add("ResultsObservations", "/v2/observations?only_id=true&return_bounds=true")
            for (schema, path) in [
                ("ResultsPlaces", "/v2/places?q=iowa&fields=all"),
                ("ResultsPlaces", "/v2/places/7005,6001?fields=all"),
                ("ResultsPlaces", "/v2/places?q=iowa"), ("ResultsProjects", "/v2/projects?fields=all"),
                ("ResultsProjects", "/v2/projects/100201?fields=all"),
                ("ResultsTaxa", "/v2/taxa/47217,1?fields=all"),
                ("ResultsTaxa", "/v2/taxa/autocomplete?q=orchid&fields=all"),
                ("ResultsUsers", "/v2/users/autocomplete?q=o&fields=all"),
                ("ResultsUsers", "/v2/users/curator?fields=all"),
            ] {
                try await add(schema, path)
            }
            try await add("PrivateUsers", "/v2/users/me?fields=all", observer)

            let script = Self.folder.appending(path: "validate.py").path
            let document = try #require(Self.document).path
            let result = try Self.run([script, document], input: lines)
            #expect(result.status == 0, "\(result.output)")
        }
    }

    /// Runs Python with some input; returns its exit status and what it printed.
    private static func run(_ arguments: [String], input: Data) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        let file = FileManager.default.temporaryDirectory.appending(path: "inatty-pages-\(UUID().uuidString)")
        try input.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        process.standardInput = try FileHandle(forReadingFrom: file)
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
