/// Where tokens are kept.
package enum Keeping: Sendable, Hashable {
    /// In the Secret Service keyring, under the person's login.
    case keyring
    /// In a file that only the person may read. Where no account is named, the path is the folder of these files.
    case file(path: String)
    /// Nowhere: they are gone when the program ends.
    case nowhere

    /// The name that people see.
    package var title: String {
        switch self {
        case .keyring: "keyring"
        case .file: "file"
        case .nowhere: "not kept"
        }
    }
}
