package import Foundation

/// A folder of a test with a configuration in it.
package struct ConfigurationFolder {
    /// The folder that ``home`` names.
    package let folder: TestFolder

    /// What XDG_CONFIG_HOME is to name.
    package var home: String { folder.url.path }
    /// Where the configuration is.
    package var file: URL { folder.url.appending(path: "inatty/config.yaml") }

    /// - Parameter text: what is in the file; nothing makes none.
    package init(_ text: String? = nil) throws {
        folder = try TestFolder()
        guard let text else { return }
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: file)
    }

    /// What is in the file; nothing when there is none.
    package var text: String? {
        // Foundation's own reading leaves a mark of byte order out.
        (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The permissions of a file or folder.
    package func mode(_ url: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
    }
}
