internal import FoundationEssentials

/// Recorded replies that lie beside the repository, when they do: `shared/data/recorded`, looked for upwards
/// from here.
package enum Recordings {
    /// Where they are; nothing when they are not there.
    package static let folder: String? = {
        var path = URL(filePath: #filePath).resolvingSymlinksInPath()
        while path.pathComponents.count > 1 {
            path.deleteLastPathComponent()
            let folder = path.appending(path: "shared/data/recorded").path
            if FileManager.default.fileExists(atPath: folder + "/README.md") { return folder }
        }
        return nil
    }()

    /// Whether tests that need them can run.
    package static var areThere: Bool { folder != nil }

    /// The bytes of one, by its path in the folder.
    package static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: (folder ?? "") + "/" + name)))
    }
}
