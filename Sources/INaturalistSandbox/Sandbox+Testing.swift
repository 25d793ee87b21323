/// What tests ask of a sandbox beyond what a client could.
extension Sandbox {
    /// A JWT that the server accepts, signed as its own.
    /// - Parameters:
    ///   - login: The account's login.
    ///   - lifetime: From now; negative for one that has expired.
    ///   - applicationID: The claim `oauth_application_id`, or nil for none.
    package func issueJWT(
        login: String,
        lifetime: Duration = .seconds(24 * 60 * 60),
        applicationID: Int? = nil
    ) -> String {
        JSONWebToken(
            userID: SandboxState.account(named: login)?.userID ?? 0,
            applicationID: applicationID,
            expires: state.now.seconds + Int(lifetime.components.seconds)
        ).text
    }

    /// An OAuth access token of the working application: 43 URL-safe characters.
    /// - Parameters:
    ///   - login: The account's login.
    ///   - scope: The scopes, set apart by spaces.
    package func issueOAuthToken(login: String, scope: String = "write login") -> String {
        guard let account = SandboxState.account(named: login) else { return AccessToken.randomText() }
        return state.issueToken(
            for: account,
            applicationID: SandboxApplication.working.id,
            scopes: scope.split(separator: " ").map(String.init),
            now: state.now
        ).text
    }

    /// An authorization code, as the consent page would send it to the redirect URI.
    /// - Parameters:
    ///   - login: The account that consents.
    ///   - application: The application that asks.
    ///   - redirectURI: Where the code is sent.
    ///   - challenge: The PKCE challenge, or nil for none.
    ///   - challengeMethod: `S256` or `plain`.
    package func issueAuthorizationCode(
        login: String,
        application: SandboxApplication,
        redirectURI: String,
        challenge: String? = nil,
        challengeMethod: String = "S256"
    ) -> String {
        let grant = AuthorizationGrant(
            userID: SandboxState.account(named: login)?.userID ?? 0,
            applicationID: application.id,
            redirectURI: redirectURI,
            scopes: application.scopes,
            challenge: challenge,
            challengeMethod: challenge == nil ? nil : challengeMethod,
            createdAt: state.now
        )
        return state.keep(grant)
    }

    /// How many OAuth tokens of an account still work: each login makes another (API reference 1.1).
    package func issuedTokens(login: String) -> Int {
        guard let account = SandboxState.account(named: login), !isSuspended(account) else { return 0 }
        return state.tokens(userID: account.userID).count
    }

    /// Whether the server still honours a token.
    /// - Parameter token: An OAuth token, or a JWT as the node server would judge it.
    package func isAlive(_ token: String) -> Bool {
        if let jwt = JSONWebToken(verifying: token, now: state.now) {
            return SandboxState.account(userID: jwt.userID).map { !isSuspended($0) } ?? false
        }
        guard let token = state.token(token), let account = SandboxState.account(userID: token.userID) else {
            return false
        }
        return !token.isRevoked && !isSuspended(account)
    }

    private func isSuspended(_ account: SandboxAccount) -> Bool {
        state.suspension(of: account, now: state.now) != nil
    }

    /// Changes an account's password, which revokes its OAuth tokens and ends its web sessions. JWTs stay good.
    package func changePassword(login: String, to password: String) {
        guard let account = SandboxState.account(named: login) else { return }
        state.changePassword(of: account, to: password)
    }

    /// Revokes every OAuth token of an account, as a change of its password does. JWTs stay good.
    package func revokeOAuthTokens(login: String) {
        guard let account = SandboxState.account(named: login) else { return }
        state.revokeTokens(userID: account.userID)
    }

    /// Suspends an account: no login, no OAuth token, and 401 for its JWTs everywhere.
    /// - Parameters:
    ///   - login: The account's login.
    ///   - until: ISO 8601, or nil for good. A moment in the past has lapsed already.
    package func suspend(login: String, until: String?) {
        guard let account = SandboxState.account(named: login) else { return }
        state.suspend(account, until: until)
    }

    /// Lifts a suspension; the account's tokens work again.
    package func reinstate(login: String) {
        guard let account = SandboxState.account(named: login) else { return }
        state.reinstate(account)
    }

    /// Sets how long the JWTs that are handed out from now on stay valid.
    package func setJWTLifetime(_ lifetime: Duration) {
        state.jwtLifetime = lifetime
    }

    /// Every request that arrived, in order.
    package var requests: [SandboxRequest] {
        state.journal
    }

    /// Returns once so many of the requests meant have arrived since they were last forgotten, and when it stops.
    package func arrivals(
        _ count: Int = 1,
        where isMeant: @escaping @Sendable (SandboxRequest) -> Bool
    ) async {
        await state.expect { $0.count(where: isMeant) >= count }
    }

    /// Forgets the requests so far.
    package func forgetRequests() {
        state.clearJournal()
    }

    /// Scripts a failure. Faults are used up in the order in which they were injected.
    package func inject(_ fault: SandboxFault) {
        state.add(fault)
    }

    /// Lets something go wrong with every so many-th request from now on, until the faults are cleared.
    ///
    /// It counts requests, so that the same requests meet the same faults on every run. A request that several faults
    /// mean gets the one that was set up first, and injected ones before all of these.
    /// - Parameters:
    ///   - faults: What happens, in turn when there are several; their own paths and counts do not matter here.
    ///   - interval: How many requests there are from one fault to the next; 1 means each.
    ///   - pathPrefix: The requests meant: those whose path begins with this.
    package func repeatFault(_ faults: SandboxFault..., every interval: Int, on pathPrefix: String = "/") {
        state.add(RepeatedFault(faults, every: interval, on: pathPrefix))
    }

    /// Drops the faults that are still to come and those that repeat.
    package func clearFaults() {
        state.removeFaults()
    }
}
