package import FoundationEssentials

/// A JSON Web Token, which iNaturalist calls `api_token`, with the claims that can be read without its key.
///
/// Nothing here verifies the signature: only the server can. The claims tell who the token says it is for,
/// and when it ends; the server proves it.
package struct JWT: Sendable, Hashable {
    /// The token.
    package let text: Secret
    /// The claim `user_id`; nil in an application's token.
    package let userID: Int?
    /// The claim `exp`, moved into the years 1970 to 9999.
    package let expiry: Date?
    /// The claim `oauth_application_id`: there only when the token was bought with an OAuth token.
    package let applicationID: Int?
    /// The header's `alg`; iNaturalist signs with HS512.
    package let algorithm: String

    /// Reads a token's header and claims.
    ///
    /// - Parameter text: three base64url parts with dots between them, nothing around them.
    /// - Throws: ``TokenTextError`` when a part is not base64url, or the header or the claims are not JSON
    ///   objects.
    package init(text: Secret) throws(TokenTextError) {
        let parts = text.exposed.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .dotsInTheWrongPlaces(parts: parts.count) }
        guard
            let headerBytes = Base64URL.decode(parts[0]),
            let header = JSONValue(parsing: headerBytes),
            let algorithm = header["alg"]?.string
        else { throw .unreadableHeader }
        guard
            let claimBytes = Base64URL.decode(parts[1]),
            let claims = JSONValue(parsing: claimBytes),
            claims.isObject
        else { throw .unreadableClaims }
        guard !parts[2].isEmpty, Base64URL.decode(parts[2]) != nil else { throw .unreadableSignature }
        self.text = text
        self.algorithm = algorithm
        self.userID = claims["user_id"]?.int
        self.expiry = claims["exp"]?.double.map { Date(boundedSince1970: $0) }
        self.applicationID = claims["oauth_application_id"]?.int
    }

    /// How many characters the token has.
    package var length: Int { text.length }

    /// Seconds until the token ends, negative once it has; nil when the token does not say.
    package func secondsLeft(at now: Date) -> TimeInterval? {
        expiry.map { $0.timeIntervalSince(now) }
    }

    /// Whether the token says that it has ended. The servers allow no tolerance (reference 2.4).
    package func isExpired(at now: Date) -> Bool {
        (secondsLeft(at: now) ?? 1) <= 0
    }
}
