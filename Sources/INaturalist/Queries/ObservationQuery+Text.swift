extension ObservationQuery {
    /// The query as one line, always the same for the same query: `taxon:Platanthera obscuration:obscured,private`.
    ///
    /// A value with a blank, a comma or a quotation mark stands in quotation marks; a mark inside is doubled.
    package var text: String {
        QueryField.allCases.compactMap { field in
            let words = words(of: field)
            return words.isEmpty ? nil : field.name + ":" + words.map(Self.quoted).joined(separator: ",")
        }.joined(separator: " ")
    }

    /// Reads a line. Words without a field are what the server looks for (`q`).
    ///
    /// - Throws: which word cannot be read, and what would be right.
    package init(text: String) throws(QueryProblem) {
        self.init()
        var free: [String] = []
        var seen: Set<QueryField> = []
        for word in QueryLine.words(of: text) {
            guard let name = word.field else {
                free += word.values
                continue
            }
            guard let field = QueryField(rawValue: name.lowercased()) ?? Self.alias[name.lowercased()] else {
                let names = QueryField.allCases.map(\.name)
                let nearest =
                    WordDistance.nearest(to: name, in: names).map { "Did you mean “\($0):”? " } ?? ""
                throw QueryProblem(
                    nil,
                    "“\(name)” is no field. \(nearest)There are " + names.joined(separator: ", ") + "."
                )
            }
            let isTwice = !seen.insert(field).inserted
            let values = word.values.filter { !$0.isEmpty }
            if values.isEmpty { throw QueryProblem(field, "“\(field.name):” lacks a value.") }
            try set(field, to: (isTwice && field.takesSeveral ? words(of: field) : []) + values)
        }
        if !free.isEmpty {
            let before = words.isEmpty ? [] : [words]
            words = (before + free).joined(separator: " ")
        }
    }

    /// What people may write for a field besides its name.
    private static let alias: [String: QueryField] = [
        "user": .observer, "ids": .id, "taxa": .taxon, "quality-grade": .quality,
        "iconic-taxon": .iconicTaxon,
        "from": .observedFrom, "to": .observedTo, "words": .words, "hidden": .obscuration,
    ]

    private static func quoted(_ word: String) -> String {
        let needsMarks = word.contains { $0.isWhitespace || $0 == "," || $0 == "\"" } || word.isEmpty
        return needsMarks ? "\"" + word.replacing("\"", with: "\"\"") + "\"" : word
    }
}

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
            } else if character.isWhitespace {
                break
            } else if character == ":", field == nil, values.isEmpty, isName(value) {
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

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isLetter || $0 == "-" }
    }
}
