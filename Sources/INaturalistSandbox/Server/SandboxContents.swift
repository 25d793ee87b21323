/// The part of ``SandboxState`` that is behind its lock.
struct SandboxContents: Sendable {
    var jwtLifetime: Duration
    var baseURL = ""
    var tokens: [String: AccessToken] = [:]
    var grants: [String: AuthorizationGrant] = [:]
    var standings = AccountStandings()
    var faults: FaultScript
    var gates: [SandboxGate] = []
    var journal: [SandboxRequest] = []
    /// Whether no request comes any more.
    var isStopped = false
    /// Who waits for requests, and for which.
    var expecting:
        [(isMet: @Sendable ([SandboxRequest]) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []
    var cache = ResponseCache()

    init(jwtLifetime: Duration, repeating faults: [RepeatedFault]) {
        self.jwtLifetime = jwtLifetime
        self.faults = FaultScript(repeating: faults)
    }

    /// Lifts a suspension, which brings all tokens back, even those that were revoked before it (API reference 1.1).
    mutating func reinstate(_ account: SandboxAccount) {
        standings.setSuspension(nil, of: account)
        setTokens(of: account.userID, revoked: false)
    }

    mutating func setTokens(of userID: Int, revoked: Bool) {
        for (text, token) in tokens where token.userID == userID {
            tokens[text]?.isRevoked = revoked
        }
    }
}
