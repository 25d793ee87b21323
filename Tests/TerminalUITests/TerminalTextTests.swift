import Testing

@testable import TerminalUI

@Suite("Text of a terminal")
struct TerminalTextTests {
    @Test("sanitising leaves what can be read, and nothing else", arguments: HostileText.all)
    func sanitised(_ text: HostileText) {
        // Scalars, because Swift takes a text and its decomposition for equal.
        #expect(Array(TerminalText.sanitised(text.raw).unicodeScalars) == Array(text.shown.unicodeScalars))
    }

    @Test("columns are what ncurses adds up", arguments: HostileText.all)
    func columns(_ text: HostileText) {
        #expect(TerminalText.columns(text.raw) == text.columns)
        #expect(TerminalText.columns(text.shown) == text.columns)
    }

    @Test("sanitising twice is sanitising once", arguments: HostileText.all)
    func idempotent(_ text: HostileText) {
        let once = TerminalText.sanitised(text.raw)
        #expect(Array(TerminalText.sanitised(once).unicodeScalars) == Array(once.unicodeScalars))
    }

    @Test("a surface shows exactly the sanitised text", arguments: HostileText.all)
    func written(_ text: HostileText) {
        var surface = Surface(size: Size(columns: 30, rows: 2))
        #expect(surface.write(text.raw, at: Position(column: 0, row: 0)) == text.columns)
        let line = surface.row(0).prefix(text.columns).map(\.text).joined()
        #expect(Array(line.unicodeScalars) == Array(text.shown.unicodeScalars))
        #expect(surface.flaws == [])
        #expect(surface.lines[1] == "")
    }

    @Test("no scalar of all Unicode brings a forbidden one into a text")
    func everyScalar() {
        var forbidden: [String] = []
        for value in UInt32(0)..<0x110000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = TerminalText.sanitised(String(scalar))
            let columns = TerminalText.columns(text)
            if text.unicodeScalars.contains(where: { $0.isForbidden(after: 0) }) || columns > 2
                || (columns == 0) != text.isEmpty
            {
                forbidden.append(String(value, radix: 16))
            }
        }
        #expect(forbidden == [])
    }

    @Test(
        "paragraphs are split at line breaks and sanitised",
        arguments: [
            ("", [""]), ("a", ["a"]), ("a\nb", ["a", "b"]), ("a\r\n\r\nb", ["a", "", "b"]), ("a\n", ["a"]),
            ("a\rb\u{2028}c\u{2029}d", ["a", "b", "c", "d"]), ("a\u{1B}[2J\nb\u{202E}", ["a[2J", "b"]),
        ]
    )
    func paragraphs(_ raw: String, _ lines: [String]) {
        #expect(TerminalText.sanitisedParagraphs(raw) == lines)
    }

    @Test(
        "a text is cut where its room ends",
        arguments: [
            ("Quercus", 7, Truncation.ellipsis, "Quercus"),
            ("Quercus", 6, .ellipsis, "Querc…"),
            ("Quercus", 6, .clip, "Quercu"),
            ("Quercus", 6, .leadingEllipsis, "…ercus"),
            ("Quercus", 1, .ellipsis, "…"),
            ("Quercus", 1, .clip, "Q"),
            ("Quercus", 1, .leadingEllipsis, "…"),
            ("Quercus", 0, .ellipsis, ""),
            ("Quercus", -3, .clip, ""),
            ("東京都", 6, .ellipsis, "東京都"),
            ("東京都", 5, .ellipsis, "東京…"),
            ("東京都", 4, .ellipsis, "東…"),
            ("東京都", 3, .clip, "東"),
            ("東京都", 5, .leadingEllipsis, "…京都"),
            ("東京都", 4, .leadingEllipsis, "…都"),
            ("e\u{301}e\u{301}e\u{301}", 2, .ellipsis, "e\u{301}…"),
            ("abc\u{200B}", 3, .ellipsis, "abc"),
        ]
    )
    func truncated(_ text: String, _ columns: Int, _ how: Truncation, _ expected: String) {
        #expect(TerminalText.truncated(text, to: columns, how) == expected)
    }

    @Test(
        "a text is wrapped at blanks",
        arguments: [
            ("the quick brown fox", 10, ["the quick", "brown fox"]),
            ("the quick brown fox", 9, ["the quick", "brown fox"]),
            ("the quick brown fox", 5, ["the", "quick", "brown", "fox"]),
            ("the quick", 100, ["the quick"]),
            ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
            ("a\n\nb", 5, ["a", "", "b"]),
            ("", 5, [""]),
            ("a b", 0, []),
            ("東京都港区", 4, ["東京", "都港", "区"]),
            ("in 東京都", 6, ["in 東", "京都"]),
            ("東", 1, [" "]),
            ("one   two", 5, ["one", "two"]),
        ]
    )
    func wrapped(_ text: String, _ columns: Int, _ lines: [String]) {
        #expect(TerminalText.wrapped(text, to: columns) == lines)
    }

    @Test("wrapping loses no word and keeps to the room", arguments: 1...60)
    func wrappingInvariants(_ columns: Int) {
        let text =
            "Found under an oak — Eiche, 樫の木 — near the river; see https://example.org/a/long/address too."
        let lines = TerminalText.wrapped(text, to: columns)
        #expect(lines.allSatisfy { TerminalText.columns($0) <= columns })
        if columns > 1 {
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
    }
}
