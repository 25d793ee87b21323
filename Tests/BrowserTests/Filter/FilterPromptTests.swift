import TerminalUI
import Testing

@testable import Browser

@Suite struct FilterPromptTests {
    @Test func `a long paste in the filter is cut, said, and the words are read once for all keys`() {
        var filter = FilterPrompt(words: "")
        filter.take(.paste(PastedText(String(repeating: "ab ", count: 7_000))))
        for character in "cd" { filter.take(.key(.character(character))) }
        #expect(filter.words == "")
        let words = String(repeating: "ab ", count: 1_333) + "a"
        expect(filter.settle(), is: words)
        #expect(filter.words == words)
        expect(filter.settle(), is: nil)
        var surface = Surface(size: Size(columns: 120, rows: 1))
        filter.draw(on: &surface, in: Rect(surface.size))
        #expect(surface.lines[0].contains("the rest is left out"))
    }
}
