import TestBrowser
import Testing

@testable import INaturalistSandbox

struct JSONWebTokenTests {
    private let now = Moment(seconds: 1_700_000_000)

    @Test("A seven-digit user and a three-digit application make 192 characters")
    func length() {
        let token = JSONWebToken(userID: 1_234_567, applicationID: 123, expires: 1_700_086_400).text
        #expect(token.utf8.count == 192)
        #expect(token.hasPrefix("eyJhbGciOiJIUzUxMiJ9."))
        #expect(token.split(separator: ".").count == 3)
    }

    @Test("Without an application it is shorter")
    func lengthWithoutApplication() {
        let token = JSONWebToken(userID: 1_234_567, applicationID: nil, expires: 1_700_086_400).text
        #expect((148...156).contains(token.utf8.count))
    }

    @Test("What was signed is read back", arguments: [nil, 123])
    func roundTrip(application: Int?) throws {
        let token = JSONWebToken(userID: 42, applicationID: application, expires: 1_700_000_001)
        #expect(try #require(JSONWebToken(verifying: token.text, now: now)) == token)
    }

    @Test("A token without an expiry is accepted")
    func endless() {
        let token = JSONWebToken(userID: 42, applicationID: nil, expires: nil)
        #expect(JSONWebToken(verifying: token.text, now: now) == token)
    }

    @Test("No tolerance is given at the expiry")
    func expiry() {
        let token = JSONWebToken(userID: 42, applicationID: nil, expires: now.seconds)
        #expect(JSONWebToken(verifying: token.text, now: now) == nil)
    }

    @Test("One changed character spoils it", arguments: [0, 30, 60, -1])
    func tampering(position: Int) {
        var characters = Array(JSONWebToken(userID: 42, applicationID: 123, expires: 1_800_000_000).text)
        // The last character holds two bits that decode to nothing, so the one before it is changed instead.
        let index = position < 0 ? characters.count - 2 : position
        characters[index] = characters[index] == "A" ? "B" : "A"
        #expect(JSONWebToken(verifying: String(characters), now: now) == nil)
    }

    @Test(
        "Unsigned tokens and garbage are refused",
        arguments: ["", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "x", ".."]
    )
    func garbage(text: String) {
        #expect(JSONWebToken(verifying: text, now: now) == nil)
    }

    @Test("Base 64 for URLs goes both ways", arguments: [0, 1, 2, 3, 31, 32, 64])
    func base64(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + 251) }
        #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
    }

    @Test("OAuth tokens have 43 URL-safe characters")
    func oauthToken() {
        let text = AccessToken.randomText()
        #expect(text.utf8.count == 43)
        #expect(text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
    }
}
