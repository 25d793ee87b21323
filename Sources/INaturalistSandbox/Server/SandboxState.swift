import Synchronization

/// What changes while a sandbox runs: tokens, suspensions, sessions, faults, the journal and the shared cache.
final class SandboxState: Sendable {
    private struct Contents {
        var jwtLifetime: Duration
        var baseURL = ""
        var tokens: [String: AccessToken] = [:]
        var grants: [String: AuthorizationGrant] = [:]
        var suspensions: [SandboxAccount.Role: Suspension]
        var sessions: [String: SandboxAccount] = [:]
        var faults = FaultScript()
        var gates: [SandboxGate] = []
        var journal: [SandboxRequest] = []
        var cache = ResponseCache()
    }

    private let contents: Mutex<Contents>

    init(jwtLifetime: Duration) {
        contents = Mutex(
            Contents(
                jwtLifetime: jwtLifetime,
                suspensions: [
                    .suspended: Suspension(until: "2036-09-01T00:00:00.000Z"),
                    .banned: Suspension(until: nil),
                ]
            )
        )
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
            guard let suspension = contents.suspensions[account.role] else { return nil }
            if let end = suspension.end, end <= now {
                contents.suspensions[account.role] = nil
                return nil
            }
            return suspension
        }
    }

    func suspend(_ account: SandboxAccount, until: String?) {
        contents.withLock { $0.suspensions[account.role] = Suspension(until: until) }
    }

    func reinstate(_ account: SandboxAccount) {
        contents.withLock { $0.suspensions[account.role] = nil }
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
        contents.withLock { contents in
            for (text, token) in contents.tokens where token.userID == userID {
                contents.tokens[text]?.isRevoked = true
            }
        }
    }

    func keep(_ grant: AuthorizationGrant, as code: String) {
        contents.withLock { $0.grants[code] = grant }
    }

    /// Takes a grant out: a code works once.
    func takeGrant(_ code: String) -> AuthorizationGrant? {
        contents.withLock { $0.grants.removeValue(forKey: code) }
    }

    // MARK: - Sessions

    /// Remembers a web session, as Rails does after a login with a JWT, and returns its cookie value.
    func openSession(for account: SandboxAccount) -> String {
        let cookie = AccessToken.randomText()
        contents.withLock { $0.sessions[cookie] = account }
        return cookie
    }

    func session(_ cookie: String) -> SandboxAccount? {
        contents.withLock { $0.sessions[cookie] }
    }

    // MARK: - Faults

    func add(_ fault: SandboxFault) {
        contents.withLock { contents in
            contents.faults.add(fault)
            if case .held(let gate) = fault.action { contents.gates.append(gate) }
        }
    }

    func removeFaults() {
        contents.withLock { $0.faults.removeAll() }
    }

    func nextFault(for path: String) -> SandboxFault.Action? {
        contents.withLock { $0.faults.next(for: path) }
    }

    /// Opens every gate, so that nothing is held when the server stops.
    func openGates() {
        for gate in contents.withLock({ $0.gates }) { gate.open() }
    }

    // MARK: - Journal

    var journal: [SandboxRequest] {
        contents.withLock { $0.journal }
    }

    func clearJournal() {
        contents.withLock { $0.journal = [] }
    }

    func note(_ call: Call, as authorization: SandboxRequest.Authorization) {
        contents.withLock { contents in
            contents.journal.append(
                SandboxRequest(
                    number: contents.journal.count + 1,
                    method: call.method,
                    path: call.path,
                    query: call.rawQuery,
                    authorization: authorization,
                    userAgent: call.userAgent,
                    accept: call.accept,
                    hasCookie: call.cookie != nil
                )
            )
        }
    }

    // MARK: - The cache that mixes identities

    func cachedReply(_ key: String, now: Moment) -> Reply? {
        contents.withLock { $0.cache.reply(for: key, now: now) }
    }

    func cache(_ reply: Reply, as key: String, now: Moment) {
        contents.withLock { $0.cache.keep(reply, as: key, now: now) }
    }
}
