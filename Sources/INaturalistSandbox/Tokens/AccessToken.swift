/// An OAuth access token: it never expires, and nothing refreshes it (API reference 1.1).
struct AccessToken: Sendable, Hashable {
    /// 43 characters of the URL-safe alphabet.
    let text: String

    /// The user whom the token stands for.
    let userID: Int

    /// The application that it was issued to, which a JWT obtained with it carries.
    let applicationID: Int?

    /// What it allows, such as `write` and `login`.
    let scopes: [String]

    /// When it was issued.
    let createdAt: Moment

    /// Whether it was revoked by itself; a suspended user's tokens count as revoked besides.
    var isRevoked = false

    /// Fresh random text like Ruby's `SecureRandom.urlsafe_base64(32)`.
    static func randomText() -> String {
        var generator = SystemRandomNumberGenerator()
        return Base64URL.encode((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }
}
