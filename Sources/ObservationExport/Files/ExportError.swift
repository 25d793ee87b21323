/// Why a file of observations could not be written. Nothing of it is left behind then.
package enum ExportError: Error, Sendable, Equatable {
    /// The folder that the file is to lie in is not there.
    case noFolder(path: String)
    /// There is a file of that name, and replacing it was not asked for.
    case fileExists(path: String)
    /// There is something of that name that is no file: a folder, a device.
    case notAFile(path: String)
    /// The folder takes no new file.
    case folderRefuses(path: String, reason: String)
    /// Writing stopped in the middle: the disk is full, the folder went away.
    case cannotWrite(path: String, reason: String)
    /// Nobody wanted it any more.
    case cancelled
}

extension ExportError: CustomStringConvertible {
    /// What failed, and what to do next, in whole sentences.
    package var description: String {
        switch self {
        case .noFolder(let path):
            "There is no folder \(path). Make it first, or choose another."
        case .fileExists(let path):
            "\(path) is there already. Say that it is to be replaced, or choose another name."
        case .notAFile(let path):
            "\(path) is there already and is no file. Choose another name."
        case .folderRefuses(let path, let reason):
            "No file can be made in \(path): \(reason). Choose another folder."
        case .cannotWrite(let path, let reason):
            "\(path) could not be written: \(reason). Nothing was left behind; check the disk, then try again."
        case .cancelled:
            "Writing was stopped. Nothing was left behind."
        }
    }
}
