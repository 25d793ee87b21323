import Testing

@testable import TerminalUI

@Suite("Text field")
struct TextFieldTests {
    /// Types keys, with "|" for the cursor in what comes out.
    private func result(_ start: String, _ keys: [Key]) -> String {
        var field = TextField(text: start)
        for key in keys {
            let isTaken = field.handle(.key(key))
            #expect(isTaken)
        }
        let place = field.text.index(field.text.startIndex, offsetBy: field.cursorOffset)
        return field.text[..<place] + "|" + field.text[place...]
    }

    @Test(
        "keys edit as they do in a shell",
        arguments: LineEditing.cases + [
            ("one two  ", [.control("w")], "one |"),
            ("one two", [.control("w"), .control("w"), .control("w")], "|"),
            ("one two", [.controlLeft, .character("x")], "one x|two"),
            ("one two", [.home, .controlRight], "one| two"),
        ] as [(String, [Key], String)]
    )
    func editing(_ start: String, _ keys: [Key], _ expected: String) {
        #expect(result(start, keys) == expected)
    }

    @Test("a combining mark typed after its base joins it, and the cursor stays behind both")
    func combining() {
        #expect(result("", [.character("e"), .character("\u{301}"), .character("x")]) == "e\u{301}x|")
        #expect(result("ex", [.left, .character("\u{301}"), .backspace]) == "|x")
    }

    @Test(
        "keys for others are left to them",
        arguments: [
            .enter, .tab, .backTab, .escape, .up, .down, .pageUp, .function(1), .control("c"), .alt("x"),
        ] as [Key]
    )
    func notForTheField(_ key: Key) {
        var field = TextField(text: "abc")
        let isTaken = field.handle(.key(key))
        #expect(!isTaken)
        #expect(field.text == "abc")
    }

    @Test("a mouse, a resize and signals are left to others")
    func otherEvents() {
        var field = TextField()
        let events: [InputEvent] = [
            .resumed, .hangUp, .resize(Size(columns: 1, rows: 1)),
            .mouse(MouseEvent(.press, at: Position(column: 0, row: 0))),
        ]
        for event in events {
            let isTaken = field.handle(event)
            #expect(!isTaken)
        }
    }

    @Test(
        "a paste loses its line breaks, and what could not be shown",
        arguments: [
            ("eyJ\nabc\r\ndef\n", "eyJabcdef"), ("a\u{2028}b\u{85}c", "abc"), ("a\tb", "a b"),
            ("a\u{1B}[31m", "a[31m"),
            ("ku\u{200B}eda\u{202E}", "kueda"),
        ]
    )
    func paste(_ pasted: String, _ expected: String) {
        var field = TextField()
        let isTaken = field.handle(.paste(PastedText(pasted)))
        #expect(isTaken)
        #expect(field.text == expected)
    }

    private func drawn(
        _ field: TextField,
        columns: Int,
        isFocused: Bool = true
    ) -> (line: String, cursor: Int?) {
        var surface = Surface(size: Size(columns: columns, rows: 1))
        field.draw(on: &surface, in: Rect(surface.size), isFocused: isFocused)
        #expect(surface.flaws == [])
        return (surface.lines[0], surface.cursor?.column)
    }

    @Test("the hint stands in an empty field, and the cursor before it")
    func hint() {
        let field = TextField(hint: "paste it here")
        #expect(drawn(field, columns: 20) == ("paste it here", 0))
        #expect(drawn(field, columns: 20, isFocused: false) == ("paste it here", nil))
        #expect(drawn(field, columns: 6).line == "paste…")
    }

    @Test("a long text scrolls so that the cursor is seen, and says where it goes on")
    func scrolling() {
        var field = TextField(text: "abcdefghijklmnop")
        #expect(drawn(field, columns: 8) == ("…klmnop", 7))
        let isTaken = field.handle(.key(.home))
        #expect(isTaken)
        #expect(drawn(field, columns: 8) == ("abcdefg…", 0))
        for _ in 0..<8 { _ = field.handle(.key(.right)) }
        let (line, cursor) = drawn(field, columns: 8)
        #expect(line == "…fghijk…")
        #expect(cursor == 4)
    }

    @Test(
        "the cursor stands before the character that it is at, whatever the width",
        arguments: 1...20,
        0...12
    )
    func cursorPlace(_ columns: Int, _ offset: Int) {
        var field = TextField(text: "a東b京cde\u{301}fg都hi")
        _ = field.handle(.key(.home))
        for _ in 0..<offset { _ = field.handle(.key(.right)) }
        var surface = Surface(size: Size(columns: columns, rows: 1))
        field.draw(on: &surface, in: Rect(surface.size), isFocused: true)
        #expect(surface.flaws == [])
        guard let cursor = surface.cursor else {
            Issue.record("no cursor")
            return
        }
        #expect(Rect(surface.size).contains(cursor))
        let expected = Array(field.text).map(String.init) + [" "]
        if columns >= 4 {
            #expect(surface[cursor].text == expected[offset])
        }
    }

    @Test("a changed text has the cursor at its end")
    func replaced() {
        var field = TextField(text: "abc")
        field.text = "other"
        #expect(field.cursorOffset == 5)
    }
}
