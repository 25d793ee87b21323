/// The address of a photo, checked: it comes from a reply, and could name any computer.
struct PhotoAddress: Sendable, Hashable {
    /// The whole address.
    let text: String

    /// Where iNaturalist keeps photos: those with an open licence at the second (reference 6).
    static let hosts: Set<String> = ["static.inaturalist.org", "inaturalist-open-data.s3.amazonaws.com"]

    /// Checks an address.
    ///
    /// - Parameters:
    ///   - text: as the reply has it.
    ///   - addresses: the servers in use. One on this computer may keep its photos itself.
    /// - Throws: ``INaturalistError/badAddress(variable:reason:)`` for anything but `https` and one of ``hosts`` on the
    ///   usual port, or one of the servers in use when both are on this computer.
    init(_ text: String, addresses: ServerAddresses) throws(INaturalistError) {
        let variable = "The photo's address"
        let path = text.prefix { $0 != "?" }
        let query = text[path.endIndex...]
        let isPlain = query.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "#") }
        guard isPlain else {
            throw .badAddress(variable: variable, reason: "it has characters that an address cannot have")
        }
        let address = try ServerAddress(String(path), variable: variable)
        let isKnown =
            Self.hosts.contains(address.host) && address.port == 443
            && address.text.hasPrefix("https://")
        guard isKnown || Self.isOwn(address, addresses) else {
            throw .badAddress(
                variable: variable,
                reason: "iNaturalist keeps no photos at \(address.host)"
            )
        }
        self.text = address.text + query
    }

    /// Whether it is on one of the servers in use, both on this computer.
    private static func isOwn(_ address: ServerAddress, _ addresses: ServerAddresses) -> Bool {
        guard addresses.areLoopback else { return false }
        return [addresses.site, addresses.api].contains { text in
            guard let server = try? ServerAddress(text, variable: "") else { return false }
            return server.host == address.host && server.port == address.port
        }
    }
}
