extension INaturalistClient {
    /// The most rows that a page can have; the API clamps silently (reference 3.2).
    package static let pageLimit = 200

    /// Part of a search, newest id first.
    ///
    /// The second version of the API is asked for just what a table shows. It checks its own replies
    /// strictly, so that one odd observation can turn a whole page into a status of 500 (reference 3.6); then
    /// the first version is asked for the same page.
    ///
    /// Pages are windows of ids, because the API lists no more than 10,000 observations by page number.
    ///
    /// - Parameters:
    ///   - query: which observations.
    ///   - window: which part of them by id. Above an id alone the rows come by rising id, else by falling id.
    ///   - limit: rows, 1 to 200; other numbers are moved into that.
    ///   - authorization: who asks.
    /// - Returns: the rows, and where the next page begins.
    /// - Throws: ``INaturalistError``; `.query` before any request when the query has a problem or names that were not
    ///   looked up (``resolving(_:as:)-(_,Authorization)``), `.accountSuspended` when a valid JWT is refused.
    @concurrent
    package func page(
        _ query: ObservationQuery,
        window: IDWindow = .all,
        limit: Int = INaturalistClient.pageLimit,
        as authorization: Authorization
    ) async throws(INaturalistError) -> ObservationPage {
        try await page(query, window, limit, fields: SearchFields.parameter, as: authorization)
    }

    /// The same with other fields.
    func page(
        _ query: ObservationQuery,
        _ window: IDWindow,
        _ limit: Int,
        fields: String,
        as authorization: Authorization
    ) async throws(INaturalistError) -> ObservationPage {
        guard query.mayHaveRows else {
            return ObservationPage(total: 0, observations: [], recognition: .unknown)
        }
        if let obstacle = query.obstacle { throw .query(obstacle) }
        return try await search(
            query.parameters + window.parameters,
            limit: min(max(limit, 1), Self.pageLimit),
            fields: fields,
            as: authorization
        )
    }

    /// Observations by id, any number of them, in the order asked.
    ///
    /// Asked for in batches of 200 as a search: the path form of the second version takes UUIDs only, and
    /// that of the first sends everything there is.
    ///
    /// - Parameters:
    ///   - ids: the ids, in any order.
    ///   - authorization: who asks.
    ///   - onBatch: called with each batch as it comes, in order.
    /// - Returns: each observation once, and the ids that have none; ids that no observation can have are
    ///   among them and are never sent.
    /// - Throws: ``INaturalistError`` when one batch fails; earlier ones were given to `onBatch`.
    @concurrent
    package func observations(
        ids: [Int],
        as authorization: Authorization,
        onBatch: (@Sendable (ObservationBatch) async -> Void)? = nil
    ) async throws(INaturalistError) -> ObservationBatch {
        try await batches(of: ids, onBatch: onBatch) { chunk throws(INaturalistError) in
            try await self.batch(of: chunk, as: authorization)
        }
    }

    /// Fetches ids in batches and puts the batches together.
    func batches(
        of ids: [Int],
        onBatch: (@Sendable (ObservationBatch) async -> Void)?,
        fetch: (ArraySlice<Int>) async throws(INaturalistError) -> ObservationBatch
    ) async throws(INaturalistError) -> ObservationBatch {
        var seen: Set<Int> = []
        let wanted = ids.filter { seen.insert($0).inserted }
        var observations: [Observation] = []
        var missing: [Int] = []
        var recognition = Recognition.unknown
        var position = 0
        while position < wanted.count {
            let chunk = wanted[position..<min(position + Self.pageLimit, wanted.count)]
            position = chunk.endIndex
            let batch = try await fetch(chunk)
            observations += batch.observations
            missing += batch.missing
            recognition = recognition.joined(with: batch.recognition)
            await onBatch?(batch)
        }
        return ObservationBatch(observations: observations, missing: missing, recognition: recognition)
    }

    /// One observation with all that its page shows.
    ///
    /// From the first version of the API: it sends the `private_*` keys as absent, null or a value without
    /// being asked for each, and with `include_new_projects=true` it also grants what a collection project's
    /// trust allows, which it can only see then (reference 4.3).
    ///
    /// - Throws: ``INaturalistError``; `.notFound` when there is none, `.impossibleID` before any request.
    @concurrent
    package func detail(
        id: Int,
        as authorization: Authorization
    ) async throws(INaturalistError) -> ObservationDetail {
        guard Self.isPossible(id) else { throw .impossibleID(id) }
        let request = HTTPRequest.get(
            .api,
            "/v1/observations/\(id)",
            query: [("include_new_projects", "true"), ("v", Self.nonce)],
            as: authorization,
            at: addresses
        )
        let response = try await reply(to: request)
        guard response.status == 200 else { throw error(in: response, to: request).api(needsUser: false) }
        let json = try json(of: response, to: request)
        guard let results = json["results"], results.isArray else {
            throw .unreadableReply(what: "it has no list of observations")
        }
        guard let first = results.elements.first else { throw .notFound(message: nil) }
        guard let detail = ObservationDecoder(site: addresses.site).detail(first) else {
            throw .unreadableReply(what: "the observation has no id")
        }
        return detail
    }

    /// Ids are 32-bit integers at the server; a larger one makes its search engine fail (reference 3.4).
    static func isPossible(_ id: Int) -> Bool { 1...2_147_483_647 ~= id }

    func batch(
        of ids: ArraySlice<Int>,
        as authorization: Authorization
    ) async throws(INaturalistError) -> ObservationBatch {
        let possible = ids.filter(Self.isPossible)
        guard !possible.isEmpty else {
            return ObservationBatch(observations: [], missing: Array(ids), recognition: .unknown)
        }
        let page = try await search(
            [("id", possible.map(String.init).joined(separator: ","))],
            limit: Self.pageLimit,
            as: authorization
        )
        // The server's order is its own (reference 3.2).
        let found = Dictionary(page.observations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return ObservationBatch(
            observations: ids.compactMap { found[$0] },
            missing: ids.filter { found[$0] == nil },
            recognition: page.recognition
        )
    }
}
