import SecretMemory
import TestSupport
import Testing

@testable import TerminalUI

@Suite("Anything at all")
struct FuzzTests {
    private static let seeds: [UInt64] = Array(1...40)

    /// Pieces that are hard on their own, and worse together.
    private static let pieces: [String] =
        HostileText.all.map(\.raw) + [
            "\u{1B}", "\u{9D}", "\n", "\r", "\t", "\u{200D}", "\u{200C}", "\u{301}", "\u{20DD}", "\u{FE0F}",
            "🏽", "👍", "東", "a",
            " ", "ی", "क", "\u{94D}", "\u{1161}", "\u{1112}", "\u{E0020}", "\u{202E}", "🇨🇭", "\u{1}",
        ]

    private func text(_ generator: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...12, using: &generator) {
            if Int.random(in: 0..<4, using: &generator) == 0 {
                if let scalar = Unicode.Scalar(UInt32.random(in: 0..<0x110000, using: &generator)) {
                    text.unicodeScalars.append(scalar)
                }
            } else {
                text += Self.pieces.randomElement(using: &generator) ?? ""
            }
        }
        return text
    }

    @Test("whatever is drawn, the cells add up and nothing forbidden is in them", arguments: seeds)
    func drawing(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var surface = Surface(
            size: Size(
                columns: Int.random(in: 0...30, using: &generator),
                rows: Int.random(in: 0...5, using: &generator)
            )
        )
        for _ in 0..<150 {
            let rect = Rect(
                column: Int.random(in: -5...32, using: &generator),
                row: Int.random(in: -2...6, using: &generator),
                columns: Int.random(in: -2...34, using: &generator),
                rows: Int.random(in: -1...6, using: &generator)
            )
            let style = Style(
                Role.allCases.randomElement(using: &generator) ?? .text,
                on: Ground.allCases.randomElement(using: &generator) ?? .normal
            )
            let how =
                [Truncation.ellipsis, .clip, .leadingEllipsis].randomElement(using: &generator) ?? .clip
            let alignment =
                [Alignment.leading, .center, .trailing].randomElement(using: &generator) ?? .leading
            let text = text(&generator)
            switch Int.random(in: 0..<7, using: &generator) {
            case 0, 1:
                let limit = Bool.random(using: &generator) ? rect.columns : nil
                let used = surface.write(text, at: rect.origin, limit: limit, style: style, truncation: how)
                #expect(used <= limit ?? Int.max)
                #expect(used <= TerminalText.columns(text))
            case 2, 3:
                let line: StyledLine = [Span(text, style.role), Span(self.text(&generator), .key)]
                let used = surface.write(
                    line,
                    in: rect,
                    on: style.ground,
                    alignment: alignment,
                    truncation: how
                )
                #expect(used <= rect.columns)
            case 4: surface.fill(rect, style: style)
            case 5: surface.setGround(style.ground, in: rect)
            default: surface.drawBox(rect, title: StyledLine(text))
            }
        }
        #expect(surface.flaws == [])
    }

    @Test("sanitising, measuring and cutting agree", arguments: seeds)
    func agreement(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed &+ 1000)
        for _ in 0..<200 {
            let raw = text(&generator)
            let sanitised = TerminalText.sanitised(raw)
            let columns = TerminalText.columns(raw)
            #expect(TerminalText.columns(sanitised) == columns)
            #expect(
                Array(TerminalText.sanitised(sanitised).unicodeScalars) == Array(sanitised.unicodeScalars)
            )
            for how in [Truncation.ellipsis, .clip, .leadingEllipsis] {
                let room = Int.random(in: 0...20, using: &generator)
                let cut = TerminalText.truncated(raw, to: room, how)
                #expect(TerminalText.columns(cut) <= room)
                if columns <= room {
                    #expect(cut == sanitised)
                }
            }
            let room = Int.random(in: 1...20, using: &generator)
            for line in TerminalText.wrapped(raw, to: room) {
                #expect(TerminalText.columns(line) <= room)
            }
        }
    }

    @Test("a field survives any keys, and its cursor stays inside", arguments: seeds)
    func typing(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed &+ 2000)
        var field = TextField()
        var secret = SecretField()
        let keys: [Key] = [
            .left, .right, .home, .end, .backspace, .delete, .controlLeft, .controlRight, .control("a"),
            .control("e"), .control("k"), .control("u"), .control("w"), .up, .tab,
        ]
        for _ in 0..<200 {
            let text = text(&generator)
            let event: InputEvent? =
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: .paste(PastedText(text))
                case 1: text.first.map { .key(.character($0)) }
                default: keys.randomElement(using: &generator).map { .key($0) }
                }
            if let event { #expect(field.handle(event) == secret.handle(event)) }
            #expect(field.cursorOffset >= 0 && field.cursorOffset <= field.text.count)
            #expect(secret.cursorOffset >= 0 && secret.cursorOffset <= secret.length)
            for text in [field.text, secret.secret.exposed] {
                #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control })
            }
            #expect(secret.length == secret.secret.exposed.count)
            var surface = Surface(
                size: Size(columns: Int.random(in: 0...20, using: &generator), rows: 1)
            )
            field.draw(on: &surface, in: Rect(surface.size), isFocused: true)
            #expect(surface.flaws == [])
            secret.draw(on: &surface, in: Rect(surface.size), isFocused: true)
            #expect(surface.flaws == [])
            if let cursor = surface.cursor {
                #expect(Rect(surface.size).contains(cursor))
            } else {
                #expect(surface.size.columns == 0)
            }
        }
    }
}
