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
        // Scheme and path make another server, too. No two addresses give one name.
        let isSecure = addresses.api.hasPrefix("https://")
        let server = addresses.api.dropFirst(isSecure ? 8 : 7)
        let name = (isSecure ? "" : "http_") + server.utf8.map(word).joined()
        return "\(folder)/observations-\(name).sqlite"
    }

    /// What a file's name has for a byte of an address: itself, `_` for the colon before a port, else its number.
    private static func word(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: ":"): "_"
        case 48...57, 65...90, 97...122, UInt8(ascii: "."), UInt8(ascii: "-"): String(UnicodeScalar(byte))
        default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }

    private static func joined(_ folder: String, _ name: String) -> String {
        var folder = folder[...]
        while folder.hasSuffix("/") { folder.removeLast() }
        return "\(folder)/\(name)"
    }
}
