import Accounts
import ArgumentParser
import INaturalist
import ObservationStore

/// What a shell offers for a word of a query.
struct QueryCompletion {
    /// The candidates; none for what only a server knows.
    let candidates: [String]

    /// - Parameters:
    ///   - words: of the command line, the program's name first.
    ///   - index: which of them the cursor is in.
    init(_ words: [String], _ index: Int) {
        let word = WordAtCursor(words, index)
        // bash has split “--only access:granted” at the colon, and no longer knows whose value it is.
        let option = word.lead.isEmpty ? Self.option(before: index, in: words) : nil
        switch (option, word.name) {
        case ("--only"?, let name?):
            candidates = WordAtCursor.lists(of: Facet(option: name)?.knownWords ?? [], after: word.text)
        default:
            candidates = word.candidates(names: QueryField.allCases.map(\.name), values: Self.values)
        }
    }

    private static func values(of name: String) -> [String] {
        guard let field = QueryField(named: name) else { return [] }
        return if field.kind == .persons {
            CompletionKind.keptLogins
        } else {
            field.choices
        }
    }

    /// The word before `name`, `:` and the value, of which the last may not be there yet.
    private static func option(before index: Int, in words: [String]) -> String? {
        guard words.indices.contains(index) else { return nil }
        let place = words[index] == ":" ? index - 2 : index - 3
        return words.indices.contains(place) ? words[place] : nil
    }
}
