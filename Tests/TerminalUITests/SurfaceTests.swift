import Testing

@testable import TerminalUI

@Suite("Surface")
struct SurfaceTests {
    private func surface(_ columns: Int, _ rows: Int = 1) -> Surface {
        Surface(size: Size(columns: columns, rows: rows))
    }

    @Test("a text stands where it was written, and says how many columns it took")
    func write() {
        var surface = surface(8)
        #expect(surface.write("abc", at: Position(column: 1, row: 0), style: Style(.key, on: .bar)) == 3)
        #expect(surface.lines == [" abc"])
        #expect(surface[Position(column: 3, row: 0)].style == Style(.key, on: .bar))
        #expect(surface[Position(column: 4, row: 0)].style == Style())
    }

    @Test(
        "a text is cut at its limit and at the edges of the surface",
        arguments: [
            (0, Int?.none, Truncation.ellipsis, "abcd…", 5),
            (0, 3, .ellipsis, "ab…", 3),
            (0, 3, .clip, "abc", 3),
            (0, 3, .leadingEllipsis, "…fg", 3),
            (3, nil, .ellipsis, "   a…", 2),
            (4, nil, .ellipsis, "    …", 1),
            (5, nil, .ellipsis, "", 0),
            (-2, nil, .ellipsis, "cdefg", 7),
            (-3, nil, .clip, "defg", 7),
            (-10, nil, .clip, "", 7),
            (0, 0, .ellipsis, "", 0),
            (0, -1, .clip, "", 0),
        ]
    )
    func clipping(_ column: Int, _ limit: Int?, _ how: Truncation, _ line: String, _ used: Int) {
        var surface = surface(5)
        let position = Position(column: column, row: 0)
        #expect(surface.write("abcdefg", at: position, limit: limit, truncation: how) == used)
        #expect(surface.lines == [line])
    }

    @Test("nothing is written above, below or far away", arguments: [-9, 9, Int.max, Int.min])
    func outside(_ far: Int) {
        var surface = surface(5, 2)
        surface.write("abc", at: Position(column: 0, row: far))
        surface.write("abc", at: Position(column: far, row: 0))
        #expect(surface.lines == ["", ""])
        #expect(surface[Position(column: far, row: far)] == .blank())
        #expect(surface.row(far).isEmpty)
    }

    @Test(
        "a wide character that would lie across the edge of its room is a blank",
        arguments: [
            (0, 3, Truncation.clip, "東 "), (0, 4, .clip, "東京"), (-1, 4, .clip, " 京"), (0, 1, .clip, " "),
            (0, 3, .ellipsis, "東…"), (0, 2, .ellipsis, " …"), (0, 1, .ellipsis, "…"),
        ]
    )
    func wideAtEdge(_ column: Int, _ limit: Int, _ how: Truncation, _ line: String) {
        var surface = surface(6)
        surface.fill(Rect(surface.size), with: "~", style: Style())
        surface.write("東京", at: Position(column: column, row: 0), limit: limit, truncation: how)
        let kept = surface.lines[0].prefix { $0 != "~" }
        #expect(kept == line)
        #expect(surface.flaws == [])
    }

    @Test(
        "writing over half of a wide character blanks the other half",
        arguments: [(0, "x 京都"), (1, " x京都"), (2, "東x 都"), (3, "東 x都"), (5, "東京 x")]
    )
    func overHalf(_ column: Int, _ line: String) {
        var surface = surface(6)
        surface.write("東京都", at: Position(column: 0, row: 0))
        surface.write("x", at: Position(column: column, row: 0))
        #expect(surface.lines == [line])
        #expect(surface.flaws == [])
    }

    @Test("a wide character over the halves of two blanks both")
    func wideOverTwo() {
        var surface = surface(6)
        surface.write("東京都", at: Position(column: 0, row: 0))
        surface.write("山", at: Position(column: 1, row: 0))
        #expect(surface.lines == [" 山 都"])
        #expect(surface.flaws == [])
    }

    @Test("filling over half of a wide character blanks the other half")
    func fillOverHalf() {
        var surface = surface(6, 2)
        surface.write("東京都", at: Position(column: 0, row: 0))
        surface.fill(Rect(column: 1, row: 0, columns: 2, rows: 1), with: "─", style: Style(.border))
        #expect(surface.lines[0] == " ── 都")
        #expect(surface.flaws == [])
    }

    @Test(
        "a rectangle cannot be filled with a control or a wide character",
        arguments: ["\n", "\u{1B}", "東", "\u{301}"]
    )
    func fillWithControl(_ scalar: Unicode.Scalar) {
        var surface = surface(3)
        surface.fill(Rect(surface.size), with: scalar, style: Style(.key))
        #expect(surface.lines == [""])
        #expect(surface.row(0).allSatisfy { $0.style.role == .key && $0.isBlank })
    }

    @Test("another ground leaves text and role, and both halves of a wide character look alike")
    func ground() {
        var surface = surface(6)
        surface.write("東京都", at: Position(column: 0, row: 0), style: Style(.trueFace))
        surface.setGround(.selected, in: Rect(column: 1, row: 0, columns: 2, rows: 9))
        #expect(surface.lines == ["東京都"])
        #expect(
            surface.row(0).map(\.style.ground) == [.normal, .normal, .selected, .selected, .normal, .normal]
        )
        #expect(surface.row(0).allSatisfy { $0.style.role == .trueFace })
        #expect(surface.flaws == [])
    }

    @Test("clearing and resizing leave blanks and no cursor")
    func clearing() {
        var surface = surface(4, 2)
        surface.write("abcd", at: Position(column: 0, row: 1))
        surface.cursor = Position(column: 1, row: 1)
        surface.clear()
        #expect(surface == self.surface(4, 2))
        surface.write("abcd", at: Position(column: 0, row: 1))
        surface.cursor = Position(column: 1, row: 1)
        surface.resize(to: Size(columns: 7, rows: 3))
        #expect(surface == self.surface(7, 3))
    }

    @Test("a box has a frame and a title, and keeps the ground under it")
    func box() {
        var surface = surface(12, 3)
        surface.fill(Rect(surface.size), style: Style(.text, on: .bar))
        surface.drawBox(Rect(surface.size), title: "Public face")
        #expect(surface.lines == ["┌─ Public…─┐", "│          │", "└──────────┘"])
        #expect(surface.row(0).allSatisfy { $0.style.ground == .bar })
    }

    @Test(
        "a scrollbar shows where the view is, and its ends mean the ends",
        arguments: [
            (0, 4, 16, "█░░░"), (1, 4, 16, "░█░░"), (11, 4, 16, "░░█░"), (12, 4, 16, "░░░█"),
            (99, 4, 16, "░░░█"),
            (0, 4, 4, "    "), (0, 4, 5, "███░"), (1, 4, 5, "░███"), (500_000, 4, 1_000_000, "░░█░"),
        ]
    )
    func scrollbar(_ top: Int, _ visible: Int, _ count: Int, _ expected: String) {
        var surface = surface(3, 4)
        surface.drawScrollbar(in: Rect(surface.size), top: top, visible: visible, count: count)
        let drawn = (0..<4).map { surface[Position(column: 2, row: $0)].text }.joined()
        #expect(drawn == expected)
    }

    @Test(
        "the columns that changed are found, with whole characters at both ends",
        arguments: [
            ("abcdef", "abcdef", nil), ("abcdef", "abXdef", 2..<3), ("abcdef", "XbcdeX", 0..<6),
            ("東京都", "東x 都", 2..<4), ("東x 都", "東京都", 2..<4), ("a東bcd", "ax bcd", 1..<3),
            ("xy東zz", "xyaczz", 2..<4),
        ] as [(String, String, Range<Int>?)]
    )
    func difference(_ old: String, _ new: String, _ columns: Range<Int>?) {
        var before = surface(6, 2)
        before.write(old, at: Position(column: 0, row: 1))
        var after = surface(6, 2)
        after.write(new, at: Position(column: 0, row: 1))
        #expect(after.changedColumns(inRow: 1, since: before) == columns)
        #expect(after.changedColumns(inRow: 0, since: before) == nil)
        #expect(after.changedColumns(inRow: 2, since: before) == nil)
        #expect(after.changedColumns(inRow: 1, since: surface(6, 1)) == 0..<6)
    }

    @Test("another style alone is a change too")
    func styleDifference() {
        let before = surface(6)
        var after = before
        after.setGround(.selected, in: Rect(column: 2, row: 0, columns: 3, rows: 1))
        #expect(after.changedColumns(inRow: 0, since: before) == 2..<5)
    }

    @Test("a snapshot shows blanks, styles, what the letters mean, and the cursor")
    func snapshot() {
        var surface = surface(4, 2)
        surface.write([Span("a", .key), Span("東", .trueFace)], in: Rect(surface.size))
        surface.fill(Rect(column: 0, row: 1, columns: 2, rows: 1), style: Style(.text, on: .selected))
        surface.cursor = Position(column: 1, row: 1)
        #expect(
            surface.snapshot == """
                a東 |
                    |
                --- styles
                kff.|
                AA..|
                ---
                . text on normal
                f trueFace on normal
                k key on normal
                A text on selected
                cursor at column 1, row 1

                """
        )
    }

    @Test("every style has a letter of its own in a snapshot")
    func snapshotLetters() {
        let styles = Ground.allCases.flatMap { ground in Role.allCases.map { Style($0, on: ground) } }
        var surface = surface(styles.count)
        for (column, style) in styles.enumerated() {
            surface.fill(Rect(column: column, row: 0, columns: 1, rows: 1), style: style)
        }
        let lines = surface.snapshot.split(separator: "\n")
        #expect(Set(lines[2].dropLast()).count == styles.count)
        #expect(lines.filter { $0.contains(" on ") }.count == styles.count)
    }
}
