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
        for field in ObservationQuery.named where query.needsNumbers(field) {
            query[field] = try await numbers(of: query[field], field, authorization)
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
