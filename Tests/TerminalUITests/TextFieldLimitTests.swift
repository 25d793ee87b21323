import TestSupport
import Testing

@testable import TerminalUI

@Suite("Text field with a long text")
struct TextFieldLimitTests {
    private func drawn(
        _ field: TextField,
        columns: Int
    ) -> (line: String, cursor: Int?) {
        var surface = Surface(size: Size(columns: columns, rows: 1))
        field.draw(on: &surface, in: Rect(surface.size), isFocused: true)
        #expect(surface.flaws == [])
        return (surface.lines[0], surface.cursor?.column)
    }

    @Test("a field takes as many characters as its limit and no more, and says so")
    func limit() {
        var field = TextField()
        for _ in 0..<LineEdit.limit {
            _ = field.handle(.key(.character("a")))
            #expect(!field.isFull)
        }
        let full = String(repeating: "a", count: LineEdit.limit)
        #expect(drawn(field, columns: 40).line == "…" + String(repeating: "a", count: 38))
        for key in [Key.character("b"), .left, .character("c"), .character("東")] {
            let isTaken = field.handle(.key(key))
            #expect(isTaken)
            #expect(field.text == full)
            #expect(field.isFull)
            #expect(field.limitRemark != nil)
        }
        #expect(field.cursorOffset == LineEdit.limit - 1)
        #expect(drawn(field, columns: 100).line.hasSuffix(" full at 4,000 characters: the rest is left out"))
        #expect(drawn(field, columns: 60).line.hasSuffix(" full: the rest is left out"))
        #expect(drawn(field, columns: 12).line.hasSuffix(" full"))
        _ = field.handle(.key(.backspace))
        #expect(!field.isFull)
        #expect(field.limitRemark == nil)
        _ = field.handle(.key(.character("b")))
        #expect(!field.isFull)
        #expect(field.text.hasSuffix("aba"))
        #expect(field.text.count == LineEdit.limit)
    }

    @Test("the words about the limit name it")
    func limitWords() {
        for words in [LineEdit.limitWordings[0], LineEdit.limitRemark] {
            #expect(Int(words.filter(\.isNumber)) == LineEdit.limit)
        }
    }

    @Test("a paste beyond the limit is cut between two characters", arguments: ["a", "東", "e\u{301}", "🇨🇭"])
    func longPaste(_ character: String) {
        var field = TextField(text: "12")
        _ = field.handle(.key(.left))
        _ = field.handle(.paste(PastedText(String(repeating: character, count: 20_000))))
        // The limit is in scalars, so that nobody pastes a hundred marks over one base.
        let count = (LineEdit.limit - 2) / character.unicodeScalars.count
        #expect(field.text == "1" + String(repeating: character, count: count) + "2")
        #expect(field.cursorOffset == 1 + count)
        #expect(field.isFull)
    }

    @Test("a text that is set keeps what it has beyond the limit, and takes nothing more")
    func longText() {
        let long = String(repeating: "x", count: LineEdit.limit + 500)
        var field = TextField(text: long)
        #expect(!field.isFull)
        _ = field.handle(.key(.character("y")))
        #expect(field.text == long)
        #expect(field.isFull)
        field.text = "short"
        #expect(!field.isFull)
        _ = field.handle(.key(.character("y")))
        #expect(field.text == "shorty")
    }

    @Test(
        "keys and pastes in any order do what they do to a list of characters",
        arguments: 1...40 as ClosedRange<UInt64>
    )
    func againstCharacters(_ seed: UInt64) {
        var numbers = SeededGenerator(seed: seed)
        var field = TextField()
        // What stands on either side of the cursor; the other way to keep a text.
        var (before, after) = ("", "")
        let typed: [Character] = [
            "a", " ", "東", "e", "\u{301}", "🇨🇭", "क", "\u{94D}", "한", "\u{1100}", "\u{1161}",
        ]
        for _ in 0..<300 {
            switch Int.random(in: 0..<10, using: &numbers) {
            case 0..<6:
                let character = typed[Int.random(in: typed.indices, using: &numbers)]
                let old = field.text
                _ = field.handle(.key(.character(character)))
                let added = field.text.unicodeScalars.count - old.unicodeScalars.count
                // What could not be shown is not taken, so only its place is to be checked.
                let addition = String(String.UnicodeScalarView(Array(character.unicodeScalars).suffix(added)))
                (before, after) = Self.split(before + addition, after)
            case 6:
                _ = field.handle(.key(.backspace))
                (before, after) = Self.split(String(before.dropLast()), after)
            case 7:
                _ = field.handle(.key(.delete))
                (before, after) = Self.split(before, String(after.dropFirst()))
            case 8:
                _ = field.handle(.key(.left))
                if let last = before.last {
                    (before, after) = (String(before.dropLast()), String(last) + after)
                }
            default:
                _ = field.handle(.key(.right))
                if let first = after.first {
                    (before, after) = (before + String(first), String(after.dropFirst()))
                }
            }
            #expect(field.text.unicodeScalars.elementsEqual((before + after).unicodeScalars))
            #expect(field.cursorOffset == before.count)
        }
    }

    /// The two parts, the first grown to the end of the character that it breaks off in, counted from the start.
    private static func split(_ before: String, _ after: String) -> (String, String) {
        let place = before.unicodeScalars.count
        var (first, rest) = ("", Substring(before + after))
        while first.unicodeScalars.count < place, let character = rest.popFirst() { first.append(character) }
        return (first, String(rest))
    }

    @Test(
        "of a long text as much is seen as of its part around the cursor",
        arguments: [0, 1, 30, 2_000, 3_999]
    )
    func longDrawing(_ offset: Int) {
        let text = String((0..<LineEdit.limit).map { Character(Unicode.Scalar(0x61 + UInt8($0 % 26))) })
        var field = TextField(text: text)
        _ = field.handle(.key(.home))
        for _ in 0..<offset { _ = field.handle(.key(.right)) }
        let (line, cursor) = drawn(field, columns: 21)
        let left = offset <= 10 ? 0 : min(offset - 10, LineEdit.limit + 1 - 21)
        #expect(cursor == offset - left)
        var expected = Array(String(text.dropFirst(left).prefix(21)))
        if left > 0 { expected[0] = "…" }
        if left + 21 < LineEdit.limit { expected[20] = "…" }
        #expect(line == String(expected))
    }
}
