/// Where this program keeps its state: `$XDG_STATE_HOME/inatty`, else `~/.local/state/inatty`.
struct StateFolder: Sendable, Hashable {
    /// The folder; nil when the environment names none.
    let path: String?

    /// Reads the environment. A relative path does not count, as the XDG Base Directory Specification says.
    init(environment: [String: String]) {
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
            path = Self.joined(state, "inatty")
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            path = Self.joined(home, ".local/state/inatty")
        } else {
            path = nil
        }
    }

    /// The folder of the files with tokens.
    var tokens: String? { path.map { "\($0)/tokens" } }

    /// Opens it for reading; nil when there is none.
    func open() throws(AccountStoreError) -> PrivateFolder? {
        guard let path else { return nil }
        return try PrivateFolder.open(path)
    }

    /// Does what changes its files, while nobody else does.
    func change<Result>(
        _ body: (borrowing PrivateFolder) throws(AccountStoreError) -> Result
    ) throws(AccountStoreError) -> Result {
        guard let path else { throw .noHome }
        let folder = try PrivateFolder.make(path)
        let lock = try FolderLock(in: folder)
        defer { withExtendedLifetime(lock) {} }
        return try body(folder)
    }

    private static func joined(_ folder: String, _ name: String) -> String {
        var folder = folder[...]
        while folder.hasSuffix("/") { folder.removeLast() }
        return "\(folder)/\(name)"
    }
}
