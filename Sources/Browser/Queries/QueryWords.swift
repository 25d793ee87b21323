/// Several values in one field of a form: `Minnesota, "Nome, Alaska"`. Commas part them; a value with a comma or a
/// quotation mark of its own stands in marks, and a mark inside is doubled, as in the line.
nonisolated enum QueryWords {
    /// A value and where it stands.
    struct Word: Sendable, Hashable {
        /// Without marks, and without the blanks around it.
        let value: String
        /// In characters of the text, marks included.
        let range: Range<Int>
    }

    /// All values of a text, those without a character too.
    static func words(of text: String) -> [Word] {
        let characters = Array(text)
        var words: [Word] = []
        var start = 0
        var isQuoted = false
        for index in 0...characters.count {
            if index < characters.count {
                if characters[index] == "\"" { isQuoted.toggle() }
                if isQuoted || characters[index] != "," { continue }
            }
            words.append(word(in: characters, start..<index))
            start = index + 1
        }
        return words
    }

    /// The values that say something.
    static func values(of text: String) -> [String] {
        words(of: text).map(\.value).filter { !$0.isEmpty }
    }

    /// The text for some values.
    static func text(of values: [String]) -> String { values.map(quoted).joined(separator: ", ") }

    /// A value as it stands in a text.
    static func quoted(_ value: String) -> String {
        let hasEdge = value.first?.isWhitespace == true || value.last?.isWhitespace == true
        guard hasEdge || value.contains("\"") || value.contains(",") else { return value }
        return "\"" + value.replacing("\"", with: "\"\"") + "\""
    }

    private static func word(in characters: [Character], _ part: Range<Int>) -> Word {
        let shown = part.filter { !characters[$0].isWhitespace }
        guard let first = shown.first, let last = shown.last else {
            return Word(value: "", range: part.upperBound..<part.upperBound)
        }
        var value = ""
        var isQuoted = false
        var index = first
        while index <= last {
            if characters[index] == "\"" {
                // Two marks in a row are one mark of the value, unless the first of them opens it.
                if isQuoted, index < last, characters[index + 1] == "\"" {
                    value.append("\"")
                    index += 1
                } else {
                    isQuoted.toggle()
                }
            } else {
                value.append(characters[index])
            }
            index += 1
        }
        return Word(value: value, range: first..<last + 1)
    }
}
