package import Foundation

/// A folder for one test, which others may not look into; it goes with its last user.
package final class TestFolder: Sendable {
    /// Where it is.
    package let url: URL

    /// Makes it. Its path is short, because the addresses of sockets are.
    package init() throws {
        url = URL(filePath: "/tmp/inatty-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(
            at: url,
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700]
        )
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }
}
