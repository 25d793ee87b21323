/// Why a query could not be saved, read or removed.
package nonisolated enum SavedQueriesError: Error, Sendable, Equatable {
    /// Neither XDG_CONFIG_HOME nor HOME names a folder.
    case noHome
    /// That can be no name.
    case wrongName(String, reason: String)
    /// A query without anything in it: nothing to save.
    case emptyQuery(String)
    /// No query has that name.
    case unknownName(String, known: [String])
    /// The system refused to read.
    case cannotRead(path: String, reason: String)
    /// The system refused to write. What was there before is still whole.
    case cannotWrite(path: String, reason: String)
    /// Another running inatty holds the lock.
    case busy(path: String)
}

nonisolated extension SavedQueriesError: CustomStringConvertible {
    /// What failed, and what to do next, in whole sentences.
    package var description: String {
        switch self {
        case .noHome:
            "Queries cannot be saved: neither XDG_CONFIG_HOME nor HOME names a folder. Set HOME."
        case .wrongName(let name, let reason):
            name.isEmpty ? reason : "“\(name)” cannot be a query's name. \(reason)"
        case .emptyQuery(let name):
            "There is nothing to save as “\(name)”: the query asks for everything. Fill in a field first."
        case .unknownName(let name, let known):
            known.isEmpty
                ? "No query is saved as “\(name)”; none is saved at all."
                : "No query is saved as “\(name)”. Saved are: \(known.joined(separator: ", "))."
        case .cannotRead(let path, let reason):
            "\(path) cannot be read: \(reason). Check the file and its folder."
        case .cannotWrite(let path, let reason):
            "\(path) cannot be written: \(reason). It is as it was before. Check its folder and the disk."
        case .busy(let path):
            "Another inatty has been holding \(path) for two seconds. If it is stopped, let it go on (fg), then try again."
        }
    }
}
