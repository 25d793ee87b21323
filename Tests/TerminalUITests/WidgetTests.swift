import SecretMemory
import Testing

@testable import TerminalUI

@Suite("Other widgets")
struct WidgetTests {
    private let hints = [
        KeyHint(key: "Enter", title: "open"), KeyHint(key: "t", title: "identity"),
        KeyHint(key: "?", title: "help"),
        KeyHint(key: "q", title: "quit"),
    ]

    @Test(
        "hints drop out from the right, but help and quit stay",
        arguments: [
            (60, " Enter open  t identity  ? help  q quit"),
            (40, " Enter open  t identity  ? help  q quit"),
            (39, " Enter open  ? help  q quit"),
            (28, " Enter open  ? help  q quit"),
            (27, " ? help  q quit"),
            (16, " ? help  q quit"),
            (12, " ? help  q"),
        ]
    )
    func keyHints(_ columns: Int, _ expected: String) {
        var surface = Surface(size: Size(columns: columns, rows: 1))
        drawKeyHints(on: &surface, in: Rect(surface.size), hints: hints)
        #expect(surface.lines == [expected])
    }

    @Test("a button shows without colour that it has the keyboard")
    func button() {
        var surface = Surface(size: Size(columns: 20, rows: 1))
        #expect(surface.drawButton("Sign in", at: Position(column: 0, row: 0), isFocused: false) == 11)
        #expect(surface.lines == ["[ Sign in ]"])
        #expect(surface.drawButton("Sign in", at: Position(column: 0, row: 0), isFocused: true) == 11)
        #expect(surface.lines == ["[>Sign in<]"])
    }

    @Test(
        "a choice shows without colour what is chosen, and always that",
        arguments: [
            (40, 0, "(•) JWT  ( ) OAuth token", 24), (24, 1, "( ) JWT  (•) OAuth token", 24),
            (23, 1, "‹ OAuth token ›", 15),
            (8, 1, "‹ OAuth…", 8), (0, 1, "", 0), (40, 9, "( ) JWT  ( ) OAuth token", 24),
        ]
    )
    func choice(_ limit: Int, _ selected: Int, _ expected: String, _ used: Int) {
        var surface = Surface(size: Size(columns: 50, rows: 1))
        let columns = surface.drawChoice(
            ["JWT", "OAuth token"],
            selected: selected,
            at: Position(column: 0, row: 0),
            isFocused: true,
            limit: limit
        )
        #expect(columns == used)
        #expect(surface.lines == [expected])
    }

    @Test("a text view shows its window, a scrollbar, and where it is")
    func textView() {
        var view = TextView(lines: (1...9).map { StyledLine("line \($0)") })
        var surface = Surface(size: Size(columns: 12, rows: 4))
        view.draw(on: &surface, in: Rect(surface.size))
        #expect(surface.lines == ["line 1     █", "line 2     ░", "line 3     ░", "line 4     ░"])
        #expect(view.position(visible: 4) == "1–4 of 9")
        view.scroll(by: 3, visible: 4)
        #expect(view.position(visible: 4) == "4–7 of 9")
        view.scroll(by: Int.max, visible: 4)
        #expect(view.top == 5)
        view.scroll(by: Int.min, visible: 4)
        #expect(view.top == 0)
        surface.clear()
        view.draw(on: &surface, in: Rect(surface.size), showsPosition: true)
        #expect(surface.lines == ["line 1     █", "line 2     ░", "line 3     ░", "   1–3 of 9"])
    }

    @Test("a text that fits has neither scrollbar nor position")
    func shortText() {
        let view = TextView(lines: ["one", "two"], top: 7)
        var surface = Surface(size: Size(columns: 12, rows: 3))
        view.draw(on: &surface, in: Rect(surface.size), showsPosition: true)
        #expect(surface.lines == ["one", "two", ""])
        #expect(view.position(visible: 3) == "1–2 of 2")
        #expect(TextView().position(visible: 3) == "")
    }

    @Test(
        "a terminal that is too small is told so in as many words as fit",
        arguments: [
            (Size(columns: 40, rows: 3), "needed 60×16, here 40×3"),
            (Size(columns: 20, rows: 1), "needed 60×16"),
            (Size(columns: 5, rows: 5), "60×16"), (Size(columns: 3, rows: 1), "60…"),
        ]
    )
    func tooSmall(_ size: Size, _ expected: String) {
        var surface = Surface(size: size)
        drawTooSmall(on: &surface, needed: Size(columns: 60, rows: 16))
        #expect(surface.lines.contains { $0.contains(expected) })
        #expect(surface.flaws == [])
    }

    @Test("every widget survives every size, and draws inside its rectangle", arguments: everySize)
    func sizes(_ size: Size) {
        let rects = [
            Rect(size), Rect(column: -2, row: -1, columns: 9, rows: 4),
            Rect(column: 1, row: 1, columns: 500, rows: 500),
        ]
        for rect in rects {
            var surface = Surface(size: size)
            drawKeyHints(on: &surface, in: rect, hints: hints)
            drawKeyHints(on: &surface, in: rect, hints: [])
            surface.drawBox(rect, title: "東京 title")
            let view = TextView(lines: HostileText.all.map { StyledLine($0.raw) }, top: 3)
            view.draw(on: &surface, in: rect, showsPosition: true)
            view.draw(on: &surface, in: rect)
            for text in ["", "abc", String(repeating: "東e\u{301}", count: 50)] {
                TextField(text: text, hint: "東京").draw(on: &surface, in: rect, isFocused: true)
                SecretField(SecretBytes(text), hint: "東京").draw(
                    on: &surface,
                    in: rect,
                    isFocused: true
                )
            }
            surface.drawButton("東京", at: rect.origin, isFocused: true)
            surface.drawChoice(["JWT", "東京"], selected: 1, at: rect.origin, isFocused: true)
            surface.drawChoice(["JWT", "東京"], selected: 1, at: rect.origin, isFocused: true, limit: 5)
            surface.drawScrollbar(in: rect, top: 5, visible: max(1, rect.rows), count: 1000)
            surface.drawHorizontalLine(row: rect.top, from: rect.left, columns: rect.columns)
            surface.drawVerticalLine(column: rect.left, from: rect.top, rows: rect.rows)
            #expect(surface.flaws == [])
            drawTooSmall(on: &surface, needed: Size(columns: 60, rows: 16))
            #expect(surface.flaws == [])
            #expect(surface.snapshot.contains("--- styles"))
        }
    }
}
