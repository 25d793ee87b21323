package import FoundationEssentials

/// A token that a person pasted: told apart by structure, never by length.
package enum PastedToken: Sendable, Hashable {
    /// Three base64url parts whose first is a JSON header with `alg`.
    case jwt(JWT)
    /// Anything else that can be an access token.
    case oauth(OAuthToken)

    /// Reads what was pasted.
    ///
    /// Accepted around the token: the whole JSON of the token page (`{"api_token":"…"}`) or of a token reply
    /// (`{"access_token":"…"}`), quotes, `Authorization:`, `Bearer`, blanks, line breaks inside, invisible
    /// marks.
    ///
    /// - Throws: ``TokenTextError``, which says what was expected.
    package init(parsing raw: String) throws(TokenTextError) {
        var text = Self.trimmed(raw)
        guard !text.isEmpty else { throw .empty }
        var scopes: [String] = []
        // The quotes around this line of a page were trimmed with the rest.
        if text.hasPrefix("api_token\"") || text.hasPrefix("access_token\"") { text = "{\"\(text)\"}" }
        if text.hasPrefix("{") {
            (text, scopes) = try Self.tokenInJSON(text)
        } else if text.hasPrefix("<") {
            throw .page
        }
        text = Self.unwrapped(text)
        guard !text.isEmpty else { throw .empty }
        let words = text.split(whereSeparator: \.isWhitespace)
        let joined = words.joined()
        if joined.contains(".") {
            if let foreign = joined.first(where: { !Self.isTokenCharacter($0) && $0 != "." && $0 != "=" }) {
                throw .foreignCharacter(foreign)
            }
            self = .jwt(try JWT(text: Secret(joined)))
            return
        }
        // A terminal that wraps a pasted line adds line breaks, never blanks.
        guard !text.contains(where: { $0.isWhitespace && !$0.isNewline }) else { throw .severalWords }
        if let foreign = joined.first(where: { !Self.isTokenCharacter($0) }) {
            throw .foreignCharacter(foreign)
        }
        self = .oauth(OAuthToken(text: Secret(joined), scopes: scopes))
    }

    /// One line that describes the token without showing it: `JWT · user 1234567 · 23 h 58 min left`,
    /// `OAuth token, 43 characters`.
    package func summary(at now: Date) -> String {
        switch self {
        case .oauth(let token):
            return "OAuth token, \(token.length) characters"
        case .jwt(let token):
            let user = token.userID.map { "user \($0)" } ?? "no user named"
            guard let seconds = token.secondsLeft(at: now) else { return "JWT · \(user) · no end told" }
            let span = TimeSpanText.hoursAndMinutes(abs(seconds))
            return "JWT · \(user) · " + (seconds > 0 ? "\(span) left" : "expired \(span) ago")
        }
    }

    private static func tokenInJSON(_ text: String) throws(TokenTextError) -> (String, [String]) {
        // Line breaks that a terminal put inside the string make it no JSON any more.
        let oneLine = String(text.filter { !$0.isNewline })
        guard let json = JSONValue(parsing: Array(oneLine.utf8)) else { throw .noTokenInJSON }
        if let token = json["api_token"]?.string { return (token, []) }
        if let token = json["access_token"]?.string {
            return (token, json["scope"]?.string?.split(separator: " ").map(String.init) ?? [])
        }
        if let message = json["error"]?.string { throw .errorInJSON(message: message) }
        throw .noTokenInJSON
    }

    private static func unwrapped(_ raw: String) -> String {
        var text = trimmed(raw)
        for prefix in ["authorization:", "bearer"] where text.lowercased().hasPrefix(prefix) {
            let rest = text.dropFirst(prefix.count)
            // “Bearer” glued to more letters is the start of some token, not the word.
            if prefix.hasSuffix(":") || rest.first?.isWhitespace == true { text = trimmed(String(rest)) }
        }
        return text
    }

    /// Without the blanks, quotes, commas and invisible marks that come along when people copy.
    static func trimmed(_ raw: String) -> String {
        let quotes: Set<Character> = ["\"", "'", "`", "“", "”", "‘", "’", ",", ";"]
        var text = Substring(
            String(
                String.UnicodeScalarView(
                    raw.unicodeScalars.filter { $0.properties.generalCategory != .format }
                )
            )
        )
        while let first = text.first, first.isWhitespace || quotes.contains(first) { text.removeFirst() }
        while let last = text.last, last.isWhitespace || quotes.contains(last) { text.removeLast() }
        return String(text)
    }

    private static func isTokenCharacter(_ character: Character) -> Bool {
        character.isASCII
            && (character.isLetter || character.isNumber || character == "-" || character == "_")
    }
}
