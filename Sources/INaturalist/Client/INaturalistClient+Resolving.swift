extension INaturalistClient {
    /// The query with numbers in place of names, so that the server is asked for just what was meant. A query
    /// without names is handed back without any request.
    ///
    /// Taxa too, though the API takes `taxon_name`: that finds taxa with the words anywhere in a name, at
    /// most 2,000, and leaves out what is below them, so that a genus would be found without its species. A
    /// place's name makes the API fail with a status of 500, and a name among `without_taxon_id` is refused or ignored.
    /// A single observer stays a login: a search for one that nobody has is refused in the server's own words
    /// (reference 3.4). Of several observers the API would leave unknown ones out silently, so each is asked
    /// for.
    ///
    /// - Parameters:
    ///   - query: without ``ObservationQuery/problems``; with one nothing is sent.
    ///   - authorization: who asks.
    /// - Returns: the same query, where ``ObservationQuery/hasNames`` is false.
    /// - Throws: `.query` with the field and what the server offers instead when no name is exactly the one
    ///   asked for, or when several things have it; other ``INaturalistError``s of the requests.
    @concurrent
    package func resolving(
        _ query: ObservationQuery,
        as authorization: Authorization
    ) async throws(INaturalistError) -> ObservationQuery {
        if let problem = query.problems.first { throw .query(problem) }
        guard query.hasNames else { return query }
        var query = query
        query.taxa = try await numbers(of: query.taxa, .taxon, authorization)
        query.excludedTaxa = try await numbers(of: query.excludedTaxa, .withoutTaxon, authorization)
        query.places = try await numbers(of: query.places, .place, authorization)
        query.projects = try await numbers(of: query.projects, .project, authorization)
        if query.observers.count > 1 {
            query.observers = try await numbers(of: query.observers, .observer, authorization)
        }
        return query
    }

    /// ``resolving(_:as:)-(_,Authorization)`` as a person, with the JWT kept alive.
    ///
    /// - Throws: the same, and `.jwtEnded` when no JWT can be had.
    @concurrent
    package func resolving(
        _ query: ObservationQuery,
        as viewer: Viewer
    ) async throws(INaturalistError) -> ObservationQuery {
        if let problem = query.problems.first { throw .query(problem) }
        guard query.hasNames else { return query }
        return try await resolving(query, as: authorization(of: viewer))
    }

    private func numbers(
        of references: [QueryReference],
        _ field: QueryField,
        _ authorization: Authorization
    ) async throws(INaturalistError) -> [QueryReference] {
        var numbers: [QueryReference] = []
        for reference in references {
            var number = reference
            if case .name(let name) = reference {
                number = try await self.number(of: QueryLine.trimmed(name[...]), field, authorization)
            }
            if !numbers.contains(number) { numbers.append(number) }
        }
        return numbers
    }

    private func number(
        of name: String,
        _ field: QueryField,
        _ authorization: Authorization
    ) async throws(INaturalistError) -> QueryReference {
        let offered = try await lookUp(field, name, limit: 20, as: authorization)
        let meant = QueryNames.meant(by: name, among: offered)
        if let only = meant.first, meant.count == 1 { return .id(only.id, name: only.reference.name) }
        throw .query(
            meant.isEmpty
                ? QueryNames.unknown(name, field, offered: offered)
                : QueryNames.ambiguous(name, field, meant)
        )
    }
}

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
        let sentence = "“\(name)” is no \(noun(field)) that the server knows"
        guard !offered.isEmpty else {
            return QueryProblem(field, sentence + ", and it offers nothing like it.")
        }
        return QueryProblem(field, sentence + ". It offers " + list(offered.map(\.line)) + ".")
    }

    static func ambiguous(_ name: String, _ field: QueryField, _ meant: [QuerySuggestion]) -> QueryProblem {
        let choices = meant.map { "\($0.id) for \($0.line)" }
        return QueryProblem(
            field,
            "“\(name)” is the name of more than one \(noun(field)). Write the number of the one you mean: "
                + list(choices) + "."
        )
    }

    private static func noun(_ field: QueryField) -> String {
        switch field.kind {
        case .taxa: "taxon"
        case .places: "place"
        case .projects: "project"
        default: "person"
        }
    }

    /// No more than a line or two, and fit to be shown.
    private static func list(_ lines: [String]) -> String {
        let shown = lines.prefix(5).compactMap { ServerMessage.shown($0, hiding: []) }
        let rest = lines.count > 5 ? "; and \(lines.count - 5) more" : ""
        return shown.joined(separator: "; ") + rest
    }
}
