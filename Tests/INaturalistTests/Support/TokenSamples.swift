import FoundationEssentials

@testable import INaturalist

/// Tokens of the right shape, made here; none of them ever opened anything.
enum TokenSamples {
    static let oauth = "0123456789abcdefghijklmnopqrstuvwxyz-_ABCDE"
    static let signature = String(repeating: "s1g-", count: 21) + "_z"

    static func jwt(
        header: String = #"{"alg":"HS512"}"#,
        claims: String = #"{"user_id":1234567,"exp":2000000000}"#,
        signature: String = signature
    ) -> String {
        "\(base64URL(header)).\(base64URL(claims)).\(signature)"
    }

    static func parsedJWT(userID: Int = 1_234_567, expiry: Int? = 2_000_000_000) throws -> JWT {
        let claims = expiry.map { #"{"user_id":\#(userID),"exp":\#($0)}"# } ?? #"{"user_id":\#(userID)}"#
        return try JWT(text: Secret(jwt(claims: claims)))
    }

    static func base64URL(_ text: String) -> String {
        Data(text.utf8).base64EncodedString()
            .filter { $0 != "=" }
            .map { $0 == "+" ? "-" : $0 == "/" ? "_" : String($0) }
            .joined()
    }
}
