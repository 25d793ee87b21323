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
        guard
            let word = words.first(where: { $0.range.lowerBound <= cursor && cursor <= $0.range.upperBound })
        else {
            return QueryCompletions(
                range: cursor..<cursor,
                candidates: QueryField.allCases.map { $0.name + ":" }
            )
        }
        let characters = Array(text)
        guard let name = word.field, let field = QueryField(rawValue: name.lowercased()) else {
            let typed = String(characters[word.range.lowerBound..<cursor]).lowercased()
            return QueryCompletions(
                range: word.range.lowerBound..<cursor,
                candidates: QueryField.allCases.map { $0.name + ":" }.filter { $0.hasPrefix(typed) }
            )
        }
        guard
            let index = word.places.firstIndex(where: { $0.lowerBound <= cursor && cursor <= $0.upperBound })
        else {
            return QueryCompletions(range: cursor..<cursor, candidates: [])
        }
        let range = word.places[index].lowerBound..<cursor
        let typed = String(characters[range]).filter { $0 != "\"" }
        let taken = Set(word.values.enumerated().filter { $0.offset != index }.map(\.element))
        let candidates = field.choices.filter {
            $0.lowercased().hasPrefix(typed.lowercased()) && !taken.contains($0)
        }
        switch field.kind {
        case .persons, .taxa, .places, .projects:
            return QueryCompletions(
                range: range,
                candidates: [],
                lookUp: typed.isEmpty ? nil : QueryCompletions.LookUp(field: field, text: typed)
            )
        default:
            return QueryCompletions(range: range, candidates: candidates)
        }
    }
}
