import TerminalUI
import Testing

@testable import Curses

@Suite("Pastes come as one piece")
struct PasteTests {
    private let start = Array("\u{1B}[200~".utf8)
    private let end = Array("\u{1B}[201~".utf8)

    @Test(
        "A paste is one event, line breaks and escapes in it",
        arguments: ["", "token", "two\nlines\r", "é大\u{1B}[Aq"]
    )
    func paste(text: String) {
        var decoder = InputDecoder()
        #expect(
            decoder.decode(start + text.utf8 + end + [0x6A], at: 0) == [
                .paste(PastedText(text)), .key(.character("j")),
            ]
        )
    }

    @Test("A paste that is cut anywhere is the same", arguments: 1..<18)
    func cut(at place: Int) {
        var decoder = InputDecoder()
        let bytes = start + "ab\u{1B}cd".utf8 + end
        let events = decoder.decode(bytes[..<place], at: 0) + decoder.decode(bytes[place...], at: 1)
        #expect(events == [.paste(PastedText("ab\u{1B}cd"))])
        #expect(!decoder.isAmbiguous)
    }

    @Test("Escape inside a paste never becomes a key by waiting")
    func escapeInside() {
        var decoder = InputDecoder()
        #expect(decoder.decode(start + [0x1B], at: 0).isEmpty)
        #expect(!decoder.isAmbiguous)
        #expect(decoder.settle().isEmpty)
        #expect(decoder.decode(end, at: 0) == [.paste(PastedText("\u{1B}"))])
    }

    @Test("A paste is bounded and what is too much is dropped, not typed")
    func bounded() {
        var decoder = InputDecoder(pasteLimit: 4)
        var events = decoder.decode(start, at: 0)
        for _ in 0..<1_000 { events += decoder.decode("quit".utf8, at: 0) }
        events += decoder.decode(end + [0x6A], at: 0)
        #expect(events == [.paste(PastedText("quit")), .key(.character("j"))])
    }

    @Test("A paste whose end was lost ends by itself at the next key after a silence")
    func lostEnd() {
        var decoder = InputDecoder()
        #expect(decoder.decode(start + "abc".utf8, at: 0).isEmpty)
        #expect(decoder.decode("d".utf8, at: 4_000).isEmpty)
        #expect(decoder.decode("j".utf8, at: 60_000) == [.paste(PastedText("abcd")), .key(.character("j"))])
    }
}

@Suite("The mouse is heard in every protocol")
struct MouseTests {
    private static func at(_ column: Int, _ row: Int, _ kind: MouseEvent.Kind) -> InputEvent {
        .mouse(MouseEvent(kind, at: Position(column: column, row: row)))
    }

    @Test(
        "Reports become events",
        arguments: [
            ("\u{1B}[<0;5;3M", at(4, 2, .press)), ("\u{1B}[<0;5;3m", at(4, 2, .release)),
            ("\u{1B}[<32;6;3M", at(5, 2, .drag)), ("\u{1B}[<64;1;1M", at(0, 0, .wheelUp)),
            ("\u{1B}[<65;300;90M", at(299, 89, .wheelDown)), ("\u{1B}[<16;2;2M", at(1, 1, .press)),
            ("\u{1B}[M !!", at(0, 0, .press)), ("\u{1B}[M#%#", at(4, 2, .release)),
            ("\u{1B}[M`!!", at(0, 0, .wheelUp)), ("\u{1B}[32;5;3M", at(4, 2, .press)),
            ("\u{1B}[35;5;3M", at(4, 2, .release)),
        ]
    )
    func report(bytes: String, event: InputEvent) {
        var decoder = InputDecoder()
        #expect(decoder.decode(bytes.utf8, at: 0) == [event])
    }

    @Test(
        "Other buttons and motion without a button are nothing",
        arguments: ["1;5;3M", "2;5;3M", "35;5;3M", "66;1;1M"]
    )
    func ignored(report: String) {
        var decoder = InputDecoder()
        #expect(decoder.decode("\u{1B}[<\(report)j".utf8, at: 0) == [.key(.character("j"))])
    }

    @Test(
        "Two presses on one cell in time are a double press",
        arguments: [
            (0, 300, "5;3", [MouseEvent.Kind.press, .doublePress]), (0, 500, "5;3", [.press, .press]),
            (0, 100, "6;3", [.press, .press]),
        ]
    )
    func doublePress(first: Int, second: Int, cell: String, kinds: [MouseEvent.Kind]) {
        var decoder = InputDecoder()
        let events =
            decoder.decode("\u{1B}[<0;5;3M\u{1B}[<0;5;3m".utf8, at: first)
            + decoder.decode("\u{1B}[<0;\(cell)M".utf8, at: second)
        let presses = events.compactMap { event -> MouseEvent.Kind? in
            if case .mouse(let mouse) = event, mouse.kind != .release { mouse.kind } else { nil }
        }
        #expect(presses == kinds)
    }

    @Test("A third press begins anew")
    func triplePress() {
        var decoder = InputDecoder()
        let events = (0..<4).flatMap { decoder.decode("\u{1B}[<0;5;3M".utf8, at: $0 * 100) }
        let kinds: [MouseEvent.Kind] = [.press, .doublePress, .press, .doublePress]
        #expect(events == kinds.map { Self.at(4, 2, $0) })
    }
}
