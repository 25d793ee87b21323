/// Why a small file of the person's own could not be read or written.
package nonisolated enum PrivateFileError: Error, Sendable, Equatable {
    /// The system refused to read.
    case cannotRead(path: String, reason: String)
    /// The system refused to write. What was there before is still whole.
    case cannotWrite(path: String, reason: String)
    /// Another running inatty holds the lock.
    case busy(path: String)
}

nonisolated extension PrivateFileError: CustomStringConvertible {
    /// What failed, and what to do next, in whole sentences.
    package var description: String {
        switch self {
        case .cannotRead(let path, let reason):
            "\(path) cannot be read: \(reason). Check the file and its folder."
        case .cannotWrite(let path, let reason):
            "\(path) cannot be written: \(reason). It is as it was before. Check its folder and the disk."
        case .busy(let path):
            """
            Another inatty has been holding \(path) for two seconds. If it is stopped, let it go on (fg), then try \
            again.
            """
        }
    }
}
