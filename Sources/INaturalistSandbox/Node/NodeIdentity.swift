/// Finds out who asks, in the node server's two ways (API reference 2.4).
struct NodeIdentity: Sendable {
    let state: SandboxState

    /// The account that a request is made for; nil for the public view, which any unusable token gets silently.
    /// - Throws: ``NodeError/suspended`` for a suspended user's JWT.
    func viewer(of call: Call, version: NodeVersion, now: Moment) throws(NodeError) -> SandboxAccount? {
        for word in candidates(in: call, version: version) {
            guard let token = JSONWebToken(verifying: word, now: now),
                let account = SandboxState.account(userID: token.userID)
            else { continue }
            if state.suspension(of: account, now: now) != nil { throw .suspended }
            return account
        }
        return nil
    }

    /// The account, where there must be one.
    func requiredViewer(of call: Call, version: NodeVersion, now: Moment) throws(NodeError) -> SandboxAccount
    {
        guard let account = try viewer(of: call, version: version, now: now) else {
            throw .unauthorized(for: version)
        }
        return account
    }

    /// `/v1` takes the last word of the header; `/v2` the last words of the first two parts between commas.
    private func candidates(in call: Call, version: NodeVersion) -> [Substring] {
        guard let header = call.authorization else { return [] }
        switch version {
        case .v1: return call.lastAuthorizationWord.map { [$0] } ?? []
        case .v2: return header.split(separator: ",").prefix(2).compactMap { $0.split(separator: " ").last }
        }
    }
}
