import SecretMemory
import Testing

@testable import Curses

@Suite("A secret is put together from the terminal's bytes")
struct SecretLineTests {
    private func line(_ text: String) -> (secret: String, events: [SecretLine.Event]) {
        var line = SecretLine()
        let events = text.utf8.compactMap { line.take($0) }
        return (line.secret.exposed, events)
    }

    @Test(
        "Keys that are no text leave nothing in it",
        arguments: [
            "pass\u{1B}[Aword", "pass\u{1B}OPword", "\u{1B}[1;5Cpassword", "passwo\u{1A}rd", "pass\tword",
            "pass\u{1B}]0;title\u{07}word", "pass\u{1B}]0;title\u{1B}\\word", "pass\u{1B}xword", "\0password",
            "pass\u{1B}[200~\u{1B}[201~word", "passe\u{7F}word", "passé\u{08}word", "wrong\u{15}password",
            "pass\u{1B}\u{1B}[Aword",
        ]
    )
    func keys(typed: String) {
        #expect(line(typed) == ("password", []))
    }

    @Test(
        "The line breaks of a paste press nothing and are left out",
        arguments: [
            ("{\n  \"a\": 1\n}", [], "{  \"a\": 1}"), ("one\r\ntwo\rthree", [], "onetwothree"),
            ("{\n}\n", [.enter], "{}"), ("\n", [], ""), ("a\u{04}\u{15}\u{08}b", [], "ab"),
        ] as [(String, [SecretLine.Event], String)]
    )
    func pasted(text: String, events: [SecretLine.Event], secret: String) {
        #expect(line("\u{1B}[200~\(text)\u{1B}[201~") == (secret, events))
    }

    @Test("Enter ends it, Ctrl-C and Ctrl-D stop it, and Ctrl-C stops a paste whose end never comes")
    func ends() {
        #expect(line("a\r").events == [.enter])
        #expect(line("a\n").events == [.enter])
        #expect(line("a\u{03}").events == [.stop])
        #expect(line("a\u{04}").events == [.stop])
        #expect(line("\u{1B}[200~a\u{03}").events == [.stop])
        #expect(line("\u{1B}[\u{03}").events == [.stop])
        #expect(line("\u{1B}\r").events == [.enter])
    }

    @Test("The Escape key by itself takes no letter with it")
    func escape() {
        var line = SecretLine()
        #expect(line.take(0x1B) == nil)
        #expect(line.isAfterEscape)
        line.endEscape()
        #expect(line.take(UInt8(ascii: "a")) == nil)
        #expect(line.secret == SecretBytes("a"))
    }

    @Test(
        "An object is open until its braces balance, those in its texts left out",
        arguments: [
            ("", false), ("password", false), ("pass{word", false), ("{", true), ("  {", true),
            (#"{"api_token":"#, true), (#"{"a":"}""#, true), (#"{"a":"\"}"}"#, false), ("{}", false),
            ("{{}", true), ("}{", false),
        ]
    )
    func objects(text: String, isOpen: Bool) {
        var line = SecretLine()
        for byte in text.utf8 { _ = line.take(byte) }
        #expect(line.isOpenObject == isOpen)
    }
}
