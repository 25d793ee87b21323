import Glibc
import TerminalUI
import Testing

@testable import Curses

@MainActor
@Suite("Pictures over a frame")
struct PicturePaintingTests {
    private static let picture = Picture(
        rect: Rect(column: 4, row: 2, columns: 3, rows: 2),
        lines: [Array("abc".utf8), Array("def".utf8)],
        removal: []
    )

    private func painter(_ terminal: String = "xterm-256color") throws -> CursesPainter {
        setlocale(LC_CTYPE, "C.UTF-8")
        return try CursesPainter(terminal: terminal, size: Size(columns: 20, rows: 6), theme: .dark)
    }

    private func drawn(_ picture: Picture, _ painter: CursesPainter) -> String {
        var bytes: [UInt8] = []
        painter.draw(picture, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func paint(_ text: String, row: Int, on painter: CursesPainter) -> ArraySlice<UInt8> {
        var surface = Surface(size: painter.size)
        surface.write(text, at: Position(column: 0, row: row))
        var bytes: [UInt8] = []
        painter.paint(surface, into: &bytes)
        return bytes[...]
    }

    @Test("Each line is written at its place, and the cursor is where it was")
    func lines() throws {
        let text = drawn(Self.picture, try painter())
        // ECMA-48: CUP counts from 1. DECSC and DECRC: ESC 7 and ESC 8.
        #expect(text.hasPrefix("\u{1B}7") && text.hasSuffix("\u{1B}8"))
        #expect(text.contains("\u{1B}[3;5Habc\u{1B}[4;5Hdef"))
    }

    @Test("Graphics that are shown again are taken away first, so that they do not pile up")
    func graphics() throws {
        var bytes: [UInt8] = []
        let picture = Picture(
            rect: Self.picture.rect,
            lines: [Array("KITTY".utf8)],
            removal: Array("GONE".utf8)
        )
        try painter().draw(picture, into: &bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        let gone = try #require(text.firstRange(of: "GONE"))
        let kitty = try #require(text.firstRange(of: "KITTY"))
        #expect(gone.upperBound <= kitty.lowerBound)
    }

    @Test(
        "What does not fit is not drawn",
        arguments: [(18, 2, 3, 2), (4, 5, 3, 2), (-1, 2, 3, 2), (0, 0, 21, 1), (0, 0, 0, 0)]
    )
    func outside(column: Int, row: Int, columns: Int, rows: Int) throws {
        var picture = Self.picture
        picture.rect = Rect(column: column, row: row, columns: columns, rows: rows)
        #expect(drawn(picture, try painter()).isEmpty)
    }

    @Test("A frame has touched a picture when it changed one of its rows, or everything")
    func touching() throws {
        let painter = try painter()
        #expect(painter.mayHaveTouched(Self.picture.rect, in: paint("x", row: 0, on: painter)))
        #expect(!painter.mayHaveTouched(Self.picture.rect, in: paint("y", row: 0, on: painter)))
        #expect(painter.mayHaveTouched(Self.picture.rect, in: paint("y", row: 3, on: painter)))
        #expect(
            !painter.mayHaveTouched(
                Rect(column: 0, row: 5, columns: 1, rows: 1),
                in: paint("z", row: 3, on: painter)
            )
        )
        painter.forget()
        #expect(painter.mayHaveTouched(Self.picture.rect, in: paint("z", row: 3, on: painter)))
    }

    @Test(
        "Erasing the screen is seen among other sequences",
        arguments: [
            ("\u{1B}[2J", true), ("\u{1B}[3;1Hx\u{1B}[J", true), ("\u{1B}[1;31mJ\u{1B}[K", false),
            ("J", false),
            ("\u{1B}(B\u{1B}[", false), ("\u{1B}", false), ("", false),
        ]
    )
    func erasing(text: String, erases: Bool) {
        #expect(CursesPainter.erasesScreen(Array(text.utf8)[...]) == erases)
    }
}
