import TestSupport
import Testing

@testable import Curses

@Suite("A frame is said with fewer bytes")
struct FrameReducerTests {
    private func reduced(_ text: String) -> String {
        var reducer = FrameReducer()
        var bytes = Array(text.utf8)
        reducer.reduce(&bytes, from: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "Only what changes what is seen is said",
        arguments: [
            // Both colours are set again where one changes.
            (
                "\u{1B}[38;5;80m\u{1B}[48;5;238ma\u{1B}[38;5;114m\u{1B}[48;5;238mb\u{1B}[39;49m\u{1B}(B\u{1B}[m",
                "\u{1B}[38;5;80;48;5;238ma\u{1B}[38;5;114mb\u{1B}[m"
            ),
            // A blank shows no foreground.
            ("\u{1B}[31ma\u{1B}[39m\u{1B}(B\u{1B}[m  \u{1B}[31mb\u{1B}[m", "\u{1B}[31ma  b\u{1B}[m"),
            // It does show an underline, a reversed and another ground.
            ("a\u{1B}[4m \u{1B}[m", "a\u{1B}[4m \u{1B}[m"),
            ("a\u{1B}[7m \u{1B}[m", "a\u{1B}[7m \u{1B}[m"),
            ("a\u{1B}[44m \u{1B}[m", "a\u{1B}[44m \u{1B}[m"),
            // Erasing and scrolling leave the ground behind.
            ("\u{1B}[44ma\u{1B}[49m\u{1B}[K", "\u{1B}[44ma\u{1B}[m\u{1B}[K"),
            ("\u{1B}[44ma\u{1B}[49m\n", "\u{1B}[44ma\u{1B}[m\n"),
            ("\u{1B}[31ma\u{1B}[39m\u{1B}[K\u{1B}[31mb\u{1B}[m", "\u{1B}[31ma\u{1B}[Kb\u{1B}[m"),
            // Moving does not.
            ("\u{1B}[31ma\u{1B}[m\u{1B}[5;7H\u{1B}[31mb\u{1B}[m", "\u{1B}[31ma\u{1B}[5;7Hb\u{1B}[m"),
            ("\u{1B}[12;1Ha\u{1B}[1;11Hb", "\u{1B}[12Ha\u{1B}[1;11Hb"),
            // Bold and dim end together.
            ("\u{1B}[1;2ma\u{1B}[22;1mb\u{1B}[m", "\u{1B}[1;2ma\u{1B}[0;1mb\u{1B}[m"),
            ("\u{1B}[38:2::1:2:3ma\u{1B}[m", "\u{1B}[38:2::1:2:3ma\u{1B}[m"),
            ("\u{1B}[48;2;1;2;3ma\u{1B}[m", "\u{1B}[48;2;1;2;3ma\u{1B}[m"),
            ("\u{1B}[0;10;1ma\u{1B}[0;10m", "\u{1B}[1ma\u{1B}[m"),
            // What is unknown passes as it is, and what follows does not lean on it.
            ("\u{1B}[73ma\u{1B}[mb", "\u{1B}[73m\u{1B}[ma" + "b"),
            ("\u{1B}[?25l\u{1B}[2;5r", "\u{1B}[?25l\u{1B}[2;5r"),
            ("", ""),
        ]
    )
    func reduces(frame: String, expected: String) {
        #expect(reduced(frame) == expected)
    }

    @Test("The screen is the same, whatever ncurses says", arguments: 0..<60)
    func sameScreen(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "a", "b", " ", "  ", "é", "\u{1B}[m", "\u{1B}[39;49m", "\u{1B}(B", "\u{1B}[1m", "\u{1B}[2m",
            "\u{1B}[4m",
            "\u{1B}[7m", "\u{1B}[22m", "\u{1B}[24m", "\u{1B}[27m", "\u{1B}[31m", "\u{1B}[38;5;80m",
            "\u{1B}[38;5;114m",
            "\u{1B}[48;5;238m", "\u{1B}[44m", "\u{1B}[49m", "\u{1B}[39m", "\u{1B}[K", "\u{1B}[3X",
            "\u{1B}[2;3H",
            "\u{1B}[0;1;38;5;9m",
        ]
        var reducer = FrameReducer()
        var before = SeenCells()
        var after = SeenCells()
        for _ in 0..<20 {
            let frame = Array((0..<40).map { _ in pieces.randomElement(using: &generator)! }.joined().utf8)
            var shorter = frame
            reducer.reduce(&shorter, from: 0)
            #expect(shorter.count <= frame.count)
            before.draw(frame)
            after.draw(shorter)
        }
        #expect(before == after)
    }
}

/// What one sees of a stream: characters with their looks, erasures with their ground, moves as they are.
private struct SeenCells: Equatable {
    var seen: [String] = []
    private var look = Rendition()

    static func == (left: SeenCells, right: SeenCells) -> Bool {
        left.seen == right.seen && left.look == right.look
    }

    mutating func draw(_ bytes: [UInt8]) {
        var text = Substring(String(decoding: bytes, as: UTF8.self))
        while let character = text.popFirst() {
            if character == " " {
                let isPlain = look.looksAlikeOnBlanks(Rendition(background: look.background))
                seen.append(
                    isPlain ? "blank \(look.background)" : "blank \(look.background) \(look.attributes)"
                )
            } else if character != "\u{1B}" {
                seen.append("\(character) \(look)")
            } else if text.hasPrefix("(B") {
                text.removeFirst(2)
            } else {
                guard let end = text.dropFirst().firstIndex(where: \.isLetter) else { return }
                let parameters = text[..<end].dropFirst()
                switch text[end] {
                case "m":
                    let numbers = parameters.split(separator: ";").compactMap { Int($0) }
                    let isKnown = look.apply(numbers.isEmpty ? [0] : numbers, usesColons: false)
                    #expect(isKnown)
                case "H":
                    seen.append("move \(parameters.hasSuffix(";1") ? parameters.dropLast(2) : parameters)")
                default: seen.append("erase \(text[end]) \(look.background)")
                }
                text = text[text.index(after: end)...]
            }
        }
    }
}
