import FoundationEssentials
import Testing

@testable import INaturalist

struct PastedTokenTests {
    private static let jwt = TokenSamples.jwt()
    private static let oauth = TokenSamples.oauth

    @Test(
        "A JWT is found in whatever people paste around it",
        arguments: [
            jwt,
            "  \(jwt)\n",
            "\"\(jwt)\"",
            "'\(jwt)'",
            "“\(jwt)”",
            "Bearer \(jwt)",
            "bearer \(jwt)",
            "Authorization: Bearer \(jwt)",
            "Authorization: \(jwt)",
            #"{"api_token":"\#(jwt)"}"#,
            #"{ "api_token" : "\#(jwt)" }"# + "\n",
            #"{"api_token":"\#(jwt.prefix(70))"# + "\n" + #"\#(jwt.dropFirst(70))"}"#,
            "\(jwt.prefix(80))\n\(jwt.dropFirst(80))",
            "\(jwt.prefix(80))\r\n  \(jwt.dropFirst(80))",
            #""api_token":"\#(jwt)""#,
            #""api_token" : "\#(jwt)","#,
            "\u{FEFF}\(jwt)\u{200B}",
            #"{"access_token":"\#(jwt)"}"#,
        ]
    )
    func findsJWT(pasted: String) throws {
        let token = try PastedToken(parsing: pasted)
        guard case .jwt(let jwt) = token else {
            Issue.record("taken for an OAuth token")
            return
        }
        #expect(jwt.text.exposed == Self.jwt)
        #expect(jwt.userID == 1_234_567)
        #expect(jwt.algorithm == "HS512")
    }

    @Test(
        "An OAuth token is found in whatever people paste around it",
        arguments: [
            oauth,
            "Bearer \(oauth)",
            "\t\"\(oauth)\"\n",
            "\(oauth.prefix(20))\n\(oauth.dropFirst(20))",
            #"{"access_token":"\#(oauth)","token_type":"Bearer","scope":"write login","created_at":1700000000}"#,
        ]
    )
    func findsOAuthToken(pasted: String) throws {
        guard case .oauth(let token) = try PastedToken(parsing: pasted) else {
            Issue.record("taken for a JWT")
            return
        }
        #expect(token.text.exposed == Self.oauth)
        #expect(token.length == 43)
    }

    @Test("The kind goes by structure, not by length", arguments: [1, 8, 43, 64, 192, 400])
    func ignoresLength(length: Int) throws {
        let token = try PastedToken(parsing: String(repeating: "a", count: length))
        #expect(token == .oauth(OAuthToken(text: Secret(String(repeating: "a", count: length)))))
    }

    @Test("The scopes of a token reply are kept")
    func keepsScopes() throws {
        let token = try PastedToken(parsing: #"{"access_token":"abc","scope":"write login"}"#)
        #expect(token == .oauth(OAuthToken(text: Secret("abc"), scopes: ["write", "login"])))
    }

    @Test(
        "What is no token is refused with its reason",
        arguments: [
            ("", TokenTextError.empty),
            (" \n\t ", .empty),
            ("\"\"", .empty),
            ("{}", .noTokenInJSON),
            (#"{"api_token":null}"#, .noTokenInJSON),
            (#"{"api_token":"#, .noTokenInJSON),
            (
                #"{"error":"You need to sign in or sign up before continuing."}"#,
                .errorInJSON(message: "You need to sign in or sign up before continuing.")
            ),
            ("<!DOCTYPE html><html></html>", .page),
            ("aaaa.bbbb", .dotsInTheWrongPlaces(parts: 2)),
            ("a.b.c.d", .dotsInTheWrongPlaces(parts: 4)),
            ("aaaa.bbbb.cccc", .unreadableHeader),
            (TokenSamples.jwt(header: #"{"typ":"JWT"}"#), .unreadableHeader),
            (TokenSamples.jwt(header: "[]"), .unreadableHeader),
            (TokenSamples.jwt(claims: "user"), .unreadableClaims),
            (TokenSamples.jwt(claims: "[1]"), .unreadableClaims),
            (TokenSamples.jwt(signature: ""), .unreadableSignature),
            (TokenSamples.jwt(signature: "a"), .unreadableSignature),
            (TokenSamples.jwt(signature: "ab+/"), .foreignCharacter("+")),
            ("hello world", .severalWords),
            ("töken", .foreignCharacter("ö")),
            ("abc\u{1B}[31m", .foreignCharacter("\u{1B}")),
        ]
    )
    func refuses(pasted: String, reason: TokenTextError) {
        #expect(throws: reason) { try PastedToken(parsing: pasted) }
    }

    @Test(
        "A refusal says what to paste and never repeats what was pasted",
        arguments: ["secret-part.of-a-token", "\(jwt).more", "a b \(oauth)"]
    )
    func tellsNothing(pasted: String) throws {
        let error = #expect(throws: TokenTextError.self) { try PastedToken(parsing: pasted) }
        let text = try #require(error).description
        #expect(!text.contains(pasted.prefix(8)))
        #expect(text.hasSuffix("."))
    }

    @Test(
        "The summary names the kind, the user and the time left",
        arguments: [
            (#"{"user_id":1234567,"exp":1700086400}"#, "JWT · user 1234567 · 24 h left"),
            (#"{"user_id":1234567,"exp":1700086280}"#, "JWT · user 1234567 · 23 h 58 min left"),
            (#"{"user_id":1,"exp":1700000600}"#, "JWT · user 1 · 10 min left"),
            (#"{"user_id":1,"exp":1700000042}"#, "JWT · user 1 · 42 s left"),
            (#"{"user_id":1,"exp":1700000000}"#, "JWT · user 1 · expired 0 s ago"),
            (#"{"user_id":1,"exp":1699990000}"#, "JWT · user 1 · expired 2 h 46 min ago"),
            (#"{"user_id":1,"exp":1699000000}"#, "JWT · user 1 · expired 11 days ago"),
            (#"{"user_id":1}"#, "JWT · user 1 · no end told"),
            (#"{"application":"ios","exp":1700000300}"#, "JWT · no user named · 5 min left"),
        ]
    )
    func summarises(claims: String, summary: String) throws {
        let token = try PastedToken(parsing: TokenSamples.jwt(claims: claims))
        #expect(token.summary(at: Date(timeIntervalSince1970: 1_700_000_000)) == summary)
    }

    @Test("The summary of an OAuth token counts its characters")
    func summarisesOAuth() throws {
        let token = try PastedToken(parsing: Self.oauth)
        #expect(token.summary(at: Date(timeIntervalSince1970: 0)) == "OAuth token, 43 characters")
    }
}
