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
    /// The file could not be read or written.
    case file(PrivateFileError)
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
        case .file(let error): error.description
        }
    }
}
