import FoundationEssentials
import Testing

@testable import INaturalist

struct SecretTests {
    private static let text = "eyJh-very-secret-indeed-x9Qw"

    /// Everything that holds a secret, in every way to print it.
    private static func holders() throws -> [any Sendable] {
        let secret = Secret(text)
        let oauth = OAuthToken(text: secret, scopes: ["write"])
        let jwtText = Secret(TokenSamples.jwt(signature: text))
        let jwt = try JWT(text: jwtText)
        let addresses = ServerAddresses.iNaturalist
        return [
            secret, oauth, jwt, Credentials(oauth: oauth, jwt: jwt), Authorization.oauth(oauth),
            Authorization.jwt(jwt),
            PastedToken.oauth(oauth), PastedToken.jwt(jwt),
            PasswordGrant(
                username: "me",
                password: secret,
                application: OAuthApplication(id: "app", secret: secret)
            ),
            HTTPRequest.get(.api, "/v1/users/me", as: .oauth(oauth), at: addresses),
            HTTPRequest.post(.token, form: [("password", secret)], hiding: [secret], at: addresses),
        ]
    }

    @Test("No description, debug description, dump or mirror shows a secret")
    func staysHidden() throws {
        for holder in try Self.holders() {
            var dumped = ""
            dump(holder, to: &dumped)
            for text in ["\(holder)", String(reflecting: holder), String(describing: holder), dumped] {
                #expect(!text.contains("very-secret"))
            }
            #expect(!Self.leaves(Mirror(reflecting: holder)).contains { $0.contains("very-secret") })
        }
    }

    private static func leaves(_ mirror: Mirror) -> [String] {
        mirror.children.flatMap { child in
            ["\(child.value)"] + leaves(Mirror(reflecting: child.value))
        }
    }

    @Test(
        "The edges tell two tokens apart without giving one away",
        arguments: [(text, "eyJh…x9Qw"), ("", "…"), ("short", "…"), (String(repeating: "a", count: 23), "…")]
    )
    func showsEdges(text: String, edges: String) {
        #expect(Secret(text).edges == edges)
    }

    @Test(
        "A text from outside shows a mark wherever the secret stands in it",
        arguments: [
            ("pond", "no such thing", "no such thing"), ("pond", "pond", "‹secret›"),
            ("pond", "“pond” and ponds, popond", "“‹secret›” and ‹secret›s, po‹secret›"),
            ("aa", "aaa", "‹secret›a"),
            ("é大", "né大n", "n‹secret›n"), ("pond", "pon", "pon"), ("", "pond", "pond"),
        ]
    )
    func hides(secret: String, text: String, expected: String) {
        #expect(Secret(secret).hidden(in: text) == expected)
    }

    @Test("A secret counts characters as a person does", arguments: ["", "abc", "e\u{301}🇨🇭", "\r\n"])
    func counts(text: String) {
        #expect(Secret(text).length == text.count)
        #expect(Secret(text).isEmpty == text.isEmpty)
        #expect(Secret(text).exposed == text)
    }

    @Test("A form holds every byte that is no letter, digit or one of four marks as a code")
    func encodes() {
        let request = HTTPRequest.post(
            .token,
            form: [("password", Secret("a&b=c d+é%~-._/")), ("locale", Secret("en"))],
            hiding: [],
            at: .iNaturalist
        )
        #expect(request.form?.exposed == "password=a%26b%3Dc%20d%2B%C3%A9%25~-._%2F&locale=en")
    }

    @Test("The header of each identity is what both servers understand")
    func makesHeaders() throws {
        let jwt = try TokenSamples.parsedJWT()
        #expect(Authorization.anonymous.header == nil)
        #expect(Authorization.oauth(OAuthToken(text: Secret("abc"))).header?.exposed == "Bearer abc")
        #expect(Authorization.jwt(jwt).header == jwt.text)
    }

    @Test("Only a token that is there speaks")
    func authorizes() throws {
        let oauth = OAuthToken(text: Secret("abc"))
        let jwt = try TokenSamples.parsedJWT()
        #expect(Credentials().authorization(for: .anonymous) == .anonymous)
        #expect(Credentials().authorization(for: .jwt) == nil)
        #expect(Credentials(jwt: jwt).authorization(for: .oauth) == nil)
        #expect(Credentials(oauth: oauth, jwt: jwt).authorization(for: .oauth) == .oauth(oauth))
        #expect(Credentials(oauth: oauth, jwt: jwt).authorization(for: .jwt) == .jwt(jwt))
    }
}
