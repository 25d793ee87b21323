import Synchronization
import Testing

@testable import TerminalUI

@Suite("Marks and matches in a table")
struct TableMarkTests {
    private struct Source: TableRowSource {
        var texts: [String]
        var marked: Set<Int> = []
        var count: Int { texts.count }
        func cell(row: Int, column: Int) -> Span { Span(texts[row], .muted) }
        func isMarked(row: Int) -> Bool { marked.contains(row) }
    }

    private func draw(
        _ source: Source,
        columns: Int = 20,
        truncation: Truncation = .ellipsis,
        alignment: TerminalUI.Alignment = .leading,
        looking: String? = nil
    ) -> Surface {
        var surface = Surface(size: Size(columns: columns, rows: source.count + 1))
        let column = TableColumn(
            id: 0,
            title: "T",
            minimum: 2,
            ideal: columns,
            alignment: alignment,
            truncation: truncation
        )
        drawTable(
            on: &surface,
            in: Rect(surface.size),
            layout: TableLayout(columns: [column], width: columns - 2),
            source: source,
            state: TableState(),
            highlight: looking.map { TextHighlight($0) }
        )
        return surface
    }

    /// What is lit in a line, with "·" for the cells between.
    private func lit(_ surface: Surface, row: Int = 1) -> String {
        var text = surface.row(row).reduce(into: "") {
            $0 += $1.style.role == .match ? $1.text : $1.isContinuation ? "" : "·"
        }
        while text.last == "·" { text.removeLast() }
        return text
    }

    @Test("a marked row has a sign before it, on whatever ground the row is")
    func marks() {
        let surface = draw(Source(texts: ["a", "b", "c"], marked: [0, 2]))
        #expect(surface.lines == [" T", "✓a", " b", "✓c"])
        #expect(surface[Position(column: 0, row: 1)].style == Style(.key, on: .selected))
        #expect(surface[Position(column: 0, row: 3)].style == Style(.key))
    }

    @Test("the sign of a mark has a twin that no sign of a state has")
    func twin() {
        let states = "◐●○".unicodeScalars.map { asciiTwin(of: $0.value) }
        #expect(!states.contains(asciiTwin(of: Glyph.mark.value)))
        #expect(asciiTwin(of: Glyph.mark.value) != UInt8(ascii: "?"))
    }

    @Test(
        "what was looked for is lit in the cell",
        arguments: [
            ("Epipactis palustris", "palu", "···········palu"),
            ("Épipactis", "epi", "·Épi"), ("e\u{301}pi", "Epi", "·e\u{301}pi"),
            ("東京 tower", "東", "·東"), ("東京 tower", "tow", "····tow"), ("a東b", "a東", "·a東"),
            ("nothing", "other", ""), ("nothing", "", ""), ("nothing", "—", ""),
        ]
    )
    func matches(_ text: String, _ looking: String, _ expected: String) {
        let surface = draw(Source(texts: [text]), columns: 30, looking: looking)
        #expect(lit(surface) == expected)
        #expect(surface.row(1).allSatisfy { $0.style.ground == .selected })
        #expect(surface.flaws == [])
    }

    @Test(
        "a match that is cut is lit as far as it is in view, and the ellipsis never is",
        arguments: [
            ("abc defghi", "defg", Truncation.ellipsis, "·····de"), ("abc defghi", "defg", .clip, "·····def"),
            ("abc defghi", "defg", .leadingEllipsis, "··defg"),
            ("abcdefghij", "abcde", .leadingEllipsis, "··e"),
            // A wide character is lit whole or not at all; its half that is cut is a blank.
            ("abcd 東京都", "東", .ellipsis, ""), ("abcd 東京都", "東", .clip, "······東"),
            ("東京都 abc", "東京都", .leadingEllipsis, "··都"), ("東京都 abcd", "東京都", .leadingEllipsis, ""),
        ]
    )
    func cut(_ text: String, _ looking: String, _ truncation: Truncation, _ expected: String) {
        let surface = draw(Source(texts: [text]), columns: 10 - 1, truncation: truncation, looking: looking)
        #expect(lit(surface) == expected, "\(surface.lines)")
        #expect(surface.flaws == [])
    }

    @Test("a match in a cell at the right stands where its text does")
    func trailing() {
        let surface = draw(Source(texts: ["12 km"]), columns: 12, alignment: .trailing, looking: "km")
        #expect(surface.lines[1] == "      12 km")
        #expect(lit(surface) == "·········km")
    }

    @Test("without anything looked for the picture is the same cell for cell")
    func same() {
        let source = Source(texts: ["Epipactis", "palustris 東京"])
        #expect(draw(source) == draw(source, looking: " — "))
    }

    private struct Counting: TableRowSource {
        final class Asked: Sendable { let rows = Mutex<[Int]>([]) }
        let count = 1_000_000
        let asked = Asked()
        func cell(row: Int, column: Int) -> Span { "x" }
        func isMarked(row: Int) -> Bool {
            asked.rows.withLock { $0.append(row) }
            return false
        }
    }

    @Test("of a million rows those in view are asked for their mark, once each")
    func window() {
        let source = Counting()
        var surface = Surface(size: Size(columns: 80, rows: 24))
        let column = TableColumn(id: 0, title: "T", minimum: 2, ideal: 20)
        drawTable(
            on: &surface,
            in: Rect(surface.size),
            layout: TableLayout(columns: [column], width: 78),
            source: source,
            state: TableState(selected: 500_000, top: 500_000)
        )
        #expect(source.asked.rows.withLock { $0 } == Array(500_000..<500_023))
    }
}
