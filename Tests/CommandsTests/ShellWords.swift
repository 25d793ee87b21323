/// The words that a shell gives the program in an example: quotes taken away, up to a pipe, a redirection or the end of
/// `$(…)`.
struct ShellWords {
    /// Without the program's name.
    let words: [String]

    /// Nil when the line does not run the program.
    init?(ofProgramIn line: String) {
        let begin = line.ranges(of: "inatty").first { range in
            let before =
                range.lowerBound == line.startIndex ? " " : line[line.index(before: range.lowerBound)]
            let after = range.upperBound == line.endIndex ? " " : line[range.upperBound]
            return " (".contains(before) && " )".contains(after)
        }
        guard let begin else { return nil }
        var words: [String] = []
        var word: String?
        var quote: Character?
        reading: for character in line[begin.upperBound...] {
            switch (character, quote) {
            case (let character, let open?) where character == open: quote = nil
            case (let character, _?): word = (word ?? "") + String(character)
            case ("'", nil), ("\"", nil):
                quote = character
                word = word ?? ""
            case ("|", nil), ("<", nil), (">", nil), (")", nil), (";", nil), ("&", nil): break reading
            case (" ", nil):
                if let whole = word { words.append(whole) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        self.words = words
    }
}
