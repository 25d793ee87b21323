import SecretMemory
import TestSupport
import Testing

@testable import TerminalUI

@Suite("Secret field")
struct SecretFieldTests {
    /// Types keys, with "|" for the cursor in what comes out.
    private func result(_ start: String, _ keys: [Key]) -> String {
        var field = SecretField(SecretBytes(start))
        for key in keys {
            let isTaken = field.handle(.key(key))
            #expect(isTaken)
        }
        let text = field.secret.exposed
        let place = text.index(text.startIndex, offsetBy: field.cursorOffset)
        return text[..<place] + "|" + text[place...]
    }

    @Test(
        "keys edit as they do in a field that shows its text",
        arguments: LineEditing.cases + [
            ("ex", [.left, .character("\u{301}"), .backspace], "|x")
        ] as [(String, [Key], String)]
    )
    func editing(_ start: String, _ keys: [Key], _ expected: String) {
        #expect(result(start, keys) == expected)
    }

    @Test("it tells nothing of its words")
    func words() {
        #expect(result("one two", [.control("w")]) == "|")
        #expect(result("one two", [.home, .controlRight]) == "one two|")
    }

    @Test("it keeps a password as it is, but for controls and line breaks")
    func paste() {
        var field = SecretField()
        let isTaken = field.handle(.paste(PastedText("p\u{A0}a\u{200B}s\r\ns\u{2028}\u{85}\u{1B}")))
        #expect(isTaken)
        #expect(field.secret == SecretBytes("p\u{A0}a\u{200B}ss"))
    }

    @Test("bytes that are no text become marks, so that what is kept is text")
    func brokenPaste() {
        var field = SecretField()
        _ = field.handle(.paste(PastedText(SecretBytes([0x61, 0xFF, 0x62]))))
        #expect(field.secret == SecretBytes("a\u{FFFD}b"))
    }

    @Test("a paste goes where the cursor is")
    func pasteInside() {
        var field = SecretField(SecretBytes("ad"))
        _ = field.handle(.key(.left))
        _ = field.handle(.paste(PastedText("bc")))
        #expect(field.secret == SecretBytes("abcd"))
        #expect(field.cursorOffset == 3)
    }

    @Test(
        "keys for others are left to them",
        arguments: [.enter, .tab, .backTab, .escape, .up, .down, .control("c"), .alt("x")] as [Key]
    )
    func notForTheField(_ key: Key) {
        var field = SecretField(SecretBytes("abc"))
        let isTaken = field.handle(.key(key))
        #expect(!isTaken)
        #expect(field.secret == SecretBytes("abc"))
    }

    @Test("a secret that is set has the cursor at its end, and one that is cleared is nothing")
    func replaced() {
        var field = SecretField(SecretBytes("abc"))
        field.secret = SecretBytes("other")
        #expect(field.cursorOffset == 5)
        field.secret = .empty
        #expect(field.isEmpty)
        #expect(field.cursorOffset == 0)
        #expect(field == SecretField())
    }

    @Test("no description or dump shows it, nor that of the form it is in")
    func redacted() {
        let field = SecretField(SecretBytes("correct horse"))
        let element = FormElement(1, label: "Password", .secret(field))
        let event = InputEvent.paste(PastedText("correct horse"))
        for holder in [field, element, Form([element], focus: 1), event, [event]] as [any Sendable] {
            var dumped = ""
            dump(holder, to: &dumped)
            for text in ["\(holder)", String(reflecting: holder), dumped] { #expect(!text.contains("horse")) }
        }
    }

    private func drawn(_ field: SecretField, isFocused: Bool = true) -> (line: String, cursor: Int?) {
        var surface = Surface(size: Size(columns: 10, rows: 1))
        field.draw(on: &surface, in: Rect(surface.size), isFocused: isFocused)
        #expect(surface.flaws == [])
        return (surface.lines[0], surface.cursor?.column)
    }

    @Test("the hint stands in an empty field, and the cursor before it")
    func hint() {
        let field = SecretField(hint: "paste it here")
        #expect(drawn(field) == ("paste it …", 0))
        #expect(drawn(field, isFocused: false) == ("paste it …", nil))
    }

    @Test(
        "it shows a point for each character, and never more than the field holds",
        arguments: [9, 10, 11, 40, 5000]
    )
    func long(_ length: Int) {
        var field = SecretField(SecretBytes(String(repeating: "s", count: length)))
        #expect(drawn(field) == (String(repeating: "•", count: 9), 9))
        let isTaken = field.handle(.key(.home))
        #expect(isTaken)
        #expect(drawn(field).cursor == 0)
        #expect(drawn(field, isFocused: false).cursor == nil)
    }

    @Test("a short secret has its cursor where it is typed, whatever its characters are made of")
    func short() {
        var field = SecretField(SecretBytes("ae\u{301}東"))
        let isTaken = field.handle(.key(.left))
        #expect(isTaken)
        #expect(drawn(field) == ("•••", 2))
    }

    @Test("a secret takes as many bytes as its limit and no more, typed or pasted, and says so")
    func limit() {
        let full = SecretBytes(String(repeating: "s", count: LineEdit.limit))
        var typed = SecretField()
        for _ in 0..<LineEdit.limit { _ = typed.handle(.key(.character("s"))) }
        #expect(typed.secret == full)
        #expect(!typed.isFull)
        var pasted = SecretField()
        _ = pasted.handle(.paste(PastedText(String(repeating: "s", count: 20_000))))
        #expect(pasted.secret == full)
        #expect(pasted.isFull)
        for key in [Key.character("t"), .home, .character("é")] {
            let isTaken = typed.handle(.key(key))
            #expect(isTaken)
            #expect(typed.secret == full)
            #expect(typed.isFull)
        }
        #expect(typed.cursorOffset == 0)
        var surface = Surface(size: Size(columns: 60, rows: 1))
        typed.draw(on: &surface, in: Rect(surface.size), isFocused: true)
        #expect(surface.flaws == [])
        #expect(surface.lines[0].hasSuffix("•  full: the rest is left out"))
        _ = typed.handle(.key(.delete))
        #expect(!typed.isFull)
        #expect(typed.secret.count == LineEdit.limit - 1)
    }

    @Test("nothing that comes after what had no room is taken")
    func cutBetweenScalars() {
        var field = SecretField(SecretBytes(String(repeating: "s", count: LineEdit.limit - 1)))
        _ = field.handle(.paste(PastedText("éa")))
        #expect(field.secret.count == LineEdit.limit - 1)
        #expect(field.isFull)
    }

    @Test(
        "it keeps the same text as a field that shows it, whatever is typed",
        arguments: 1...40 as ClosedRange<UInt64>
    )
    func likeTextField(_ seed: UInt64) {
        var numbers = SeededGenerator(seed: seed)
        var (secret, text) = (SecretField(), TextField())
        let keys: [Key] = [
            .character("a"), .character("東"), .character("e"), .character("\u{301}"), .character("🇨🇭"),
            .character("한"), .left, .right, .backspace, .delete,
        ]
        for _ in 0..<300 {
            let key = keys[Int.random(in: keys.indices, using: &numbers)]
            // A field that is read takes no mark without a base, nor a fourth one.
            if key == .character("\u{301}"), text.textBeforeCursor.last != "e" { continue }
            _ = secret.handle(.key(key))
            _ = text.handle(.key(key))
            #expect(secret.secret == SecretBytes(text.text))
            #expect(secret.cursorOffset == text.cursorOffset)
            #expect(secret.length == text.text.count)
        }
    }

    @Test("bytes that are no text are gone through one by one")
    func noText() {
        var field = SecretField(SecretBytes([0x61, 0xFF, 0xC3]))
        #expect(field.length == 3)
        _ = field.handle(.key(.left))
        #expect(field.cursorOffset == 2)
        _ = field.handle(.key(.backspace))
        #expect(field.secret == SecretBytes([0x61, 0xC3]))
        #expect(field.cursorOffset == 1)
    }
}
