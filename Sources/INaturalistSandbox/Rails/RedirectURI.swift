/// Where an authorization code is sent, taken apart as far as Doorkeeper compares it (API reference 1.5).
struct RedirectURI: Sendable, Hashable {
    /// Shows the code on a page instead of sending it anywhere.
    static let outOfBand = "urn:ietf:wg:oauth:2.0:oob"

    /// The URI as it was written.
    let text: String

    /// Whether there is nowhere to go: the website shows code or refusal itself.
    let isOutOfBand: Bool

    private let scheme: String
    private let userInfo: Substring?
    private let host: String
    private let port: Substring
    private let path: Substring
    private let query: Substring?

    /// - Returns: nil for anything but an absolute URI without a fragment; of the opaque ones only the out-of-band
    ///   ones are taken.
    init?(_ text: String) {
        self.text = text
        isOutOfBand = [Self.outOfBand, "\(Self.outOfBand):auto"].contains(text)
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }),
            let colon = text.firstIndex(of: ":"), colon != text.startIndex
        else { return nil }
        scheme = text[..<colon].lowercased()
        var rest = text[text.index(after: colon)...]
        guard scheme != "localhost", isOutOfBand || rest.hasPrefix("/") else { return nil }
        query = rest.firstIndex(of: "?").map { rest[rest.index(after: $0)...] }
        rest = rest.prefix { $0 != "?" }
        var authority = Substring()
        if rest.hasPrefix("//") {
            authority = rest.dropFirst(2).prefix { $0 != "/" }
            rest = rest.dropFirst(2 + authority.count)
        }
        path = rest.isEmpty ? "/" : rest
        let at = authority.lastIndex(of: "@")
        userInfo = at.map { authority[..<$0] }
        let place = at.map { authority[authority.index(after: $0)...] } ?? authority
        // The colons of an IPv6 literal stand in brackets.
        let portColon = place.lastIndex(of: ":").flatMap { place[$0...].contains("]") ? nil : $0 }
        host = place[..<(portColon ?? place.endIndex)].lowercased()
        let written = portColon.map { place[place.index(after: $0)...] } ?? ""
        port = written.isEmpty ? ["http": "80", "https": "443"][scheme] ?? "" : written
        if host.isEmpty, scheme == "http" || scheme == "https" { return nil }
    }

    /// Whether a code may be sent here when `registered` was registered, or named before.
    ///
    /// The port of a loopback address does not count (RFC 8252, section 7.3), but `localhost` is a name, not an
    /// address. Path and scheme always count. A query counts only when the registered URI has one.
    func matches(_ registered: RedirectURI) -> Bool {
        if isOutOfBand || registered.isOutOfBand { return text == registered.text }
        let isAnyPort = isLoopback && registered.isLoopback
        return scheme == registered.scheme && userInfo == registered.userInfo && host == registered.host
            && (isAnyPort || port == registered.port) && path == registered.path
            && (registered.query == nil || query == registered.query)
    }

    /// The URI with parameters added to its query, written as Rack writes them, with `+` for a space; those without
    /// a value are left out.
    func adding(_ parameters: [(name: String, value: String?)]) -> String {
        let pairs = parameters.compactMap { name, value in
            value.map { "\(Query.encoded(name))=\(Query.encoded($0))" }
        }
        let added = pairs.joined(separator: "&")
        guard let query else { return "\(text)?\(added)" }
        return query.isEmpty ? text + added : "\(text)&\(added)"
    }

    /// `127.0.0.0/8` and `[::1]`.
    private var isLoopback: Bool {
        if host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
