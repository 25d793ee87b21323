/// Where rows are read from.
package enum FileSource: Sendable, Hashable {
    /// A file, a named pipe or a device at that path.
    case path(String)
    /// What is piped into the program.
    case standardInput

    /// Reads a command's argument: `-` is standard input.
    package init(argument: String) {
        self = argument == "-" ? .standardInput : .path(argument)
    }

    /// What it is called, for people and for the list that its rows are kept in.
    package var name: String {
        switch self {
        case .path(let path): path
        case .standardInput: "standard input"
        }
    }
}
