extension INaturalistClient {
    /// What the server offers for words that somebody types into a field: taxa, places, projects or people
    /// whose name begins so, the likeliest first (reference 6).
    ///
    /// Every call is a request: who asks as somebody types waits until they pause, or the server throttles
    /// them (reference 7.1).
    ///
    /// - Parameters:
    ///   - field: which sort of name; other fields have nothing to look up.
    ///   - text: what was typed. Without a letter nothing is asked.
    ///   - limit: rows, at most 20.
    ///   - authorization: who asks. Names come in the person's language.
    /// - Returns: what was found, none of it sanitised for a terminal.
    /// - Throws: ``INaturalistError``.
    @concurrent
    package func lookUp(
        _ field: QueryField,
        _ text: String,
        limit: Int = 10,
        as authorization: Authorization
    ) async throws(INaturalistError) -> [QuerySuggestion] {
        let path: String? =
            switch field.kind {
            case .taxa: "taxa"
            case .places: "places"
            case .projects: "projects"
            case .persons: "users"
            case .ids, .date, .moment, .choices, .choice, .yesOrNo, .text, .box: nil
            }
        // The API takes no more than that (reference 6).
        let words = QueryLine.trimmed(text.prefix(1000))
        guard let path, !words.isEmpty else { return [] }
        var query = [("q", words), ("per_page", String(min(max(limit, 1), 20)))]
        // Their observations are there to be found all the same.
        if field.kind == .persons { query.append(("include_suspended", "true")) }
        let request = HTTPRequest.get(
            .api,
            "/v1/\(path)/autocomplete",
            query: query,
            as: authorization,
            at: addresses
        )
        let response = try await reply(to: request)
        guard response.status == 200 else { throw error(in: response, to: request).api(needsUser: false) }
        guard let results = try json(of: response, to: request)["results"], results.isArray else {
            throw .unreadableReply(what: "it has no list of names")
        }
        return results.elements.compactMap { QuerySuggestion($0, for: field) }
    }

    /// ``lookUp(_:_:limit:as:)-(_,_,_,Authorization)`` as a person, with the JWT kept alive. Names are no
    /// secret, so nothing is proved.
    ///
    /// - Throws: ``INaturalistError``; `.jwtEnded` when no JWT can be had.
    @concurrent
    package func lookUp(
        _ field: QueryField,
        _ text: String,
        limit: Int = 10,
        as viewer: Viewer
    ) async throws(INaturalistError) -> [QuerySuggestion] {
        try await lookUp(field, text, limit: limit, as: authorization(of: viewer))
    }
}
