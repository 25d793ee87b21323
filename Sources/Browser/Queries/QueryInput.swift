internal import INaturalist
internal import TerminalUI

/// What a person fills in for one field of a query: a text, marks on some of a few words, or one of a few words.
nonisolated struct QueryInput: Sendable, Hashable {
    /// How it is filled in.
    enum Content: Sendable, Hashable {
        case text(TextField)
        /// Which words are marked, and the one that the keyboard is on.
        case marks(Set<Int>, cursor: Int)
        /// Which word is chosen; 0 for none, else one more than its number.
        case choice(Int)
    }

    /// What an event did to it.
    enum Outcome: Sendable, Hashable {
        case ignored, moved, changed
    }

    let field: QueryField
    private(set) var content: Content

    /// - Parameter words: what the query has in that field.
    init(_ field: QueryField, words: [String]) {
        self.field = field
        let choices = field.choices
        switch field.kind {
        case .choices: content = .marks(Set(words.compactMap(choices.firstIndex(of:))), cursor: 0)
        case .choice, .yesOrNo:
            content = .choice(words.first.flatMap(choices.firstIndex(of:)).map { $0 + 1 } ?? 0)
        case .persons, .taxa, .places, .projects:
            content = .text(TextField(text: QueryWords.text(of: words), hint: field.hint))
        case .ids, .box:
            content = .text(TextField(text: words.joined(separator: ","), hint: field.hint))
        case .date, .moment, .text:
            content = .text(TextField(text: words.first ?? "", hint: field.hint))
        }
    }

    /// The words for the query's field.
    var words: [String] {
        switch content {
        case .marks(let marked, _): marked.sorted().map { field.choices[$0] }
        case .choice(let chosen): chosen == 0 ? [] : [field.choices[chosen - 1]]
        case .text(let text):
            switch field.kind {
            case .persons, .taxa, .places, .projects: QueryWords.values(of: text.text)
            case .ids, .box:
                text.text.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
            case .date, .moment, .text, .choices, .choice, .yesOrNo: Self.one(text.text)
            }
        }
    }

    /// The words to choose from, as the form shows them.
    var options: [String] {
        if case .choice = content { [field.unset] + field.choices } else { field.choices }
    }

    /// The value that the cursor is in, where names are looked up.
    var typedName: QueryWords.Word? {
        guard field.isLookedUp, case .text(let text) = content else { return nil }
        let word = QueryWords.words(of: text.text).first {
            $0.range.lowerBound <= text.cursorOffset && text.cursorOffset <= $0.range.upperBound
        }
        return word?.value.isEmpty == false ? word : nil
    }

    /// Typing, pasting, marking, choosing.
    mutating func handle(_ event: InputEvent) -> Outcome {
        switch content {
        case .text(var text):
            let before = text.text
            guard text.handle(event) else { return .ignored }
            content = .text(text)
            return text.text == before ? .moved : .changed
        case .marks(let marked, let cursor): return handle(event, marked: marked, cursor: cursor)
        case .choice(let chosen): return handle(event, chosen: chosen)
        }
    }

    /// Marks an option or takes its mark away; chooses it where only one can be.
    mutating func press(_ option: Int) {
        guard options.indices.contains(option) else { return }
        switch content {
        case .marks(let marked, _): content = .marks(marked.symmetricDifference([option]), cursor: option)
        case .choice: content = .choice(option)
        case .text: break
        }
    }

    /// Puts a word in the place of what the cursor is in, and the cursor behind it.
    mutating func replaceTypedName(with word: String) {
        guard let typed = typedName, case .text(var text) = content else { return }
        text.replace(typed.range, with: QueryWords.quoted(word))
        content = .text(text)
    }

    private mutating func handle(_ event: InputEvent, marked: Set<Int>, cursor: Int) -> Outcome {
        let count = options.count
        switch event {
        case .key(.left): content = .marks(marked, cursor: (cursor + count - 1) % count)
        case .key(.right): content = .marks(marked, cursor: (cursor + 1) % count)
        case .key(.home): content = .marks(marked, cursor: 0)
        case .key(.end): content = .marks(marked, cursor: count - 1)
        case .key(.character(" ")):
            press(cursor)
            return .changed
        case .key(.backspace), .key(.delete):
            content = .marks([], cursor: cursor)
            return marked.isEmpty ? .moved : .changed
        case .key(.character(let letter)):
            guard let next = option(beginningWith: letter, after: cursor) else { return .ignored }
            content = .marks(marked, cursor: next)
        default: return .ignored
        }
        return .moved
    }

    private mutating func handle(_ event: InputEvent, chosen: Int) -> Outcome {
        let count = options.count
        let next: Int
        switch event {
        case .key(.left): next = (chosen + count - 1) % count
        case .key(.right), .key(.character(" ")): next = (chosen + 1) % count
        case .key(.home), .key(.backspace), .key(.delete): next = 0
        case .key(.end): next = count - 1
        case .key(.character(let letter)):
            guard let found = option(beginningWith: letter, after: chosen) else { return .ignored }
            next = found
        default: return .ignored
        }
        content = .choice(next)
        return next == chosen ? .moved : .changed
    }

    /// The next option that begins with a letter, round the end.
    private func option(beginningWith letter: Character, after option: Int) -> Int? {
        let options = options
        return (1...options.count).map { (option + $0) % options.count }
            .first { options[$0].first?.lowercased() == letter.lowercased() }
    }

    private static func one(_ text: String) -> [String] {
        let words = text.split { $0.isWhitespace }.joined(separator: " ")
        return words.isEmpty ? [] : [words]
    }
}

nonisolated extension QueryField {
    /// Whether the server is asked what there is by what is typed.
    var isLookedUp: Bool {
        switch kind {
        case .persons, .taxa, .places, .projects: true
        case .ids, .date, .moment, .choices, .choice, .yesOrNo, .text, .box: false
        }
    }

    /// What stands in the form while one of a few words can be chosen and none is.
    var unset: String {
        switch self {
        case .searchOn: "everywhere"
        case .order: "as it is"
        default: "any"
        }
    }

    /// What stands in the form's field while nothing is typed.
    var hint: String {
        switch kind {
        case .persons: "logins or ids"
        case .taxa, .places: "names or ids"
        case .projects: "slugs, names or ids"
        case .ids: "ids"
        case .date: "year-month-day"
        case .moment: "year-month-day, or with a time"
        case .box: "south,west,north,east"
        case .text: "anything"
        case .choices, .choice, .yesOrNo: ""
        }
    }
}

nonisolated extension TextField {
    /// Puts a text in the place of some characters, and the cursor behind it.
    mutating func replace(_ range: Range<Int>, with addition: String) {
        let characters = Array(text)
        let range = range.clamped(to: 0..<characters.count)
        text = String(characters[..<range.lowerBound]) + addition + String(characters[range.upperBound...])
        // Setting a text puts the cursor at its end.
        for _ in range.upperBound..<characters.count { _ = handle(.key(.left)) }
    }
}
