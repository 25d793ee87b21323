import FoundationEssentials
import Synchronization

/// What changes while a sandbox runs: tokens, suspensions, sessions, faults, the journal and the shared cache.
final class SandboxState: Sendable {
    private let contents: Mutex<SandboxContents>
    /// The website's sessions.
    let sessions = WebSessions()

    private let clock: @Sendable () -> Date

    init(_ configuration: SandboxConfiguration) {
        contents = Mutex(
            SandboxContents(
                jwtLifetime: configuration.jwtLifetime,
                repeating: configuration.repeatedFaults
            )
        )
        clock = configuration.now
    }

    /// Now by the server's clock, in whole seconds.
    var now: Moment {
        Moment(seconds: Int(clock().timeIntervalSince1970.rounded(.down)))
    }

    /// Where the server listens, known once it does.
    var baseURL: String {
        get { contents.withLock { $0.baseURL } }
        set { contents.withLock { $0.baseURL = newValue } }
    }

    // MARK: - Accounts

    /// The account of a login or an e-mail address, in whatever case (API reference 1.3).
    static func account(named name: String) -> SandboxAccount? {
        let wanted = name.lowercased()
        return SandboxAccount.all.first { $0.login == wanted }
            ?? SandboxAccount.all.first { $0.email == wanted }
    }

    /// The account of a user id.
    static func account(userID: Int) -> SandboxAccount? {
        SandboxAccount.all.first { $0.userID == userID }
    }

    /// An account's suspension, unless there is none or its time has passed.
    func suspension(of account: SandboxAccount, now: Moment) -> Suspension? {
        contents.withLock { contents in
            guard let suspension = contents.standings.suspension(of: account) else { return nil }
            guard let end = suspension.end, end <= now else { return suspension }
            contents.reinstate(account)
            return nil
        }
    }

    func suspend(_ account: SandboxAccount, until: String?) {
        contents.withLock { $0.standings.setSuspension(Suspension(until: until), of: account) }
    }

    func reinstate(_ account: SandboxAccount) {
        contents.withLock { $0.reinstate(account) }
    }

    func password(of account: SandboxAccount) -> String {
        contents.withLock { $0.standings.password(of: account) }
    }

    /// Revokes the OAuth tokens (API reference 1.1) and ends the web sessions; JWTs know nothing of it.
    func changePassword(of account: SandboxAccount, to password: String) {
        contents.withLock { contents in
            contents.standings.setPassword(password, of: account)
            contents.setTokens(of: account.userID, revoked: true)
        }
        sessions.close(of: account)
    }

    // MARK: - Tokens

    var jwtLifetime: Duration {
        get { contents.withLock { $0.jwtLifetime } }
        set { contents.withLock { $0.jwtLifetime = newValue } }
    }

    /// Makes and keeps a token. Nothing replaces an older one: every login creates another (API reference 1.1).
    func issueToken(
        for account: SandboxAccount,
        applicationID: Int?,
        scopes: [String],
        now: Moment
    ) -> AccessToken {
        let token = AccessToken(
            text: AccessToken.randomText(),
            userID: account.userID,
            applicationID: applicationID,
            scopes: scopes,
            createdAt: now
        )
        contents.withLock { $0.tokens[token.text] = token }
        return token
    }

    func token(_ text: String) -> AccessToken? {
        contents.withLock { $0.tokens[text] }
    }

    func revokeToken(_ text: String) {
        contents.withLock { $0.tokens[text]?.isRevoked = true }
    }

    func revokeTokens(userID: Int) {
        contents.withLock { $0.setTokens(of: userID, revoked: true) }
    }

    /// The tokens of an account that were not revoked.
    func tokens(userID: Int) -> [AccessToken] {
        contents.withLock { $0.tokens.values.filter { $0.userID == userID && !$0.isRevoked } }
    }

    /// Keeps a grant, and returns the code that stands for it.
    func keep(_ grant: AuthorizationGrant) -> String {
        let code = AccessToken.randomText()
        contents.withLock { $0.grants[code] = grant }
        return code
    }

    func grant(_ code: String) -> AuthorizationGrant? {
        contents.withLock { $0.grants[code] }
    }

    /// Uses a code up, which a successful exchange alone does.
    /// - Returns: Whether it was there and still unused: it works once.
    func useGrant(_ code: String) -> Bool {
        contents.withLock { contents in
            guard contents.grants[code]?.isUsed == false else { return false }
            contents.grants[code]?.isUsed = true
            return true
        }
    }

    // MARK: - Faults

    func add(_ fault: SandboxFault) {
        contents.withLock { contents in
            contents.faults.add(fault)
            if case .held(let gate) = fault.action { contents.gates.append(gate) }
        }
    }

    func add(_ fault: RepeatedFault) {
        contents.withLock { $0.faults.add(fault) }
    }

    func removeFaults() {
        contents.withLock { $0.faults.removeAll() }
    }

    func nextFault(for path: String) -> SandboxFault.Action? {
        contents.withLock { $0.faults.next(for: path) }
    }

    /// Opens every gate, so that nothing is held when the server stops, and lets go who waits for requests.
    func openGates() {
        for gate in contents.withLock({ $0.gates }) { gate.open() }
        let expecting = contents.withLock { contents in
            contents.isStopped = true
            defer { contents.expecting = [] }
            return contents.expecting
        }
        for entry in expecting { entry.continuation.resume() }
    }

    // MARK: - Journal

    var journal: [SandboxRequest] {
        contents.withLock { $0.journal }
    }

    func clearJournal() {
        contents.withLock { $0.journal = [] }
    }

    /// Returns once the journal is as wanted, which is asked now and after each request, and when no more will come.
    func expect(_ isMet: @escaping @Sendable ([SandboxRequest]) -> Bool) async {
        await withCheckedContinuation { continuation in
            let isMetNow = contents.withLock { contents in
                if contents.isStopped || isMet(contents.journal) { return true }
                contents.expecting.append((isMet, continuation))
                return false
            }
            if isMetNow { continuation.resume() }
        }
    }

    func note(_ call: Call, as authorization: SandboxRequest.Authorization) {
        let met = contents.withLock { contents in
            contents.journal.append(
                SandboxRequest(
                    number: contents.journal.count + 1,
                    method: call.method,
                    path: call.path,
                    query: call.queryWithoutCode,
                    authorization: authorization,
                    userAgent: call.userAgent,
                    accept: call.accept,
                    hasCookie: call.cookie != nil
                )
            )
            let journal = contents.journal
            let met = contents.expecting.filter { $0.isMet(journal) }
            if !met.isEmpty { contents.expecting.removeAll { $0.isMet(journal) } }
            return met
        }
        for entry in met { entry.continuation.resume() }
    }

    // MARK: - The cache that mixes identities

    func cachedReply(_ key: String, now: Moment) -> Reply? {
        contents.withLock { $0.cache.reply(for: key, now: now) }
    }

    func cache(_ reply: Reply, as key: String, now: Moment) {
        contents.withLock { $0.cache.keep(reply, as: key, now: now) }
    }
}
