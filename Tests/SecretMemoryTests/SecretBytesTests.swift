import SecretMemory
import Testing

@Suite("Bytes of a secret")
struct SecretBytesTests {
    private func bytes(_ secret: SecretBytes) -> [UInt8] { secret.withBytes { Array($0) } }

    @Test(
        "They are lent as they were given",
        arguments: [[], [0], [1, 2, 3], Array(repeating: 7, count: 5_000)]
    )
    func lent(_ given: [UInt8]) {
        let secret = SecretBytes(given)
        #expect(bytes(secret) == given)
        #expect(secret.count == given.count)
        #expect(secret.isEmpty == given.isEmpty)
    }

    @Test("Whoever fills the memory says how much of it counts")
    func filled() {
        let secret = SecretBytes(capacity: 8) { memory in
            memory.copyBytes(from: [1, 2, 3, 4])
            return 3
        }
        #expect(bytes(secret) == [1, 2, 3])
    }

    @Test("An error while the memory is filled comes through")
    func failed() {
        struct Failure: Error {}
        #expect(throws: Failure.self) {
            _ = try SecretBytes(capacity: 8) { _ in throw Failure() }
        }
    }

    @Test(
        "Putting bytes in place of others makes another secret and leaves the first alone",
        arguments: [
            (0..<0, "x", "xabcd"), (4..<4, "x", "abcdx"), (2..<2, "", "abcd"), (1..<3, "", "ad"),
            (0..<4, "", ""), (0..<4, "other", "other"), (3..<4, "xyz", "abcxyz"),
        ]
    )
    func replacing(_ range: Range<Int>, _ addition: String, _ expected: String) {
        let secret = SecretBytes("abcd")
        #expect(secret.replacing(range, with: SecretBytes(addition)).exposed == expected)
        #expect(secret.exposed == "abcd")
    }

    @Test(
        "They are equal when all bytes are, wherever the difference stands",
        arguments: [("", "a"), ("a", "aa"), ("abcd", "xbcd"), ("abcd", "abcx"), ("\u{E9}", "e\u{301}")]
    )
    func comparing(_ one: String, _ other: String) {
        #expect(SecretBytes(one) == SecretBytes(one))
        #expect(SecretBytes(one) != SecretBytes(other))
        #expect(SecretBytes(other) != SecretBytes(one))
        #expect(Set([SecretBytes(one), SecretBytes(one), SecretBytes(other)]).count == 2)
    }

    @Test("No description, dump or mirror shows them")
    func redacted() {
        let secret = SecretBytes("correct horse battery staple")
        var dumped = ""
        dump(secret, to: &dumped)
        for text in [
            "\(secret)", String(reflecting: secret), dumped, "\([secret])", "\(Optional(secret) as Any)",
        ] {
            #expect(!text.contains("horse"))
            #expect(!text.contains("28"))
        }
        #expect(Mirror(reflecting: secret).children.isEmpty)
    }

    @Test(
        "Characters begin where a person sees them begin",
        arguments: [
            ("", [0]), ("abc", [0, 1, 2, 3]), ("e\u{301}a", [0, 3, 4]), ("🇨🇭🇫🇷", [0, 8, 16]),
            ("👨\u{200D}👩\u{200D}👧x", [0, 18, 19]),
        ]
    )
    func boundaries(_ text: String, _ places: [Int]) {
        #expect(SecretBytes(text).boundaries == places)
    }

    @Test("Bytes that are no text count one each, and their scalars are marks")
    func noText() {
        let secret = SecretBytes([0x61, 0xFF, 0xC3])
        #expect(secret.boundaries == [0, 1, 2, 3])
        var scalars: [Unicode.Scalar] = []
        secret.forEachScalar { scalars.append($0) }
        #expect(scalars == ["a", "\u{FFFD}", "\u{FFFD}"])
    }
}
