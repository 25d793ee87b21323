import Testing

@testable import INaturalist

struct JSONValueTests {
    private static func parse(_ text: String) -> JSONValue? { JSONValue(parsing: Array(text.utf8)) }

    @Test(
        "Whole JSON texts are read",
        arguments: [
            "null", "true", "false", "0", "-0", "1.5", "-12.25e-3", "1E+9", "\"\"", "\"a\"", "[]", "{}",
            " [ 1 , 2 ] ",
            "{\"a\":{\"b\":[{}]}}", "\u{FEFF}{}", "\"\\u00e9\\n\\\"\"", "[[[[]]]]", "\n\t\r {} \n",
        ]
    )
    func reads(text: String) {
        #expect(Self.parse(text) != nil)
    }

    @Test(
        "Broken texts are refused",
        arguments: [
            "", " ", "nul", "tru", "falsey", "01", "-", "1.", ".5", "1e", "+1", "\"", "\"abc", "\"a\\", "[",
            "[1", "[1,",
            "[1,]", "[1 2]", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{a:1}",
            "{\"a\" 1}", "{1:1}",
            "[]]", "{} {}", "NaN", "<html>", "'a'", "[1}", "{\"a\":1]",
        ]
    )
    func refuses(text: String) {
        #expect(Self.parse(text) == nil)
    }

    @Test(
        "Every cut of a text is refused",
        arguments: [#"{"results":[{"id":12,"name":"é\u00e9","x":null},true]}"#]
    )
    func refusesCuts(text: String) {
        let bytes = Array(text.utf8)
        for count in 0..<bytes.count {
            #expect(JSONValue(parsing: Array(bytes.prefix(count))) == nil)
        }
        #expect(JSONValue(parsing: bytes) != nil)
    }

    @Test("Nesting without end is refused, not followed")
    func refusesDepth() {
        #expect(Self.parse(String(repeating: "[", count: 100_000)) == nil)
        #expect(Self.parse(String(repeating: "[", count: 201) + String(repeating: "]", count: 201)) == nil)
        #expect(Self.parse(String(repeating: "[", count: 200) + String(repeating: "]", count: 200)) != nil)
        #expect(Self.parse("[" + Array(repeating: "[[]]", count: 300).joined(separator: ",") + "]") != nil)
    }

    @Test("Absent, null and a value stay apart")
    func keepsThreeStates() throws {
        let json = try #require(Self.parse(#"{"null":null,"value":{"a":1},"text":"x"}"#))
        #expect(json["absent"] == nil)
        #expect(json["null"]?.isNull == true)
        #expect(json["value"]?["a"]?.int == 1)
        #expect(json["value"]?["b"] == nil)
        #expect(json["text"]?["a"] == nil)
    }

    @Test("A key behind nested values is found, and one inside them is not taken for it")
    func findsKeys() throws {
        let json = try #require(Self.parse(#"{"a":{"id":1,"b":[{"id":2}]},"c":[["id"]],"id":3,"id":4}"#))
        #expect(json["id"]?.int == 3)
        #expect(json.members.map(\.key) == ["a", "c", "id", "id"])
        #expect(json["c"]?.elements.first?.elements.first?.string == "id")
    }

    @Test(
        "Numbers are read from numbers and from strings",
        arguments: [
            ("12", 12, 12.0), ("\"12\"", 12, 12.0), ("-3", -3, -3.0), ("1.0", 1, 1.0), ("1e3", 1000, 1000.0),
            ("1.5", nil, 1.5), ("\"4.360086\"", nil, 4.360086), ("\"\"", nil, nil), ("\"x\"", nil, nil),
            ("true", nil, nil),
            ("null", nil, nil), ("1e999", nil, nil), ("\"nan\"", nil, nil), ("\"inf\"", nil, nil),
            ("[1]", nil, nil),
            ("99999999999999999999", nil, 1e20), ("2147483648", 2_147_483_648, 2_147_483_648.0),
        ] as [(String, Int?, Double?)]
    )
    func readsNumbers(text: String, int: Int?, double: Double?) throws {
        let json = try #require(Self.parse(text))
        #expect(json.int == int)
        #expect(json.double == double)
    }

    @Test(
        "Truth is read from truth and from its words",
        arguments: [
            ("true", true), ("false", false), ("\"true\"", true), ("\"false\"", false), ("1", nil),
            ("null", nil),
        ]
            as [(String, Bool?)]
    )
    func readsTruth(text: String, truth: Bool?) throws {
        #expect(try #require(Self.parse(text)).bool == truth)
    }

    @Test(
        "Escapes are undone, and broken ones become replacement characters",
        arguments: [
            (#""a\nb\tc\"\\\/\b\f\r""#, "a\nb\tc\"\\/\u{8}\u{C}\r"), (#""\u00e9\u00E9""#, "éé"),
            (#""\ud83e\udd94""#, "🦔"),
            (#""\ud83e""#, "\u{FFFD}"), (#""\udd94x""#, "\u{FFFD}x"), (#""\ud83e\u0041""#, "\u{FFFD}A"),
            (#""\u12""#, "\u{FFFD}12"),
            (#""\u+123""#, "\u{FFFD}+123"), (#""\x""#, "\u{FFFD}"), (#""é🦔""#, "é🦔"),
        ]
    )
    func unescapes(text: String, expected: String) throws {
        #expect(try #require(Self.parse(text)).string == expected)
    }

    @Test("Bytes that are no UTF-8 do not lose the text around them")
    func repairs() throws {
        let json = try #require(JSONValue(parsing: Array("\"a".utf8) + [0xFF] + Array("b\"".utf8)))
        #expect(json.string == "a\u{FFFD}b")
    }

    @Test("The source of a value is what stood in the text")
    func keepsSource() throws {
        let json = try #require(Self.parse(#"{"a": {"b" : [1, "x"]}, "c": "é"}"#))
        #expect(json["a"].map { String(decoding: $0.source, as: UTF8.self) } == #"{"b" : [1, "x"]}"#)
        #expect(json["c"].map { String(decoding: $0.source, as: UTF8.self) } == #""é""#)
    }
}
