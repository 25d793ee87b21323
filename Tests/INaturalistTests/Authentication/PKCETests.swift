import Testing

@testable import INaturalist

struct PKCETests {
    @Test("The challenge is that of RFC 7636, appendix B")
    func challenges() {
        let pkce = PKCE(verifier: Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        #expect(pkce.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test("Verifiers are 43 allowed characters, and never the same")
    func drawsVerifiers() {
        let verifiers = (0..<200).map { _ in PKCE.fresh().verifier.exposed }
        #expect(Set(verifiers).count == 200)
        for verifier in verifiers {
            #expect(verifier.count == 43)
            #expect(verifier.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
        }
    }

    @Test(
        "Base 64 is written as RFC 4648 has it, without padding",
        arguments: [
            ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"), ("\u{3F}\u{7E}\u{3F}", "P34_"),
        ]
    )
    func encodes(text: String, encoded: String) {
        #expect(Base64URL.encode(text.utf8) == encoded)
        #expect(Base64URL.decode(encoded[...]).map { String(decoding: $0, as: UTF8.self) } == text)
    }
}
