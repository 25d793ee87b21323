/// The words of a line, with where they stand.
struct QueryLine {
    /// `field:value,value`, or values alone.
    struct Word {
        /// What stands before the colon.
        var field: String?
        var values: [String]
        /// Where each value stands, in characters of the line, marks included.
        var places: [Range<Int>]
        /// Where the word stands.
        var range: Range<Int>
    }

    /// Reads the words of a line; a quotation mark that is not closed goes to the end.
    static func words(of text: String) -> [Word] {
        let characters = Array(text)
        var words: [Word] = []
        var position = 0
        while position < characters.count {
            guard !characters[position].isWhitespace else {
                position += 1
                continue
            }
            words.append(word(in: characters, from: &position))
        }
        return words
    }

    private static func word(in characters: [Character], from position: inout Int) -> Word {
        let start = position
        var field: String?
        var values: [String] = []
        var places: [Range<Int>] = []
        var value = ""
        var valueStart = position
        var isQuoted = false
        /// Marks were there, so what stands before a colon is no name.
        var hasMarks = false
        while position < characters.count {
            let character = characters[position]
            if isQuoted {
                if character == "\"" {
                    if position + 1 < characters.count, characters[position + 1] == "\"" {
                        value.append("\"")
                        position += 1
                    } else {
                        isQuoted = false
                    }
                } else {
                    value.append(character)
                }
            } else if character == "\"" {
                isQuoted = true
                hasMarks = true
            } else if character.isWhitespace {
                break
            } else if character == ":", field == nil, !hasMarks, isName(value) {
                field = value
                value = ""
                valueStart = position + 1
            } else if character == ",", field != nil {
                values.append(value)
                places.append(valueStart..<position)
                value = ""
                valueStart = position + 1
            } else {
                value.append(character)
            }
            position += 1
        }
        values.append(value)
        places.append(valueStart..<position)
        return Word(field: field, values: values, places: places, range: start..<position)
    }

    /// The values in what was given for a field alone, where blanks are part of a value: `Hennepin
    /// County,Iowa`.
    static func values(of text: String) -> [String] {
        var values = [""]
        var isQuoted = false
        /// What stands in marks keeps its blanks.
        var kept = 0
        func finish() {
            let value = values.removeLast()
            values.append(kept == 0 ? trimmed(value[...]) : value)
        }
        var rest = Array(text)[...]
        while let character = rest.popFirst() {
            switch character {
            case "\"" where isQuoted && rest.first == "\"":
                rest.removeFirst()
                values[values.count - 1].append("\"")
            case "\"":
                isQuoted.toggle()
                kept += 1
            case "," where !isQuoted:
                finish()
                values.append("")
                kept = 0
            case let blank where blank.isWhitespace && !isQuoted && values[values.count - 1].isEmpty: break
            default: values[values.count - 1].append(character)
            }
        }
        finish()
        return values
    }

    /// Without blanks at either end.
    static func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    private static func isName(_ text: String) -> Bool {
        text.first?.isLetter == true
            && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }
}
