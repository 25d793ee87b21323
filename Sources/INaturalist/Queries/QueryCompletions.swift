/// What Tab can put in the place of the word under the cursor.
package struct QueryCompletions: Sendable, Hashable {
    /// Which characters of the line are replaced.
    package let range: Range<Int>
    /// What they can be replaced by, the most likely first.
    package let candidates: [String]
    /// The field and the words, when only the server knows what there is.
    package let lookUp: LookUp?

    /// Names that are asked of the server.
    package struct LookUp: Sendable, Hashable {
        package let field: QueryField
        package let text: String

        package init(field: QueryField, text: String) {
            self.field = field
            self.text = text
        }

        /// For a value as it is typed: a number with a name after it is found by the name. Nil for an empty one.
        package init?(typed: String, in field: QueryField) {
            var text = typed
            if case .id(_, let name?) = QueryReference(word: typed) { text = name }
            guard !text.isEmpty else { return nil }
            self.init(field: field, text: text)
        }
    }

    package init(range: Range<Int>, candidates: [String], lookUp: LookUp? = nil) {
        self.range = range
        self.candidates = candidates
        self.lookUp = lookUp
    }

    /// What all candidates begin with: Tab puts that in at once.
    package var commonPrefix: String {
        guard var prefix = candidates.first else { return "" }
        for candidate in candidates.dropFirst() {
            while !candidate.hasPrefix(prefix) { prefix.removeLast() }
        }
        return prefix
    }
}

extension ObservationQuery {
    /// What can stand where the cursor is.
    ///
    /// - Parameters:
    ///   - text: a line as it is being typed.
    ///   - cursor: before which character the cursor stands, from 0.
    package static func completions(for text: String, cursor: Int) -> QueryCompletions {
        let words = QueryLine.words(of: text)
        let characters = Array(text)
        let cursor = min(max(cursor, 0), characters.count)
        guard
            let word = words.first(where: { $0.range.lowerBound <= cursor && cursor <= $0.range.upperBound })
        else {
            return QueryCompletions(range: cursor..<cursor, candidates: fields("", beside: words))
        }
        let others = words.filter { $0.range != word.range }
        guard let name = word.field, cursor >= word.places[0].lowerBound else {
            // The colon of a field that is being written anew goes with it.
            let end = word.field == nil ? cursor : word.places[0].lowerBound
            return QueryCompletions(
                range: word.range.lowerBound..<end,
                candidates: fields(String(characters[word.range.lowerBound..<cursor]), beside: others)
            )
        }
        guard let field = QueryField(named: name),
            let index = word.places.firstIndex(where: { $0.lowerBound <= cursor && cursor <= $0.upperBound }),
            index == 0 || field.takesSeveral
        else { return QueryCompletions(range: cursor..<cursor, candidates: []) }
        let range = word.places[index].lowerBound..<cursor
        let typed = QueryLine.values(of: String(characters[range])).joined(separator: ",")
        switch field.kind {
        case .persons, .taxa, .places, .projects:
            return QueryCompletions(
                range: range,
                candidates: [],
                lookUp: QueryCompletions.LookUp(typed: typed, in: field)
            )
        default:
            let taken = Set(
                word.values.enumerated().filter { $0.offset != index }.map { $0.element.lowercased() }
            )
            let candidates = field.choices.filter {
                $0.lowercased().hasPrefix(typed.lowercased()) && !taken.contains($0.lowercased())
            }
            return QueryCompletions(range: range, candidates: candidates)
        }
    }

    /// Fields that begin so; one that takes a single value and has it already is not among them.
    private static func fields(_ typed: String, beside words: [QueryLine.Word]) -> [String] {
        let given = Set(words.compactMap { $0.field.flatMap(QueryField.init(named:)) })
        return QueryField.allCases
            .filter { $0.name.hasPrefix(typed.lowercased()) && ($0.takesSeveral || !given.contains($0)) }
            .map { $0.name + ":" }
    }
}
