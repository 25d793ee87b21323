/// Why a pasted text is no token. The text is never repeated, because it may hold most of one.
package enum TokenTextError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Nothing but blanks.
    case empty
    /// JSON, but without `api_token` or `access_token`.
    case noTokenInJSON
    /// JSON that the site sends instead of a token to a browser that is not signed in.
    case errorInJSON(message: String)
    /// An HTML page.
    case page
    /// Dots are there, but not two of them.
    case dotsInTheWrongPlaces(parts: Int)
    /// The part before the first dot is not a token's header.
    case unreadableHeader
    /// The part between the dots is not a set of claims.
    case unreadableClaims
    /// The part after the second dot is empty or holds foreign characters.
    case unreadableSignature
    /// A character that no token has.
    case foreignCharacter(Character)
    /// Several words.
    case severalWords

    /// What was expected, and what to do next.
    package var description: String {
        switch self {
        case .empty:
            "Nothing was pasted. Paste the token, or the whole page with {\"api_token\":\"…\"}."
        case .noTokenInJSON:
            """
            This is JSON, but it has neither "api_token" nor "access_token". Paste the whole page that shows \
            the token.
            """
        case .errorInJSON(let message):
            """
            This is an error message of the site (“\(message)”), not a token. Sign in there with the \
            browser, then open the token page again.
            """
        case .page:
            """
            This is a web page, not a token. Sign in with the browser, open the token page again and copy \
            the line with "api_token".
            """
        case .dotsInTheWrongPlaces(let parts):
            """
            A JWT has three parts with dots between them; this text has \(parts). Copy it again from its \
            first character to its last.
            """
        case .unreadableHeader:
            """
            This has the dots of a JWT, but its first part is not a JWT's header. Copy it again from its \
            first character, usually “eyJ”.
            """
        case .unreadableClaims:
            """
            The middle part of this JWT cannot be read. Something is missing or was changed; copy it again \
            as a whole.
            """
        case .unreadableSignature:
            "The end of this JWT is missing or was changed. Copy it again to its last character."
        case .foreignCharacter(let character):
            """
            A token has letters, digits, “-” and “_” only; this text has “\(Self.visible(character))”. Paste \
            the token alone.
            """
        case .severalWords:
            "A token is one word; this text has several. Paste the token alone."
        }
    }

    private static func visible(_ character: Character) -> String {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
            return String(character)
        }
        let category = scalar.properties.generalCategory
        let isInvisible = category == .control || category == .format || category == .unassigned
        return isInvisible ? "U+\(String(scalar.value, radix: 16, uppercase: true))" : String(character)
    }
}
