/// What the consent page sends back in the query of the redirect address (RFC 6749, 4.1.2; reference 1.6).
struct ConsentReply: Sendable {
    /// The code, when there is one.
    let code: String?
    /// What came back of ``AuthorizationRequest/state``.
    let state: String?
    /// Whether the reply names a state at all, were it an empty one or two.
    let hasState: Bool
    /// Why there is no code; nil when the reply names no reason.
    let error: INaturalistError?

    /// Reads a query, without its question mark. A name that comes twice counts as missing, as RFC 6749 (3.1) forbids
    /// it: nobody can slip a second value past the first.
    init(query: Substring) {
        var values: [String: [String]] = [:]
        for pair in query.prefix(while: { $0 != "#" }).split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let text = parts.count > 1 ? String(parts[1].map { $0 == "+" ? " " : $0 }) : ""
            values[PercentEncoding.decoded(parts[0]), default: []].append(PercentEncoding.decoded(text[...]))
        }
        func value(_ name: String) -> String? {
            guard let found = values[name], found.count == 1, !found[0].isEmpty else { return nil }
            return found[0]
        }
        code = value("code")
        state = value("state")
        hasState = values["state"] != nil
        error = value("error").map { Self.error($0, description: value("error_description")) }
    }

    /// The code, when the reply belongs to a request.
    ///
    /// - Throws: ``INaturalistError``; `.stateMismatch` before anything else is believed.
    func code(for request: AuthorizationRequest) throws(INaturalistError) -> Secret {
        guard let state, Secret(state) == request.state else { throw .stateMismatch }
        if let error { throw error }
        guard let code else { throw .consentFailed(message: "it named neither a code nor a reason") }
        return Secret(code)
    }

    /// The error behind the site's name for it.
    static func error(_ name: String, description: String?) -> INaturalistError {
        let message = description.flatMap { ServerMessage.shown($0, hiding: []) }
        switch name {
        case "access_denied": return .consentDenied(message: message)
        case "invalid_scope": return .scopeNotAllowed
        case "invalid_client", "unauthorized_client": return .unknownApplication
        case "temporarily_unavailable": return .maintenance(until: nil)
        default:
            let reason = message ?? ServerMessage.shown(name, hiding: []) ?? "no reason given"
            return .consentFailed(message: reason)
        }
    }
}
