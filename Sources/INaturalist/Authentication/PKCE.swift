internal import Crypto

/// The proof that who exchanges a code is who asked for it (RFC 7636), so that a code that somebody else got hold of
/// is worth nothing. Always by S256; the site takes both ways (reference 1.1).
package struct PKCE: Sendable, Hashable {
    /// What is sent with the code, and only then.
    package let verifier: Secret
    /// What is sent beforehand, through the browser: the base64url text of the verifier's SHA-256.
    package let challenge: String

    /// The challenge for a verifier of 43 to 128 characters of `[A-Za-z0-9._~-]`.
    init(verifier: Secret) {
        self.verifier = verifier
        challenge = Base64URL.encode(SHA256.hash(data: Array(verifier.exposed.utf8)))
    }

    /// A pair that was never used before.
    package static func fresh() -> PKCE { PKCE(verifier: RandomText.fresh()) }
}
