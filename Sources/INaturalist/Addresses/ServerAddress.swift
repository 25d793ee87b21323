/// One server's address, taken apart: scheme, host, port and a path in front of everything.
///
/// Written by hand, because what is refused matters here: no user name, no query, no fragment, no odd host.
struct ServerAddress: Sendable, Hashable {
    /// The address without a slash at the end.
    let text: String
    /// The host in lower case; an IPv6 address without its brackets.
    let host: String
    /// The port, also when it is the scheme's own.
    let port: Int
    /// Whether the host is this computer.
    let isLoopback: Bool

    /// Takes an address apart.
    ///
    /// - Parameters:
    ///   - raw: the address as it was typed.
    ///   - variable: the setting that it comes from, for the error.
    /// - Throws: ``INaturalistError/badAddress(variable:reason:)``.
    init(_ raw: String, variable: String) throws(INaturalistError) {
        func bad(_ reason: String) -> INaturalistError { .badAddress(variable: variable, reason: reason) }
        let lowered = raw.lowercased()
        let isSecure = lowered.hasPrefix("https://")
        guard isSecure || lowered.hasPrefix("http://") else {
            throw bad("it has to begin with “https://”")
        }
        let rest = raw.dropFirst(isSecure ? 8 : 7)
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        var path = rest[authority.endIndex...]
        guard !authority.contains("@") else { throw bad("a user name or a password must not be part of it") }
        guard !path.contains("?"), !path.contains("#") else {
            throw bad("it must end with the host or a path")
        }
        guard path.allSatisfy({ $0.isASCII && !$0.isWhitespace && $0 != "\\" && $0 != "\"" }) else {
            throw bad("its path has characters that an address cannot have")
        }
        while path.last == "/" { path.removeLast() }
        let (host, portText) = Self.split(authority)
        guard Self.isHost(host) else {
            throw bad("its host is missing or has characters that a host cannot have")
        }
        if let portText {
            guard let number = Int(portText), 1...65_535 ~= number else {
                throw bad("its port has to be a number from 1 to 65535")
            }
            port = number
        } else {
            port = isSecure ? 443 : 80
        }
        self.host = host.lowercased()
        isLoopback = Self.isLoopback(self.host)
        guard isSecure || isLoopback else {
            throw bad(
                """
                plain http is for this computer alone, because anybody on the way could read the token; use \
                “https://”
                """
            )
        }
        text = (isSecure ? "https://" : "http://") + authority.lowercased() + path
    }

    private static func split(_ authority: Substring) -> (String, Substring?) {
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            let host = String(authority[authority.index(after: authority.startIndex)..<end])
            let rest = authority[authority.index(after: end)...]
            if rest.isEmpty { return (host, nil) }
            return rest.hasPrefix(":") ? (host, rest.dropFirst()) : ("", nil)
        }
        guard let colon = authority.firstIndex(of: ":") else { return (String(authority), nil) }
        return (String(authority[..<colon]), authority[authority.index(after: colon)...])
    }

    private static func isHost(_ host: String) -> Bool {
        guard !host.isEmpty else { return false }
        if host.contains(":") { return host.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." } }
        return host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }
    }

    private static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "::1" { return true }
        // Four numbers and nothing else: “127.0.0.1.example.org” is another computer.
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return numbers.count == 4 && numbers[0] == 127 && numbers.allSatisfy { $0 != nil }
    }
}
