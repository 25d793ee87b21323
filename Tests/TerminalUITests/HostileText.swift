import Testing

/// A text that tries to do more than be read, and what must be left of it.
struct HostileText: Sendable, CustomTestStringConvertible {
    let name: String
    let raw: String
    let shown: String
    let columns: Int

    init(_ name: String, _ raw: String, shows shown: String, columns: Int) {
        self.name = name
        self.raw = raw
        self.shown = shown
        self.columns = columns
    }

    var testDescription: String { name }

    /// A literal cannot have them, a reply of a server can.
    private static let noncharacters: String = {
        let scalars = [0xFFFE, 0xFFFF, 0x1FFFE, 0xFDD0].compactMap { Unicode.Scalar($0 as UInt32) }
        return String(String.UnicodeScalarView(scalars))
    }()

    static let all: [HostileText] = [
        HostileText("nothing", "", shows: "", columns: 0),
        HostileText("plain text", "Quercus robur", shows: "Quercus robur", columns: 13),
        HostileText("a colour sequence", "a\u{1B}[31mb", shows: "a[31mb", columns: 6),
        HostileText("a title sequence", "\u{1B}]0;owned\u{07}x", shows: "]0;ownedx", columns: 9),
        HostileText("a clipboard sequence", "\u{1B}]52;c;aGk=\u{1B}\\", shows: "]52;c;aGk=\\", columns: 11),
        HostileText("C1 controls", "a\u{9B}2Jb\u{90}\u{85}", shows: "a2Jb", columns: 4),
        HostileText(
            "every C0 control and DEL",
            "a\u{0}\u{1}\u{7}\u{8}\u{B}\u{C}\u{E}\u{1F}\u{7F}b",
            shows: "ab",
            columns: 2
        ),
        HostileText("a bidi override", "abc\u{202E}gpj.exe\u{202C}", shows: "abcgpj.exe", columns: 10),
        HostileText(
            "bidi isolates and marks",
            "\u{2066}a\u{2069}\u{200E}\u{200F}\u{61C}b",
            shows: "ab",
            columns: 2
        ),
        HostileText(
            "zero-width characters",
            "ku\u{200B}e\u{2060}d\u{FEFF}a\u{AD}\u{34F}",
            shows: "kueda",
            columns: 5
        ),
        HostileText("joiners between Latin letters", "a\u{200D}b\u{200C}c", shows: "abc", columns: 3),
        HostileText("tags", "a\u{E0041}\u{E0042}\u{E007F}b", shows: "ab", columns: 2),
        HostileText("invisible fillers", "a\u{115F}\u{1160}\u{3164}\u{FFA0}b", shows: "ab", columns: 2),
        HostileText("annotation marks", "a\u{FFF9}b\u{FFFA}c\u{FFFB}\u{FFFC}", shows: "abc", columns: 3),
        HostileText("a line break", "two\nlines", shows: "two⏎lines", columns: 9),
        HostileText("a line break of two controls", "two\r\nlines\r", shows: "two⏎lines⏎", columns: 10),
        HostileText("line and paragraph separators", "a\u{2028}b\u{2029}c", shows: "a⏎b⏎c", columns: 5),
        HostileText(
            "a tab and other blanks",
            "a\tb\u{A0}c\u{2003}d\u{3000}e",
            shows: "a b c d e",
            columns: 9
        ),
        HostileText("a combining mark", "e\u{301}", shows: "e\u{301}", columns: 1),
        HostileText(
            "20 combining marks",
            "a" + String(repeating: "\u{301}", count: 20) + "b",
            shows: "a\u{301}\u{301}\u{301}b",
            columns: 2
        ),
        HostileText("a mark without a base", "\u{301}a", shows: "a", columns: 1),
        HostileText("a mark behind a control", "a\u{1}\u{301}b", shows: "a\u{301}b", columns: 2),
        HostileText("a mark behind a line break", "\n\u{301}b", shows: "⏎b", columns: 2),
        HostileText("CJK", "東京都", shows: "東京都", columns: 6),
        HostileText("a half-width kana", "ｱ", shows: "ｱ", columns: 1),
        HostileText(
            "decomposed Hangul",
            "\u{1112}\u{1161}\u{11AB}",
            shows: "\u{1112}\u{1161}\u{11AB}",
            columns: 2
        ),
        HostileText("a Hangul vowel after a Latin letter", "a\u{1161}b", shows: "ab", columns: 2),
        HostileText("an emoji family", "👨\u{200D}👩\u{200D}👧", shows: "👨👩👧", columns: 6),
        HostileText("an emoji with a skin tone", "👍🏽!", shows: "👍!", columns: 3),
        HostileText("a skin tone alone", "🏽", shows: "🏽", columns: 2),
        HostileText("a heart with a variation selector", "❤\u{FE0F}", shows: "❤", columns: 1),
        HostileText("more variation selectors", "葛\u{E0100}\u{180B}", shows: "葛", columns: 2),
        HostileText("Persian", "می\u{200C}خواهم", shows: "می\u{200C}خواهم", columns: 7),
        HostileText("Persian with a joiner at the end", "می\u{200C}", shows: "می", columns: 2),
        HostileText(
            "Persian with two joiners in a row",
            "می\u{200C}\u{200C}خ",
            shows: "می\u{200C}خ",
            columns: 3
        ),
        HostileText("Hindi", "क\u{94D}\u{200D}ष", shows: "क\u{94D}\u{200D}ष", columns: 2),
        HostileText(
            "Hindi with a joiner that leaves no room for its mark",
            "क\u{94D}\u{93C}\u{200D}\u{94D}",
            shows: "क\u{94D}\u{93C}\u{94D}",
            columns: 1
        ),
        HostileText("Hebrew", "שלום", shows: "שלום", columns: 4),
        HostileText("noncharacters", "a" + noncharacters + "b", shows: "ab", columns: 2),
        HostileText("an unassigned scalar", "a\u{378}b", shows: "ab", columns: 2),
        HostileText("repaired UTF-8", "a\u{FFFD}b", shows: "a\u{FFFD}b", columns: 3),
        HostileText("Latin with accents", "Åland, Zürich, Łódź", shows: "Åland, Zürich, Łódź", columns: 19),
        HostileText("Greek and Cyrillic", "Ελλάδα Россия", shows: "Ελλάδα Россия", columns: 13),
        HostileText("our own signs", "◐ ● ○ ± ° …", shows: "◐ ● ○ ± ° …", columns: 11),
    ]
}
