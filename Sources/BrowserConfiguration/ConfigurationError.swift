package import Browser

/// Why the configuration cannot be changed, or where it would be is not known.
package enum ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The environment names no folder for it.
    case noHome
    /// The file cannot be written.
    case file(PrivateFileError)
    /// The file cannot be read, so nothing can be added to it.
    case notReadable(ConfigurationProblem)
    /// What should be bound cannot be.
    case refused(ConfigurationProblem)
    /// The file is written in a way in which these lines cannot be put into it safely.
    case notEditable(path: String, lines: [String])

    /// What failed, and what to do next, in whole sentences.
    package var description: String {
        switch self {
        case .noHome:
            "Neither XDG_CONFIG_HOME nor HOME names a folder for the configuration. Set one of the two."
        case .file(let error): error.description
        case .notReadable(let problem): "\(problem) Nothing was changed; mend that first."
        case .refused(let problem): "\(problem.explanation) Nothing was changed."
        case .notEditable(let path, let lines):
            "No line can be put into \(path) safely as it is written. Write it yourself:\n"
                + lines.joined(separator: "\n")
        }
    }
}
