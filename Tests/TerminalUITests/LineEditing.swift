import TerminalUI

/// What keys do in every kind of field: the text before, the keys, and the text after with "|" for the cursor.
enum LineEditing {
    static let cases: [(String, [Key], String)] = [
        ("", [.character("a"), .character("b")], "ab|"),
        ("abc", [], "abc|"),
        ("abc", [.left, .character("x")], "abx|c"),
        ("abc", [.home, .right, .backspace], "|bc"),
        ("abc", [.control("a"), .delete], "|bc"),
        ("abc", [.control("a"), .backspace], "|abc"),
        ("abc", [.control("a"), .control("e")], "abc|"),
        ("abc", [.end, .delete], "abc|"),
        ("abc", [.left, .left, .control("k")], "a|"),
        ("abc", [.left, .control("u")], "|c"),
        ("e\u{301}a", [.left, .backspace], "|a"),
        ("👨\u{200D}👩\u{200D}👧", [.backspace], "|"),
        ("東京", [.left, .character("x")], "東x|京"),
        ("🇨🇭🇫🇷", [.backspace], "🇨🇭|"),
    ]
}
