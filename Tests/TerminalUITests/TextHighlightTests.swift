import TestSupport
import Testing

@testable import TerminalUI

@Suite("Words lit in a text")
struct TextHighlightTests {
    @Test(
        "a word that was typed is found at the beginning of words, without case and accents",
        arguments: [
            ("pal", "Epipactis palustris", ["pal"]), ("pactis", "Epipactis palustris", []),
            ("PAL epi", "Epipactis palustris", ["Epi", "pal"]),
            ("pal pa", "palu pala pa", ["pal", "pal", "pa"]),
            ("zurich", "Zürich, ZURICH, Zu\u{308}rich", ["Zürich", "ZURICH", "Zu\u{308}rich"]),
            ("Zürich", "zurich", ["zurich"]), ("zu", "Zu\u{308}rich", ["Zu\u{308}"]),
            // The index cuts at whatever is neither letter nor number.
            ("O'Brien", "o'brien", ["o", "brien"]), ("12", "a-12.5 312", ["12"]), ("_x", "a_x", ["x"]),
            ("αθηνα", "Αθήνα", ["Αθήνα"]), ("οδος", "ΟΔΟΣ οδός", ["ΟΔΟΣ", "οδός"]),
            ("и", "Йошкар", ["Й"]), ("ежик", "Ёжик", ["Ёжик"]), ("ế", "Ephesus", ["E"]), ("e", "ế", ["ế"]),
            ("東", "東京", ["東"]), ("京", "東京", []), ("", "text", []), ("  ", "text", []),
            ("oland", "Øland", ["Øland"]),
        ]
    )
    func matching(_ looking: String, _ text: String, _ expected: [String]) {
        let found = TextHighlight(looking).ranges(in: text).map { String(text[$0]) }
        #expect(found.map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
    }

    @Test("a Latin letter with an accent is taken for the letter that Unicode decomposes it to")
    func decomposition() {
        // A string is equal to its decomposition: an authority of its own on what the letter is made of.
        for base in "abcdefghijklmnopqrstuvwxyz".unicodeScalars {
            for mark in (UInt32(0x300)...0x331).compactMap(Unicode.Scalar.init) {
                let decomposed = String(String.UnicodeScalarView([base, mark]))
                for value in UInt32(0xC0)..<0x250 {
                    guard let scalar = Unicode.Scalar(value), String(scalar) == decomposed else { continue }
                    #expect(TextFolding.folded(scalar) == base.value, "\(scalar)")
                }
            }
        }
    }

    @Test("ranges rise and stay apart in any text", arguments: Array(UInt64(1)...20))
    func anything(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = HostileText.all.map(\.raw) + ["a", "é", "e\u{301}", " ", "東", "b", "\u{301}", "👍🏽"]
        for _ in 0..<100 {
            let text = (0..<8).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let looking = (0..<3).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            var end = text.startIndex
            for range in TextHighlight(looking).ranges(in: text) {
                #expect(range.lowerBound >= end && !range.isEmpty)
                end = range.upperBound
            }
            #expect(end <= text.endIndex)
        }
    }
}
