internal import Yams

/// A file's text in which keys that stand twice are marked, so that they differ for the parser.
struct MarkedCopy {
    /// With the marks.
    private(set) var text: String
    /// A character that the file has nowhere; nothing as long as none is needed.
    private var mark: Character?
    private var marks: [Int: [Int]] = [:]
    private var rounds = 0

    init(of text: String) {
        self.text = text
    }

    /// Marks a key.
    ///
    /// - Returns: false when no more is worth it.
    mutating func mark(at place: Mark) -> Bool {
        rounds += 1
        guard rounds <= 16, var index = index(of: place) else { return false }
        let column = self.place(place).column
        let mark = self.mark ?? Self.unused(in: text)
        self.mark = mark
        if text[index] == "\"" || text[index] == "'" { index = text.index(after: index) }
        text.insert(mark, at: index)
        marks[place.line, default: []].append(column)
        marks[place.line]?.sort()
        return true
    }

    /// A place of the copy as one of the file.
    func place(_ place: Mark) -> YAMLNode.Place {
        let earlier = (marks[place.line] ?? []).enumerated().count { $0.element + $0.offset < place.column }
        return YAMLNode.Place(line: max(1, place.line), column: max(1, place.column - earlier))
    }

    /// The place of a character, counted from the beginning.
    func place(characterOffset offset: Int) -> YAMLNode.Place {
        var place = YAMLNode.Place.start
        for character in text.prefix(offset) {
            if character.isNewline {
                place = YAMLNode.Place(line: place.line + 1, column: 1)
            } else {
                place.column += character.unicodeScalars.count
            }
        }
        return place
    }

    /// A text of the copy as one of the file.
    func unmarked(_ text: String) -> String {
        guard let mark else { return text }
        return String(text.drop { $0 == mark })
    }

    /// What to do about what the parser does not understand.
    func remedy(at place: Mark) -> String {
        guard let index = index(of: place) else {
            return "Look at the end of the file: a bracket or a quotation mark is open."
        }
        return switch text[index] {
        case "\t": "Indent with spaces: YAML takes no tabs."
        case "@", "`", "%", "*", "&", "!", "|", ">":
            "A key or a text that begins with “\(text[index])” stands in quotation marks: \"\(text[index])\"."
        default:
            "Look at this line and the one before: indent with spaces, and put texts with : or # into quotation marks."
        }
    }

    private func index(of place: Mark) -> String.Index? {
        let scalars = text.unicodeScalars
        var line = 1
        var index = scalars.startIndex
        while line < place.line {
            guard let end = scalars[index...].firstIndex(of: "\n") else { return nil }
            index = scalars.index(after: end)
            line += 1
        }
        let end = scalars[index...].firstIndex(of: "\n") ?? scalars.endIndex
        guard let found = scalars.index(index, offsetBy: place.column - 1, limitedBy: end), found < end else {
            return nil
        }
        return found
    }

    private static func unused(in text: String) -> Character {
        let used = Set(text.unicodeScalars)
        let free = (0xE000...0xF8FF).lazy.compactMap { Unicode.Scalar($0 as UInt32) }.first {
            !used.contains($0)
        }
        return Character(free ?? "\u{E000}")
    }
}
