package import INaturalist

/// A photo as it was fetched.
package nonisolated struct PhotoFile: Sendable, Hashable {
    /// Which of its sizes.
    package let size: Photo.Size
    /// The file's bytes.
    package let bytes: [UInt8]

    /// Keeps a file.
    package init(size: Photo.Size, bytes: [UInt8]) {
        self.size = size
        self.bytes = bytes
    }
}
