import Foundation
import Testing

@testable import INaturalist

/// JSON set out in lines.
@Suite struct RawTextTests {
    private func text(_ source: String) -> String { IndentedJSON.text(of: Array(source.utf8)) }

    @Test(
        arguments: [
            ("{}", "{}\n"), ("[ ]", "[]\n"), ("null", "null\n"), (" \"a b\" ", "\"a b\"\n"),
            (
                #"{"b":[1,2.50,-1E+05],"a":{"c":[],"d":{ }},"e":true}"#,
                """
                {
                  "b": [
                    1,
                    2.50,
                    -1E+05
                  ],
                  "a": {
                    "c": [],
                    "d": {}
                  },
                  "e": true
                }

                """
            ),
            ("[[]]", "[\n  []\n]\n"),
            ("{\n\t\"a\" :\r\n 1\n}", "{\n  \"a\": 1\n}\n"),
            (
                #"["{\"a\": [1,2]}","\\","\\\""]"#,
                "[\n  \"{\\\"a\\\": [1,2]}\",\n  \"\\\\\",\n  \"\\\\\\\"\"\n]\n"
            ),
        ]
    ) func `tokens stay as they are, each value has its line`(_ source: String, _ expected: String) {
        #expect(text(source) == expected)
    }

    @Test func `a number keeps all its digits, however many they are`() {
        let digits = "123456789012345678901234567890.12345678901234567890"
        #expect(text("[\(digits)]").contains(digits))
    }

    @Test(
        arguments: [
            ("\u{1B}[31m", #"\u001b[31m"#), ("\u{0}", #"\u0000"#), ("\u{7F}", #"\u007f"#),
            ("\u{9B}", #"\u009b"#),
            ("\u{202E}", #"\u202e"#), ("\u{2066}", #"\u2066"#), ("\u{200B}", #"\u200b"#),
            ("\u{2028}", #"\u2028"#),
            ("\u{FEFF}", #"\ufeff"#), ("\u{E0067}", #"\udb40\udc67"#), ("\t", #"\u0009"#), ("\n", #"\u000a"#),
            ("é漢👍", "é漢👍"),
        ]
    ) func `what a terminal would obey or not show is an escape`(
        _ character: String,
        _ escaped: String
    ) throws {
        let text = text("[\"a\(character)b\"]")
        #expect(text == "[\n  \"a\(escaped)b\"\n]\n")
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String]
        #expect(value?.first.map { Array($0.utf8) } == Array("a\(character)b".utf8))
    }

    @Test func `bytes that are no UTF-8 become the replacement character`() {
        #expect(IndentedJSON.text(of: [0x5B, 0x22, 0xFF, 0x22, 0x5D]) == "[\n  \"\u{FFFD}\"\n]\n")
    }
}
