import Browser
import Coordinates
import TerminalUI
import TestSupport
import Testing

@testable import BrowserConfiguration

/// Whatever is in the file, there is a configuration that works.
struct FuzzTests {
    /// All entries, and all forms in which they can be written.
    private static let seed = """
        # a comment
        theme: evening
        themes:
          evening:
            base: light
            muted: "#8a8a8a"
            selected.background: 238
            bar.key: bold bright-cyan
        colours: automatic
        characters: ascii
        columns: [taxon: 30, observed-on, {apart: 11}]
        freeze: 1
        coordinates: dms
        units: feet
        start: "taxon:Platanthera obscuration:obscured"
        mouse: on
        cursor: 'row'
        photos: blocks
        bind:
          everywhere: {F10: quit, ^X: none}
          table:
            "j": none
            Space: open
            Esc: find
          detail:
            ^C: back
            q: quit

        """

    private static let pieces =
        [
            "\n", "  ", "\t", ":", ": ", "- ", "{", "}", "[", "]", "\"", "'", "#", "&a", "*a", "!!", "|", ">",
            "%", "@", ",",
        ]
        + [
            "none", "quit", "back", "~", "null", "---\n", "...\n", "? ", "<<", "\u{0}", "\u{85}", "\u{2028}",
            "\u{FEFF}",
        ]
        + [
            "\r", "é", "界", "😀", "\u{E000}", "\u{202E}", "99999999999999999999", "-1", "true", "theme",
            "bind", "^", "F10",
        ]

    private func mutated(_ text: String, _ generator: inout SeededGenerator) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let start = Int.random(in: 0...scalars.count, using: &generator)
            let end = min(scalars.count, start + Int.random(in: 0...12, using: &generator))
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: scalars.removeSubrange(start..<end)
            case 1:
                let piece = Self.pieces.randomElement(using: &generator) ?? ""
                scalars.insert(contentsOf: piece.unicodeScalars, at: start)
            case 2:
                let from = Int.random(in: 0...scalars.count, using: &generator)
                scalars.insert(contentsOf: scalars[start..<end], at: from)
            case 3:
                let piece = Self.pieces.randomElement(using: &generator) ?? ""
                scalars.replaceSubrange(start..<end, with: piece.unicodeScalars)
            default:
                // A whole line moves, is doubled or goes.
                var lines = scalars.split(separator: "\n", omittingEmptySubsequences: false)
                let line = lines.remove(at: Int.random(in: lines.indices, using: &generator))
                for _ in 0..<Int.random(in: 0...2, using: &generator) {
                    lines.insert(line, at: Int.random(in: 0...lines.count, using: &generator))
                }
                scalars = Array(lines.joined(separator: ["\n"]))
            }
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }

    private func expectSound(_ configuration: Configuration, _ text: String) {
        let preferences = configuration.preferences
        let columns = preferences.columns
        let widths = columns.shown.compactMap(\.width)
        let isSound =
            !columns.shown.isEmpty && columns.columns.count == ObservationColumn.allCases.count
            && widths.allSatisfy(ColumnLayout.widths.contains)
            && ConfigurationReader.freezable.contains(columns.frozen)
            && configuration.problems.allSatisfy { $0.line >= 1 && $0.column >= 1 && !$0.fault.isEmpty }
        #expect(isSound, "\(text)")
        for command in [CommandID.quit, .back] {
            for context in BindingNames.contexts[command] ?? [] {
                #expect(!preferences.keys.keys(for: command, in: context).isEmpty, "\(text)")
            }
        }
    }

    @Test("Ten thousand spoilt files give ten thousand configurations that work", arguments: 1...10)
    func spoilt(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        #expect(Configuration(text: Self.seed, file: "/f").problems.isEmpty)
        var (flawless, faulty) = (0, 0)
        for _ in 0..<1_000 {
            let text = mutated(Self.seed, &generator)
            let configuration = Configuration(text: text, file: "/f")
            expectSound(configuration, text)
            if configuration.problems.isEmpty { flawless += 1 } else { faulty += 1 }
        }
        // Some mutations hit a comment, most do not: else nothing was tried.
        #expect(flawless > 10 && faulty > 500)
    }

    @Test("A line put into a spoilt file leaves the rest of it, or is refused", arguments: 1...4)
    func bound(seed: UInt64) {
        var generator = SeededGenerator(seed: 1_000 + seed)
        var changed = 0
        for _ in 0..<250 {
            let text = mutated(Self.seed, &generator)
            let edit = BindingEdit(place: "table", key: "F9", command: "find")
            guard let result = try? edit.applied(to: text, of: "/f") else { continue }
            changed += 1
            let before = Configuration(text: text, file: "/f")
            let after = Configuration(text: result, file: "/f")
            #expect(after.problems.count == before.problems.count, "\(text)")
            #expect(after.preferences.units == before.preferences.units, "\(text)")
            #expect(after.preferences.columns == before.preferences.columns, "\(text)")
            #expect(after.preferences.theme == before.preferences.theme, "\(text)")
        }
        #expect(changed > 20)
    }
}
