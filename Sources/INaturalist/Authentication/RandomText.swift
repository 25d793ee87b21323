/// Texts that nobody can guess, for the one-time values of a sign-in.
enum RandomText {
    /// 256 bits of the system's generator as 43 characters of `[A-Za-z0-9_-]`.
    static func fresh() -> Secret {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return Secret(Base64URL.encode(bytes))
    }
}
