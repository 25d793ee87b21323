extension INaturalistClient {
    /// Part of a search as a person sees it: ``page(_:window:limit:as:)-(_,_,_,Authorization)`` with the JWT kept alive,
    /// and proof on every reply.
    ///
    /// A page without any row proves nothing, so then `/v1/users/me` is asked too: one more request for a page that
    /// is rare, since the last page of a list says that it is the last.
    ///
    /// - Throws: ``INaturalistError``; `.jwtNotHonoured` or `.jwtEnded` instead of rows that were made for anybody,
    ///   `.notSignedIn` when the token that should speak is not there.
    @concurrent
    package func page(
        _ query: ObservationQuery,
        window: IDWindow = .all,
        limit: Int = INaturalistClient.pageLimit,
        as viewer: Viewer
    ) async throws(INaturalistError) -> ObservationPage {
        try await page(query, window, limit, fields: SearchFields.parameter, as: viewer)
    }

    /// The ids of a part of a search. The reply has the mark of the person besides, so that it proves itself
    /// (reference 4.4), which `only_id` would not.
    ///
    /// - Returns: the ids in the window's order, and how many the window has.
    /// - Throws: as ``page(_:window:limit:as:)-(_,_,_,Viewer)``.
    @concurrent
    package func ids(
        _ query: ObservationQuery,
        window: IDWindow = .all,
        limit: Int = INaturalistClient.pageLimit,
        as viewer: Viewer
    ) async throws(INaturalistError) -> IDPage {
        let page = try await page(query, window, limit, fields: SearchFields.idsAlone, as: viewer)
        return IDPage(ids: page.observations.map(\.id), total: page.total)
    }

    /// How many observations a part of a search has. One id is asked for with it, to prove the reply by.
    ///
    /// - Throws: as ``page(_:window:limit:as:)-(_,_,_,Viewer)``.
    @concurrent
    package func count(
        _ query: ObservationQuery,
        window: IDWindow = .all,
        as viewer: Viewer
    ) async throws(INaturalistError) -> Int {
        try await ids(query, window: window, limit: 1, as: viewer).total
    }

    private func page(
        _ query: ObservationQuery,
        _ window: IDWindow,
        _ limit: Int,
        fields: String,
        as viewer: Viewer
    ) async throws(INaturalistError) -> ObservationPage {
        // Without a possible id nothing is asked, and there is nothing to prove; what is wrong is told before a JWT is
        // exchanged for it.
        guard query.mayHaveRows, query.obstacle == nil else {
            return try await page(query, window, limit, fields: fields, as: .anonymous)
        }
        return try await proved(
            viewer,
            recognition: { $0.recognition },
            ask: { authorization throws(INaturalistError) in
                try await self.page(query, window, limit, fields: fields, as: authorization)
            },
            marked: { page in
                ObservationPage(
                    total: page.total,
                    observations: page.observations,
                    recognition: .recognised,
                    unreadable: page.unreadable,
                    nextIDBelow: page.nextIDBelow
                )
            }
        )
    }

    /// Observations by id as a person sees them; each batch is proved before it is given to `onBatch`.
    ///
    /// - Throws: as ``page(_:window:limit:as:)-(_,_,_,Viewer)``.
    @concurrent
    package func observations(
        ids: [Int],
        as viewer: Viewer,
        onBatch: (@Sendable (ObservationBatch) async -> Void)? = nil
    ) async throws(INaturalistError) -> ObservationBatch {
        try await batches(of: ids, onBatch: onBatch) { chunk throws(INaturalistError) in
            guard chunk.contains(where: Self.isPossible) else {
                return try await self.batch(of: chunk, as: .anonymous)
            }
            return try await self.proved(
                viewer,
                recognition: { $0.recognition },
                ask: { authorization throws(INaturalistError) in
                    try await self.batch(of: chunk, as: authorization)
                },
                marked: { batch in
                    ObservationBatch(
                        observations: batch.observations,
                        missing: batch.missing,
                        recognition: .recognised
                    )
                }
            )
        }
    }

    /// One observation with all that its page shows, as a person sees it.
    ///
    /// - Throws: as ``page(_:window:limit:as:)-(_,_,_,Viewer)``, and as ``detail(id:as:)-(_,Authorization)``.
    @concurrent
    package func detail(id: Int, as viewer: Viewer) async throws(INaturalistError) -> ObservationDetail {
        guard Self.isPossible(id) else { throw .impossibleID(id) }
        return try await proved(
            viewer,
            recognition: { $0.recognition },
            ask: { authorization throws(INaturalistError) in
                try await self.detail(id: id, as: authorization)
            },
            marked: { $0 }
        )
    }

    /// Asks as a person, and hands back nothing under a JWT that was not made for that person.
    ///
    /// - Parameters:
    ///   - viewer: who asks.
    ///   - recognition: whether a reply knew the person.
    ///   - ask: the request.
    ///   - marked: the reply that had nothing to know anybody by, once the person was proved otherwise.
    private func proved<Reply: Sendable>(
        _ viewer: Viewer,
        recognition: (Reply) -> Recognition,
        ask: (Authorization) async throws(INaturalistError) -> Reply,
        marked: (Reply) -> Reply
    ) async throws(INaturalistError) -> Reply {
        let authorization = try await authorization(of: viewer)
        guard case .jwt(var jwt) = authorization else { return try await ask(authorization) }
        var isFirst = true
        while true {
            do throws(INaturalistError) {
                var reply = try await ask(.jwt(jwt))
                switch recognition(reply) {
                case .recognised: break
                case .notRecognised: throw .jwtNotHonoured
                case .unknown:
                    let account = try await accountOfAPI(.jwt(jwt))
                    guard account.id == jwt.userID else { throw .jwtNotHonoured }
                    reply = marked(reply)
                }
                renewals.noteRecognition(of: jwt)
                return reply
            } catch {
                guard error == .jwtNotHonoured, isFirst else { throw error }
                isFirst = false
                jwt = try await replacement(for: jwt, of: viewer.credentials)
            }
        }
    }
}
