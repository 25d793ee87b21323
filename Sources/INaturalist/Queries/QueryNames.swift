/// What a name means among what the server offers for it.
enum QueryNames {
    /// The ones that are called exactly so, in any case of letters. A taxon's scientific name goes before
    /// other names, a slug and a full name before a short one; and a taxon goes for all of its name that are
    /// below it, as a genus for its subgenus.
    static func meant(by name: String, among offered: [QuerySuggestion]) -> [QuerySuggestion] {
        let wanted = name.lowercased()
        for rank in 0..<2 {
            let exact = offered.filter { suggestion in
                rank < suggestion.names.count && suggestion.names[rank].contains { $0.lowercased() == wanted }
            }
            guard !exact.isEmpty else { continue }
            let top = exact.first { top in
                exact.allSatisfy { $0.id == top.id || $0.ancestorIDs.contains(top.id) }
            }
            return top.map { [$0] } ?? exact
        }
        return []
    }

    static func unknown(_ name: String, _ field: QueryField, offered: [QuerySuggestion]) -> QueryProblem {
        let sentence = "“\(name)” is no \(field.noun) that the server knows"
        guard !offered.isEmpty else {
            return QueryProblem(field, sentence + ", and it offers nothing like it.")
        }
        return QueryProblem(field, sentence + ". It offers " + list(offered.map(\.line)) + ".")
    }

    static func ambiguous(_ name: String, _ field: QueryField, _ meant: [QuerySuggestion]) -> QueryProblem {
        let choices = meant.map { "\($0.id) for \($0.line)" }
        return QueryProblem(
            field,
            "“\(name)” is the name of more than one \(field.noun). Write the number of the one you mean: "
                + list(choices) + "."
        )
    }

    /// No more than a line or two, and fit to be shown.
    private static func list(_ lines: [String]) -> String {
        let shown = lines.prefix(5).compactMap { ServerMessage.shown($0, hiding: []) }
        let rest = lines.count > 5 ? "; and \(lines.count - 5) more" : ""
        return shown.joined(separator: "; ") + rest
    }
}
