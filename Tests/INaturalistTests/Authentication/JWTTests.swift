import FoundationEssentials
import Testing

@testable import INaturalist

struct JWTTests {
    @Test("The claims are read without the key")
    func readsClaims() throws {
        let claims = #"{"user_id":1234567,"oauth_application_id":321,"exp":1700086400}"#
        let token = try JWT(text: Secret(TokenSamples.jwt(claims: claims)))
        #expect(token.userID == 1_234_567)
        #expect(token.applicationID == 321)
        #expect(token.expiry == Date(timeIntervalSince1970: 1_700_086_400))
        #expect(token.algorithm == "HS512")
        #expect(token.length == token.text.exposed.count)
    }

    @Test(
        "A token is expired from its second on, without tolerance",
        arguments: [(-1.0, false), (0, true), (1, true)]
    )
    func expires(offset: Double, isExpired: Bool) throws {
        let token = try TokenSamples.parsedJWT(expiry: 1_700_000_000)
        let moment = Date(timeIntervalSince1970: 1_700_000_000 + offset)
        #expect(token.isExpired(at: moment) == isExpired)
        #expect(token.secondsLeft(at: moment) == -offset)
    }

    @Test("A token that tells no end is not expired")
    func hasNoEnd() throws {
        let token = try TokenSamples.parsedJWT(expiry: nil)
        #expect(!token.isExpired(at: .distantFuture))
        #expect(token.secondsLeft(at: .distantFuture) == nil)
    }

    @Test(
        "An end that no calendar knows is moved to one that can be counted with and shown",
        arguments: [
            ("1e308", "9999-12-31T23:59:59Z"), ("\"1e308\"", "9999-12-31T23:59:59Z"),
            ("1e999", nil), ("\"nan\"", nil), ("\"inf\"", nil),
            ("99999999999999999999", "9999-12-31T23:59:59Z"),
            // Milliseconds, as a program may have it.
            ("1790000000000", "9999-12-31T23:59:59Z"),
            ("-1e308", "1970-01-01T00:00:00Z"), ("-1", "1970-01-01T00:00:00Z"),
            ("0", "1970-01-01T00:00:00Z"),
        ]
    )
    func boundsEnd(claim: String, end: String?) throws {
        let text = TokenSamples.jwt(claims: #"{"user_id":1234567,"exp":\#(claim)}"#)
        let token = try JWT(text: Secret(text))
        #expect(token.expiry?.formatted(.iso8601) == end)
        let now = Date(timeIntervalSince1970: 1_790_000_000)
        #expect(token.isExpired(at: now) == (end?.hasPrefix("1970") == true))
        #expect(PastedToken.jwt(token).summary(at: now).hasPrefix("JWT · user 1234567 · "))
        let client = INaturalistClient(addresses: .iNaturalist, now: { now })
        #expect((client.renewalDate(of: token) == nil) == (end == nil))
    }

    @Test(
        "A date that no calendar knows is told as one of the first or the last years",
        arguments: [-1e308, 1e308]
    )
    func tellsAnyDate(seconds: Double) {
        let date = Date(timeIntervalSince1970: seconds)
        #expect(CivilDate.minute(of: date).hasPrefix(CivilDate.day(of: date)))
    }

    @Test("The header of every iNaturalist token starts as documented")
    func startsAsDocumented() {
        #expect(TokenSamples.jwt().hasPrefix("eyJhbGciOiJIUzUxMiJ9."))
    }

    @Test(
        "Base64 for addresses is decoded as RFC 4648 says",
        arguments: [
            ("", ""), ("Zg", "f"), ("Zg==", "f"), ("Zm8", "fo"), ("Zm9v", "foo"), ("Zm9vYg", "foob"),
            ("Zm9vYmE", "fooba"), ("Zm9vYmFy", "foobar"), ("w7_Dvw", "ÿÿ"),
        ]
    )
    func decodesBase64(text: String, expected: String) {
        #expect(Base64URL.decode(Substring(text)) == Array(expected.utf8))
    }

    @Test(
        "What is no base64 for addresses is refused",
        arguments: ["a", "ab+c", "ab/c", "a b", "ä", "abcde"]
    )
    func refusesBase64(text: String) {
        #expect(Base64URL.decode(Substring(text)) == nil)
    }
}
