extension INaturalistClient {
    /// One search in both versions of the API.
    ///
    /// `v` is in none of the lists that the servers' cache goes by, so no copy made for somebody else can be
    /// the reply; `ttl=-1` makes the second version mark the reply as private (reference 3.5). Collection
    /// projects are not asked for: that would cost the server a look-up for each row, so a row may say
    /// “withheld” where the detail grants.
    func search(
        _ parameters: [(name: String, value: String)],
        limit: Int,
        fields: String = SearchFields.parameter,
        as authorization: Authorization
    ) async throws(INaturalistError) -> ObservationPage {
        let common = parameters + [("per_page", String(limit)), ("v", Self.nonce)]
        let second = HTTPRequest.get(
            .api,
            "/v2/observations",
            query: common + [("ttl", "-1"), ("fields", fields)],
            as: authorization,
            at: addresses
        )
        // Asking again cannot help when the server found its own reply to be wrong.
        let response = try await reply(to: second) { $0.status == 500 }
        if response.status == 200 { return try page(of: response, to: second) }
        let error = error(in: response, to: second).api(needsUser: false)
        guard case .serverFault(500, _) = error else { throw error }
        let first = HTTPRequest.get(.api, "/v1/observations", query: common, as: authorization, at: addresses)
        let fallback = try await reply(to: first)
        guard fallback.status == 200 else { throw self.error(in: fallback, to: first).api(needsUser: false) }
        return try page(of: fallback, to: first)
    }

    private func page(
        of response: HTTPResponse,
        to request: HTTPRequest
    ) throws(INaturalistError) -> ObservationPage {
        let json = try json(of: response, to: request)
        guard let results = json["results"], results.isArray else {
            throw .unreadableReply(what: "it has no list of observations")
        }
        let rows = results.elements
        let decoder = ObservationDecoder(site: addresses.site)
        let observations = rows.compactMap(decoder.observation)
        let total = json["total_results"]?.int ?? rows.count
        return ObservationPage(
            total: total,
            observations: observations,
            recognition: Recognition(of: observations),
            unreadable: rows.count - observations.count,
            nextIDBelow: total > rows.count ? observations.map(\.id).min() : nil
        )
    }
}
