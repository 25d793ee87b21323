extension INaturalistClient {
    /// Part of a search as a person sees it: ``page(_:idBelow:limit:as:)-(_,_,_,Authorization)`` with the JWT kept
    /// alive, and proof on every reply.
    ///
    /// A page without any row proves nothing, so then `/v1/users/me` is asked too: one more request for a page that
    /// is rare, since the last page of a list says that it is the last.
    ///
    /// - Throws: ``INaturalistError``; `.jwtNotHonoured` or `.jwtEnded` instead of rows that were made for anybody,
    ///   `.notSignedIn` when the token that should speak is not there.
    @concurrent
    package func page(
        _ query: ObservationQuery,
        idBelow: Int? = nil,
        limit: Int = INaturalistClient.pageLimit,
        as viewer: Viewer
    ) async throws(INaturalistError) -> ObservationPage {
        // Without a possible id nothing is asked, and there is nothing to prove.
        if !query.ids.isEmpty, !query.ids.contains(where: Self.isPossible) {
            return try await page(query, idBelow: idBelow, limit: limit, as: .anonymous)
        }
        return try await proved(
            viewer,
            recognition: { $0.recognition },
            ask: { authorization throws(INaturalistError) in
                try await self.page(query, idBelow: idBelow, limit: limit, as: authorization)
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
    /// - Throws: as ``page(_:idBelow:limit:as:)-(_,_,_,Viewer)``.
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
    /// - Throws: as ``page(_:idBelow:limit:as:)-(_,_,_,Viewer)``, and as ``detail(id:as:)-(_,Authorization)``.
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
        guard viewer.identity == .jwt else {
            guard let authorization = viewer.credentials.authorization(for: viewer.identity) else {
                throw .notSignedIn
            }
            return try await ask(authorization)
        }
        var jwt = try await goodJWT(of: viewer.credentials)
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
