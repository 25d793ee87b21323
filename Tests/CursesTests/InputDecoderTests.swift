import TerminalUI
import TestSupport
import Testing

@testable import Curses

@Suite("Bytes from the terminal become events")
struct InputDecoderTests {
    static let keys: [(String, Key)] = [
        ("a", .character("a")), (" ", .character(" ")), ("é", .character("é")), ("大", .character("大")),
        ("🌼", .character("🌼")),
        ("\u{01}", .control("a")), ("\u{1A}", .control("z")), ("\u{03}", .control("c")),
        ("\u{00}", .control(" ")),
        ("\u{1C}", .control("\\")), ("\u{1F}", .control("_")),
        ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{08}", .backspace),
        ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left),
        ("\u{1B}OA", .up), ("\u{1B}OB", .down), ("\u{1B}OC", .right), ("\u{1B}OD", .left),
        ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
        ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
        ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete),
        ("\u{1B}[Z", .backTab),
        ("\u{1B}OP", .function(1)), ("\u{1B}OS", .function(4)), ("\u{1B}[11~", .function(1)),
        ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)), ("\u{1B}[21~", .function(10)),
        ("\u{1B}[23~", .function(11)), ("\u{1B}[24~", .function(12)), ("\u{1B}[[A", .function(1)),
        ("\u{1B}[[E", .function(5)),
        ("\u{1B}[1;2A", .shiftUp), ("\u{1B}[1;2B", .shiftDown), ("\u{1B}[1;2C", .shiftRight),
        ("\u{1B}[1;2D", .shiftLeft),
        ("\u{1B}[1;5A", .controlUp), ("\u{1B}[1;5B", .controlDown), ("\u{1B}[1;5C", .controlRight),
        ("\u{1B}[1;5D", .controlLeft), ("\u{1B}[1;5H", .controlHome), ("\u{1B}[1;5F", .controlEnd),
        ("\u{1B}[5;5~", .pageUp), ("\u{1B}[1;3A", .up), ("\u{1B}O5C", .controlRight),
        ("\u{1B}[7^", .controlHome),
        ("\u{1B}x", .alt("x")), ("\u{1B}é", .alt("é")),
        ("\u{1B}OM", .enter), ("\u{1B}Oq", .character("1")), ("\u{1B}Ok", .character("+")),
        ("\u{1B}[97;5u", .control("a")), ("\u{1B}[27;5;97~", .control("a")), ("\u{1B}[97;3u", .alt("a")),
        ("\u{1B}[9;2u", .backTab),
    ]

    @Test("One key's bytes are that key", arguments: keys)
    func key(bytes: String, key: Key) {
        var decoder = InputDecoder()
        #expect(decoder.decode(bytes.utf8, at: 0) == [.key(key)])
        #expect(!decoder.isAmbiguous)
    }

    @Test("Bytes that come one by one mean the same", arguments: keys)
    func bytewise(bytes: String, key: Key) {
        var decoder = InputDecoder()
        let events = bytes.utf8.flatMap { decoder.decode([$0], at: 0) }
        #expect(events == [.key(key)])
    }

    @Test("All keys at once are one batch in their order")
    func batch() {
        var decoder = InputDecoder()
        let events = decoder.decode(Self.keys.flatMap { Array($0.0.utf8) }, at: 0)
        #expect(events == Self.keys.map { .key($0.1) })
    }

    @Test("Escape alone waits, and is a key once time has passed")
    func loneEscape() {
        var decoder = InputDecoder()
        #expect(decoder.decode([0x1B], at: 0).isEmpty)
        #expect(decoder.isAmbiguous)
        #expect(decoder.settle() == [.key(.escape)])
        #expect(decoder.settle().isEmpty)
    }

    @Test("Escape that other bytes follow in time begins a sequence")
    func splitSequence() {
        var decoder = InputDecoder()
        #expect(decoder.decode([0x1B], at: 0).isEmpty)
        #expect(decoder.decode("[A".utf8, at: 1) == [.key(.up)])
        #expect(decoder.settle().isEmpty)
    }

    @Test("A bracket after Escape is Alt with it once time has passed", arguments: ["[", "O"])
    func ambiguousAlt(second: Character) {
        var decoder = InputDecoder()
        #expect(decoder.decode("\u{1B}\(second)".utf8, at: 0).isEmpty)
        #expect(decoder.isAmbiguous)
        #expect(decoder.settle() == [.key(.alt(second))])
    }

    @Test("Escape twice, or with a control key, is two keys")
    func escapes() {
        var decoder = InputDecoder()
        #expect(decoder.decode("\u{1B}\r".utf8, at: 0) == [.key(.escape), .key(.enter)])
        #expect(decoder.decode("\u{1B}\u{1B}[A".utf8, at: 0) == [.key(.escape), .key(.up)])
    }

    @Test(
        "What nobody knows is swallowed whole and the next key is heard",
        arguments: [
            "\u{1B}[I", "\u{1B}[?1;2c", "\u{1B}[200;1;1;1x", "\u{1B}[99~", "\u{1B}[201~", "\u{1B}[<64x",
            "\u{1B}[1;\u{07}",
        ]
    )
    func unknown(sequence: String) {
        var decoder = InputDecoder()
        let events = decoder.decode("\(sequence)j".utf8, at: 0)
        #expect(events.last == .key(.character("j")))
        #expect(!events.contains(.key(.character("["))))
    }

    @Test(
        "Bytes that are no UTF-8 are dropped",
        arguments: [
            [0xFF], [0xC3, 0x28], [0xE5, 0xA4], [0x80, 0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xC2, 0x9B],
        ]
    )
    func invalid(bytes: [UInt8]) {
        var decoder = InputDecoder()
        let events = decoder.decode(bytes + Array("\u{1B}[Aj".utf8), at: 0)
        #expect(events.suffix(2) == [.key(.up), .key(.character("j"))])
        #expect(
            events.allSatisfy {
                $0 == .key(.up) || $0 == .key(.character("j")) || $0 == .key(.character("("))
            }
        )
    }

    @Test("Any bytes at all end in a decoder that still hears keys", arguments: 0..<40)
    func anyBytes(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var decoder = InputDecoder(pasteLimit: 100)
        for _ in 0..<200 {
            let piece = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
                Bool.random(using: &generator)
                    ? [0x1B, 0x5B, 0x4F, 0x4D, 0x3C, 0x3B, 0x30, 0x7E].randomElement(using: &generator)!
                    : UInt8.random(in: 0...255, using: &generator)
            }
            _ = decoder.decode(piece, at: 0)
            _ = decoder.settle()
        }
        // Long after, whatever was begun is over.
        _ = decoder.decode(Array(repeating: UInt8(ascii: "x"), count: 9), at: 1_000_000)
        #expect(decoder.decode("j".utf8, at: 1_000_000).last == .key(.character("j")))
    }

    @Test("What terminfo names for a key wins over what is common")
    func terminfoFirst() {
        var sequences = KeySequences()
        sequences.insert("\u{1B}[A".utf8, .home)
        sequences.insert("\u{1B}[7$".utf8, .insert)
        var decoder = InputDecoder(keys: sequences)
        #expect(
            decoder.decode("\u{1B}[A\u{1B}[B\u{1B}[7$".utf8, at: 0) == [
                .key(.home), .key(.down), .key(.insert),
            ]
        )
    }

    @Test("The longest sequence of those that fit is the key")
    func longest() {
        var sequences = KeySequences()
        sequences.insert("\u{1B}A".utf8, .up)
        sequences.insert("\u{1B}AB".utf8, .down)
        #expect(sequences.match(Array("\u{1B}AB".utf8), from: 0) == .key(.down, length: 3))
        #expect(sequences.match(Array("\u{1B}AC".utf8), from: 0) == .key(.up, length: 2))
        #expect(sequences.match(Array("\u{1B}A".utf8), from: 0) == .incomplete)
        #expect(sequences.match(Array("\u{1B}C".utf8), from: 0) == .none)
    }
}
