/// The words that a search looked for, to light them in the texts that it found.
///
/// A word matches where it begins a word of the text, whatever its case and accents, as in the search itself.
package struct TextHighlight: Sendable, Hashable {
    /// The words, each as folded scalars.
    private let words: [[UInt32]]

    /// - Parameter text: what was typed; it is cut into words where there is neither letter nor number.
    package init(_ text: String) {
        var words: [[UInt32]] = []
        var isInWord = false
        for scalar in text.unicodeScalars {
            let folded = TextFolding.folded(scalar)
            if TextFolding.isWord(scalar) {
                if !isInWord { words.append([]) }
                isInWord = true
                words[words.count - 1].append(folded)
            } else if folded != 0 {
                isInWord = false
            }
        }
        self.words = words
    }

    /// Whether there is no word in it, so that nothing is lit.
    package var isEmpty: Bool { words.isEmpty }

    /// The parts of a text that match, from left to right and apart. What is put on the last letter belongs to it.
    package func ranges(in text: String) -> [Range<String.Index>] {
        guard !words.isEmpty else { return [] }
        let scalars = text.unicodeScalars
        var ranges: [Range<String.Index>] = []
        var index = scalars.startIndex
        var isInWord = false
        while index < scalars.endIndex {
            let scalar = scalars[index]
            if TextFolding.isWord(scalar) {
                if !isInWord, let end = longestMatch(in: scalars, from: index) {
                    ranges.append(index..<end)
                }
                isInWord = true
            } else if TextFolding.folded(scalar) != 0 {
                isInWord = false
            }
            scalars.formIndex(after: &index)
        }
        return ranges
    }

    private func longestMatch(
        in scalars: String.UnicodeScalarView,
        from start: String.Index
    )
        -> String.Index?
    {
        var longest: String.Index?
        for word in words {
            guard let end = Self.end(of: word, in: scalars, from: start) else { continue }
            longest = longest.map { max($0, end) } ?? end
        }
        return longest
    }

    private static func end(
        of word: [UInt32],
        in scalars: String.UnicodeScalarView,
        from start: String.Index
    ) -> String.Index? {
        var index = start
        var matched = 0
        while index < scalars.endIndex {
            let folded = TextFolding.folded(scalars[index])
            if folded != 0 {
                if matched == word.count { break }
                guard folded == word[matched] else { return nil }
                matched += 1
            }
            scalars.formIndex(after: &index)
        }
        return matched == word.count ? index : nil
    }
}
