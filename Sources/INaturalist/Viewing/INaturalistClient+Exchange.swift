internal import FoundationEssentials

extension INaturalistClient {
    /// The newest JWT of some tokens, exchanged if it is due. It has not ended, as far as this computer knows.
    ///
    /// - Throws: as ``renew(_:)``.
    func goodJWT(of credentials: Credentials) async throws(INaturalistError) -> JWT {
        guard let held = credentials.jwt else { throw .notSignedIn }
        let line = renewals.line(of: held, now: now())
        // A hundredth of a second more, so that a timer set to ``renewalDate(of:)`` never comes too early.
        guard
            let left = line.jwt.secondsLeft(at: serverNow),
            left <= line.due(clockError: clockError ?? 0) + 0.01
        else { return line.jwt }
        // An ended JWT buys nothing. Before the first reply the servers' time is not known, and trying tells it.
        if left <= 0, credentials.oauth == nil, clockError != nil { throw .jwtEnded(reason: Self.hasExpired) }
        do throws(INaturalistError) {
            return try await exchange(line.jwt, oauth: credentials.oauth, isForced: false)
        } catch {
            if error == .cancelled || error == .otherAccount { throw error }
            let newest = renewals.newest(of: line.jwt)
            if !newest.isExpired(at: serverNow) { return newest }
            // What may pass is told as it is: with the OAuth token the next call tries again.
            throw credentials.oauth != nil && error.concerns != .token
                ? error : .jwtEnded(reason: error.reasonForTheEnd)
        }
    }

    /// The token that speaks for a person now, exchanged if it is due.
    ///
    /// - Throws: `.notSignedIn` when the identity has none; as ``goodJWT(of:)``.
    func authorization(of viewer: Viewer) async throws(INaturalistError) -> Authorization {
        if viewer.identity == .jwt { return .jwt(try await goodJWT(of: viewer.credentials)) }
        guard let authorization = viewer.credentials.authorization(for: viewer.identity) else {
            throw .notSignedIn
        }
        return authorization
    }

    /// A JWT in place of one that a reply did not honour.
    ///
    /// - Throws: ``INaturalistError/jwtNotHonoured`` when there is nothing to renew it from, or when it is itself such
    ///   a replacement that was never honoured: a server that honours none must not be asked for more and more.
    func replacement(for jwt: JWT, of credentials: Credentials) async throws(INaturalistError) -> JWT {
        let line = renewals.line(of: jwt, now: now())
        if line.jwt.text != jwt.text { return line.jwt }
        guard let oauth = credentials.oauth else {
            throw jwt.isExpired(at: serverNow) ? .jwtEnded(reason: Self.hasExpired) : .jwtNotHonoured
        }
        if line.isOnProbation { throw .jwtNotHonoured }
        do throws(INaturalistError) {
            return try await exchange(jwt, oauth: oauth, isForced: true)
        } catch {
            throw error.concerns == .token && error != .otherAccount
                ? .jwtEnded(reason: error.reasonForTheEnd) : error
        }
    }

    /// Exchanges a JWT, or waits for who does. A task that is cancelled meanwhile leaves the exchange to the others.
    private func exchange(
        _ jwt: JWT,
        oauth: OAuthToken?,
        isForced: Bool
    ) async throws(INaturalistError) -> JWT {
        let outcome: Renewals.Outcome
        switch renewals.step(for: jwt, now: now()) {
        case .isDone(let newest): return newest
        case .wait(let running): outcome = running
        case .begin(let new):
            outcome = new
            Task.detached(executorPreference: WorkExecutor.shared) {
                let result = await self.purchase(with: jwt, oauth: oauth)
                self.renewals.finish(
                    jwt,
                    with: result,
                    left: jwt.secondsLeft(at: self.serverNow),
                    isForced: isForced,
                    now: self.now()
                )
                new.fulfil(result)
            }
        }
        let result: Result<JWT, INaturalistError>
        do {
            result = try await outcome.value()
        } catch {
            throw .cancelled
        }
        return try result.get()
    }

    /// Buys a new JWT with the OAuth token when there is one, else with the JWT itself.
    ///
    /// An OAuth token that lacks the scope for it never could, so the JWT is asked then. One that was revoked could,
    /// and somebody ended that on purpose: to go on with the JWT for ever would evade it.
    private func purchase(with jwt: JWT, oauth: OAuthToken?) async -> Result<JWT, INaturalistError> {
        do throws(INaturalistError) {
            var new: JWT?
            if let oauth {
                do throws(INaturalistError) {
                    new = try await self.jwt(using: .oauth(oauth))
                } catch {
                    guard error == .tokenLacksScope, !jwt.isExpired(at: serverNow) else { throw error }
                }
            }
            let bought: JWT
            if let new { bought = new } else { bought = try await self.jwt(using: .jwt(jwt)) }
            return bought.userID == jwt.userID ? .success(bought) : .failure(.otherAccount)
        } catch {
            return .failure(error)
        }
    }

    private static let hasExpired = "it has expired."
}

extension INaturalistError {
    /// Why a JWT could not be renewed, as the end of a sentence that tells what to do itself.
    fileprivate var reasonForTheEnd: String {
        switch self {
        case .tokenNotHonoured(.revoked): "the OAuth token behind it was revoked."
        case .tokenNotHonoured: "iNaturalist does not know the token any more."
        case .notSignedIn: "iNaturalist does not take it any more."
        case .tokenLacksScope: "the OAuth token lacks the scope “write”."
        default: description
        }
    }
}
