package import INaturalist

extension ObservationStore {
    /// Where observations are kept: `$XDG_DATA_HOME/inatty/observations.sqlite`, else below `~/.local/share`.
    ///
    /// Ids of two servers never mix: the file of another API than iNaturalist's is named after its host and port.
    ///
    /// - Returns: nil when the environment names no folder. A relative path does not count, as the XDG Base Directory
    ///   Specification says.
    package static func path(variables: [String: String], addresses: ServerAddresses) -> String? {
        let folder: String
        if let data = variables["XDG_DATA_HOME"], data.hasPrefix("/") {
            folder = joined(data, "inatty")
        } else if let home = variables["HOME"], home.hasPrefix("/") {
            folder = joined(home, ".local/share/inatty")
        } else {
            return nil
        }
        guard addresses.api != ServerAddresses.iNaturalist.api else { return "\(folder)/observations.sqlite" }
        // Scheme and path make another server, too; what a file's name cannot have becomes a dash.
        let server =
            addresses.api.hasPrefix("https://") ? addresses.api.dropFirst(8) : addresses.api.dropFirst(7)
        let name = server.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" }
        return "\(folder)/observations-\(String(name)).sqlite"
    }

    private static func joined(_ folder: String, _ name: String) -> String {
        var folder = folder[...]
        while folder.hasSuffix("/") { folder.removeLast() }
        return "\(folder)/\(name)"
    }
}
