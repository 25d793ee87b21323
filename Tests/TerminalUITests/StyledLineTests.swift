import Testing

@testable import TerminalUI

@Suite("Lines of several roles")
struct StyledLineTests {
    private let line: StyledLine = [Span("47.1°", .publicFace), Span(" or "), Span("東京", .trueFace)]

    @Test("a line takes the columns of its pieces")
    func columns() {
        #expect(line.columns == 13)
        #expect(line.text == "47.1° or 東京")
    }

    @Test(
        "cutting keeps the role of what is left",
        arguments: [
            (13, Truncation.ellipsis, "47.1° or 東京", "ppppp....tttt"),
            (12, .ellipsis, "47.1° or 東…", "ppppp....ttt"),
            (11, .ellipsis, "47.1° or …", "ppppp....tt"),
            (9, .ellipsis, "47.1° or…", "ppppp...."),
            (5, .ellipsis, "47.1…", "ppppp"),
            (4, .clip, "47.1", "pppp"),
            (7, .leadingEllipsis, "…r 東京", ".......".replacing(last: 4, with: "t")),
            (4, .leadingEllipsis, "… 京", "tttt"),
        ]
    )
    func truncation(_ columns: Int, _ how: Truncation, _ text: String, _ roles: String) {
        var surface = Surface(size: Size(columns: 20, rows: 1))
        surface.write(line, in: Rect(column: 0, row: 0, columns: columns, rows: 1), truncation: how)
        let letters: [Role: Character] = [.text: ".", .publicFace: "p", .trueFace: "t"]
        let found = surface.row(0).prefix(columns).map { letters[$0.style.role] ?? "?" }
        #expect(surface.lines[0].filter { $0 != " " } == text.filter { $0 != " " })
        #expect(String(found) == roles)
        #expect(surface.flaws == [])
    }

    @Test(
        "a line stands where its alignment says",
        arguments: [(Alignment.leading, "ab"), (.center, "  ab"), (.trailing, "    ab")]
    )
    func alignment(_ alignment: Alignment, _ expected: String) {
        var surface = Surface(size: Size(columns: 6, rows: 1))
        let used = surface.write("ab", in: Rect(surface.size), alignment: alignment)
        #expect(used == 2)
        #expect(surface.lines == [expected])
    }

    @Test("a piece that only just does not fit is announced by an ellipsis")
    func fullRoom() {
        var surface = Surface(size: Size(columns: 4, rows: 1))
        surface.write([Span("abcd", .key), Span("e", .failure)], in: Rect(surface.size))
        #expect(surface.lines == ["abc…"])
        #expect(surface.row(0).allSatisfy { $0.style.role == .key })
    }

    @Test("an empty piece at the end cuts nothing")
    func emptyEnd() {
        var surface = Surface(size: Size(columns: 4, rows: 1))
        surface.write([Span("abcd", .key), Span("\u{200B}", .failure)], in: Rect(surface.size))
        #expect(surface.lines == ["abcd"])
    }

    @Test("wrapping keeps roles and indents every line but the first")
    func wrapping() {
        let wrapped = ([Span("place ", .muted), Span("near the old oak tree")] as StyledLine).wrapped(
            to: 14,
            indent: 6
        )
        #expect(wrapped.map(\.text) == ["place near the", "      old oak", "      tree"])
        #expect(wrapped[0].spans.first == Span("place ", .muted))
        #expect(wrapped[1].spans.last == Span("old oak"))
    }
}

extension String {
    fileprivate func replacing(last count: Int, with letter: Character) -> String {
        dropLast(count) + String(repeating: letter, count: count)
    }
}
