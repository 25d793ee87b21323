internal import Foundation

/// The repository's own files, for tests of what is written about the program.
package enum Repository {
    /// Its folder, as it was when the tests were built.
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The text of a file.
    ///
    /// - Parameter path: from the repository's folder on: `README.md`.
    package static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    /// Whether there is such a file or folder.
    package static func holds(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: path).path)
    }

    /// The names of the folders in a folder.
    package static func folders(in path: String) throws -> [String] {
        let keys: Set<URLResourceKey> = [.isDirectoryKey]
        return try FileManager.default
            .contentsOfDirectory(at: folder.appending(path: path), includingPropertiesForKeys: Array(keys))
            .filter { try $0.resourceValues(forKeys: keys).isDirectory == true }
            .map(\.lastPathComponent)
    }
}
