import Glibc
import TerminalUI
import Testing

@testable import Curses

@MainActor
@Suite("Surfaces become bytes")
struct CursesPainterTests {
    init() {
        setlocale(LC_CTYPE, "C.UTF-8")
    }

    private func painter(
        _ terminal: String = "xterm-256color",
        _ columns: Int = 80,
        _ rows: Int = 24,
        theme: Theme = .dark,
        colours: ColourChoice = .automatic,
        isUnicode: Bool = true,
        environment: [String: String] = [:]
    ) throws -> CursesPainter {
        try CursesPainter(
            terminal: terminal,
            size: Size(columns: columns, rows: rows),
            theme: theme,
            colours: colours,
            isUnicode: isUnicode,
            environment: environment
        )
    }

    private func frame(_ painter: CursesPainter, _ surface: Surface) -> String {
        var bytes: [UInt8] = []
        painter.paint(surface, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func greeting(_ size: Size, _ text: String = "Quercus robur") -> Surface {
        var surface = Surface(size: size)
        surface.write(text, at: Position(column: 2, row: 0))
        return surface
    }

    @Test("A frame that changes nothing is no bytes at all")
    func unchanged() throws {
        let painter = try painter()
        #expect(frame(painter, greeting(painter.size)).contains("Quercus robur"))
        #expect(frame(painter, greeting(painter.size)).isEmpty)
        #expect(frame(painter, greeting(painter.size)).isEmpty)
    }

    @Test("One letter costs a few bytes")
    func oneLetter() throws {
        let painter = try painter()
        _ = frame(painter, greeting(painter.size))
        let bytes = frame(painter, greeting(painter.size, "Quercus rubur"))
        #expect(bytes.utf8.count <= 12)
        #expect(bytes.contains("u"))
    }

    @Test("The first frame takes the second screen, and a forgotten one is drawn whole again")
    func whole() throws {
        let painter = try painter()
        #expect(frame(painter, greeting(painter.size)).contains("\u{1B}[?1049h"))
        painter.forget()
        #expect(frame(painter, greeting(painter.size)).contains("Quercus robur"))
        painter.leave()
        #expect(frame(painter, greeting(painter.size)).contains("\u{1B}[?1049h"))
    }

    @Test("The cursor is hidden once, not in every frame, and shows where the surface says")
    func cursor() throws {
        let painter = try painter()
        var surface = greeting(painter.size)
        #expect(frame(painter, surface).contains("\u{1B}[?25l"))
        surface.write("x", at: Position(column: 0, row: 3))
        #expect(!frame(painter, surface).contains("\u{1B}[?25l"))
        surface.cursor = Position(column: 4, row: 5)
        let shown = frame(painter, surface)
        #expect(shown.contains("\u{1B}[?25h"))
        #expect(shown.contains("\u{1B}[6;5H"))
        surface.cursor = Position(column: 5, row: 5)
        #expect((1...8).contains(frame(painter, surface).utf8.count))
        surface.cursor = nil
        #expect(frame(painter, surface) == "\u{1B}[?25l")
    }

    @Test("A list that moves by one line is scrolled, not written again")
    func scrolls() throws {
        let painter = try painter()
        func list(from first: Int) -> Surface {
            var surface = Surface(size: painter.size)
            for row in 0..<24 {
                surface.write("observation \((first + row) * 7919)", at: Position(column: 0, row: row))
            }
            return surface
        }
        let whole = frame(painter, list(from: 100)).utf8.count
        let scrolled = frame(painter, list(from: 101))
        #expect(scrolled.utf8.count < whole / 5)
        #expect(scrolled.contains("\(124 * 7919)"))
    }

    @Test(
        "Every kind of terminal shows the text",
        arguments: ["xterm-256color", "tmux-256color", "screen-256color", "xterm", "linux", "vt100"]
    )
    func terminals(name: String) throws {
        let painter = try painter(name)
        #expect(frame(painter, greeting(painter.size)).contains("Quercus"))
    }

    @Test("A terminal that nobody knows is an error that says what to do")
    func unknownTerminal() {
        #expect(throws: TerminalError.unknown(name: "no-such-terminal")) { try painter("no-such-terminal") }
        #expect(throws: TerminalError.incapable(name: "dumb")) { try painter("dumb") }
    }

    @Test(
        "Any size is survived",
        arguments: [(1, 1), (2, 1), (1, 2), (3, 12), (300, 90), (80, 24)]
    )
    func sizes(columns: Int, rows: Int) throws {
        let painter = try painter()
        for size in [Size(columns: columns, rows: rows), Size(columns: 80, rows: 24)] {
            _ = frame(painter, greeting(painter.size, "大熊猫 Löwenzahn"))
            painter.resize(to: size)
            #expect(painter.size == size)
            // The screen may not have heard of the new size yet, or may be ahead of it.
            _ = frame(painter, greeting(Size(columns: 200, rows: 50), "大熊猫"))
            _ = frame(painter, greeting(Size(columns: 0, rows: 0)))
            var surface = Surface(size: size)
            surface.write("x", at: Position(column: size.columns - 1, row: size.rows - 1))
            #expect(frame(painter, surface).contains("x"))
        }
    }

    @Test("A frame of a million cells is one piece")
    func largeFrame() throws {
        let size = Size(columns: 1_000, rows: 1_000)
        let painter = try painter("xterm-256color", size.columns, size.rows)
        var surface = Surface(size: size)
        for row in 0..<size.rows {
            surface.write(
                String(repeating: "\(row)|", count: 1_000).prefix(1_000).description,
                at: Position(column: 0, row: row)
            )
        }
        #expect(frame(painter, surface).utf8.count > 900_000)
    }

    @Test("A wide character that is overwritten in the middle leaves no half behind")
    func wideCharacters() throws {
        let painter = try painter("vt100", 10, 2)
        var surface = greeting(painter.size, "大熊猫")
        #expect(frame(painter, surface).contains("大熊猫"))
        surface.write("x", at: Position(column: 3, row: 0))
        #expect(frame(painter, surface).contains(" x"))
        surface.write("é\u{301}", at: Position(column: 0, row: 1))
        #expect(frame(painter, surface).unicodeScalars.contains("\u{301}"))
    }

    @Test("Without Unicode there is only ASCII, column for column")
    func ascii() throws {
        let painter = try painter("vt100", 40, 2, isUnicode: false)
        let text = frame(painter, greeting(painter.size, "Löwenzahn 大 │ …"))
        #expect(text.utf8.allSatisfy { $0 < 0x80 })
        #expect(text.contains("Lowenzahn ?? | ~"))
    }

    @Test(
        "Colours are as many as the terminal has and the person wants",
        arguments: [
            ("xterm-256color", ColourChoice.automatic, [:], ColourDepth.indexed),
            ("xterm-256color", .automatic, ["NO_COLOR": "1"], .none),
            ("xterm-256color", .automatic, ["NO_COLOR": ""], .indexed),
            ("xterm-256color", .always, ["NO_COLOR": "1"], .indexed),
            ("xterm-256color", .never, [:], .none),
            ("linux", .automatic, [:], .eight), ("xterm", .automatic, [:], .eight),
            ("vt100", .always, [:], .none),
        ] as [(String, ColourChoice, [String: String], ColourDepth)]
    )
    func colours(
        terminal: String,
        choice: ColourChoice,
        environment: [String: String],
        depth: ColourDepth
    ) throws {
        let painter = try painter(terminal, colours: choice, environment: environment)
        #expect(painter.depth == depth)
        var surface = Surface(size: painter.size)
        for (row, role) in Role.allCases.enumerated() {
            for (column, ground) in Ground.allCases.enumerated() {
                surface.write(
                    "text",
                    at: Position(column: column * 8, row: row),
                    style: Style(role, on: ground)
                )
            }
        }
        let colour = /\u{1B}\[(?:\d+;)*(?:3[0-8]|4[0-8])[;m]/
        #expect(frame(painter, surface).contains(colour) == (depth != .none))
    }

    @Test("Every style of every theme has a colour pair of its own colours", arguments: Theme.all)
    func palettes(theme: Theme) throws {
        for role in Role.allCases {
            for ground in Ground.allCases {
                let painter = try painter(theme: theme)
                let style = Style(role, on: ground)
                var surface = Surface(size: painter.size)
                surface.write("x", at: Position(column: 0, row: 0), style: style)
                let text = frame(painter, surface)
                let appearance = theme.appearance(style, colours: .indexed)
                if let colour = appearance.foreground, colour.index256 >= 16 {
                    #expect(text.contains("38;5;\(colour.index256)"))
                }
                if let colour = appearance.background, colour.index256 >= 16 {
                    #expect(text.contains("48;5;\(colour.index256)"))
                }
            }
        }
    }

    @Test(
        "Terminfo's keys are known under every terminal",
        arguments: ["xterm-256color", "tmux-256color", "linux", "vt100"]
    )
    func keys(terminal: String) throws {
        let painter = try painter(terminal)
        let up = terminal == "linux" ? "\u{1B}[A" : "\u{1B}OA"
        #expect(painter.keys.match(Array(up.utf8), from: 0) == .key(.up, length: 3))
    }

    @Test(
        "What restores a terminal ends what was begun",
        arguments: ["xterm-256color", "tmux-256color", "vt100"]
    )
    func restoration(terminal: String) throws {
        let modes = try painter(terminal).modes(mouse: true)
        let restoring = String(decoding: modes.restoring, as: UTF8.self)
        #expect(modes.restoring.count < 1_024)
        #expect(!restoring.contains("$<"))
        let isOfXtermLine = terminal.hasSuffix("256color")
        for mode in ["?2026l", "?1002l", "?1006l", "?2004l", "?25h", "?1049l", "?1l"] {
            #expect(restoring.contains(mode) == isOfXtermLine || (mode == "?1l" && terminal == "vt100"))
        }
        #expect(modes.frameStart.isEmpty != isOfXtermLine)
        #expect(restoring.hasSuffix(isOfXtermLine ? "\r" : "\r\n"))
    }

    @Test(
        "Padding is no part of a sequence",
        arguments: [("\u{1B}[K$<3>", "\u{1B}[K"), ("a$<2*/>b", "ab"), ("$5", "$5"), ("$<", "$<"), ("", "")]
    )
    func padding(capability: String, expected: String) {
        #expect(Terminfo.withoutPadding(Array(capability.utf8)) == Array(expected.utf8))
    }

    @Test("The first frame lets the whole terminal scroll, whatever its size", arguments: [15, 24, 30, 100])
    func scrollingRegion(rows: Int) throws {
        let painter = try painter("xterm-256color", 100, rows)
        #expect(frame(painter, greeting(painter.size)).contains("\u{1B}[1;\(rows)r"))
    }
}
