/// How well a text matches what is typed to find it: all its letters in order, whatever their case and accents, with
/// anything in between.
///
/// The scores are those of fzf's second algorithm in spirit: a letter at the start of a word and a letter next to the
/// one before count more, a gap costs, and of two texts that match alike the shorter one is better.
package struct FuzzyMatch: Hashable, Sendable {
    /// How good it is; higher is better, and only comparable for the same query.
    package let score: Int
    /// The matched parts of the text, from left to right and apart.
    package let ranges: [Range<String.Index>]

    /// Nil when the text does not match.
    ///
    /// - Parameters:
    ///   - query: what was typed. Its words, parted by blanks, may come in any order; an empty one matches everything.
    ///   - text: what it is looked for in.
    package init?(_ query: String, in text: String) {
        let letters = FuzzyLetter.all(in: text)
        var score = 0
        var matched: Set<Int> = []
        for word in query.split(whereSeparator: \.isWhitespace) {
            let wanted = FuzzyLetter.all(in: String(word)).map(\.folded)
            guard !wanted.isEmpty else { continue }
            guard let alignment = FuzzyAlignment(wanted, in: letters) else { return nil }
            score += alignment.score
            matched.formUnion(alignment.places)
        }
        // The length decides between equal matches alone.
        self.score = score * 256 - min(255, letters.count)
        ranges = Self.joined(matched.sorted(), of: letters)
    }

    private static func joined(_ places: [Int], of letters: [FuzzyLetter]) -> [Range<String.Index>] {
        var ranges: [Range<String.Index>] = []
        for place in places {
            let range = letters[place].range
            if let last = ranges.last, last.upperBound == range.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
        }
        return ranges
    }
}

/// A character of a text, as it is compared.
struct FuzzyLetter {
    /// Its base without case and accent.
    let folded: UInt32
    /// Whether it begins a word.
    let isWordStart: Bool
    /// Where it is.
    let range: Range<String.Index>

    static func all(in text: String) -> [FuzzyLetter] {
        var letters: [FuzzyLetter] = []
        var isAfterWord = false
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            let base = text.unicodeScalars[index]
            let isWord = TextFolding.isWord(base)
            letters.append(
                FuzzyLetter(
                    folded: TextFolding.folded(base),
                    isWordStart: isWord && !isAfterWord,
                    range: index..<next
                )
            )
            isAfterWord = isWord
            index = next
        }
        return letters
    }
}
