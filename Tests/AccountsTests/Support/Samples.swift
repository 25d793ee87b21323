import Foundation
import INaturalist

@testable import Accounts

/// Made-up people and tokens of the right shape; none of them ever opened anything.
enum Samples {
    static let wren = Account(id: 1_234_567, login: "wren", name: "Wren Halloway")
    static let tamsin = Account(id: 2_345_678, login: "tamsin")

    /// 2033-05-18 03:33:20 UTC.
    static let expiry = Date(timeIntervalSince1970: 2_000_000_000)

    static func jwtText(user: Int = 1_234_567, mark: String = "s1g") -> String {
        let header = base64URL(#"{"alg":"HS512"}"#)
        let claims = base64URL(#"{"user_id":\#(user),"exp":2000000000}"#)
        return "\(header).\(claims).\(String(repeating: mark + "-", count: 21))_z"
    }

    static func jwt(user: Int = 1_234_567, mark: String = "s1g") throws -> JWT {
        try JWT(text: Secret(jwtText(user: user, mark: mark)))
    }

    /// What somebody has who pasted a JWT.
    static func pastedJWT(mark: String = "pst") throws -> KeptTokens {
        KeptTokens(credentials: Credentials(jwt: try jwt(mark: mark)), way: .token)
    }

    /// A JWT of an application, which names no user.
    static func jwtOfNobody() throws -> JWT {
        let claims = base64URL(#"{"application":"ios","exp":2000000000}"#)
        return try JWT(text: Secret("\(base64URL(#"{"alg":"HS512"}"#)).\(claims).c2ln"))
    }

    static func tokens(of account: Account = wren, mark: String = "A") throws -> KeptTokens {
        KeptTokens(
            credentials: Credentials(
                oauth: OAuthToken(text: Secret(oauthText(mark, account)), scopes: ["write", "login"]),
                jwt: try jwt(user: account.id, mark: "sig" + mark)
            ),
            application: OAuthApplication(id: "app-\(mark)", secret: Secret("application-secret-\(mark)")),
            way: .password
        )
    }

    static func oauthText(_ mark: String, _ account: Account = wren) -> String {
        "oauth-\(mark)-\(account.login)-0123456789abcdefghijkl"
    }

    /// Every text in the tokens that nobody may see.
    static func secrets(_ tokens: KeptTokens) -> [String] {
        [
            tokens.credentials.oauth?.text.exposed, tokens.credentials.jwt?.text.exposed,
            tokens.application?.secret?.exposed,
        ].compactMap(\.self)
    }

    private static func base64URL(_ text: String) -> String {
        Data(text.utf8).base64EncodedString()
            .filter { $0 != "=" }
            .map { $0 == "+" ? "-" : $0 == "/" ? "_" : String($0) }
            .joined()
    }
}
