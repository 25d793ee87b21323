import Crypto

/// A JWT as `/users/api_token` hands it out: HS512, three claims at most (API reference 2.2).
struct JSONWebToken: Sendable, Hashable {
    /// The user whom the token stands for.
    let userID: Int

    /// The application, only when the token was obtained with an OAuth token.
    let applicationID: Int?

    /// When the token stops to be accepted, in seconds since 1970; nil means never.
    let expires: Int?

    /// Signs the tokens of every sandbox. It guards made-up records alone.
    private static let key = SymmetricKey(data: Array("the sandbox signs with this, and guards nothing".utf8))
    private static let header = Base64URL.encode(#"{"alg":"HS512"}"#.utf8)

    init(userID: Int, applicationID: Int?, expires: Int?) {
        self.userID = userID
        self.applicationID = applicationID
        self.expires = expires
    }

    /// The signed token. With a seven-digit user and a three-digit application it has 192 characters.
    var text: String {
        var claims = "{\"user_id\":\(userID)"
        if let applicationID { claims += ",\"oauth_application_id\":\(applicationID)" }
        if let expires { claims += ",\"exp\":\(expires)" }
        claims += "}"
        let signed = "\(Self.header).\(Base64URL.encode(claims.utf8))"
        let signature = HMAC<SHA512>.authenticationCode(for: Array(signed.utf8), using: Self.key)
        return "\(signed).\(Base64URL.encode(Array(signature)))"
    }

    /// Reads and verifies a token.
    /// - Parameters:
    ///   - text: What stood in the header.
    ///   - now: The moment at which it must still be valid; no tolerance is given.
    /// - Returns: nil for anything but a well-formed token with the right signature that has not expired.
    init?(verifying text: some StringProtocol, now: Moment) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == Self.header, let claimBytes = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2]),
            HMAC<SHA512>.isValidAuthenticationCode(
                signature,
                authenticating: Array("\(parts[0]).\(parts[1])".utf8),
                using: Self.key
            ),
            case .object(let claims)? = JSONValue(parsing: claimBytes),
            case .integer(let userID)? = claims["user_id"]
        else { return nil }
        self.userID = userID
        applicationID = if case .integer(let id)? = claims["oauth_application_id"] { id } else { nil }
        expires = if case .integer(let seconds)? = claims["exp"] { seconds } else { nil }
        if let expires, expires <= now.seconds { return nil }
    }
}
