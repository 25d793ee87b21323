internal import FoundationEssentials

/// Finds the error in a reply that is not a success: what both servers have in common, then each endpoint's
/// own.
struct ReplyError {
    let response: HTTPResponse
    let request: HTTPRequest
    let now: Date

    private var message: String? { ServerMessage.text(in: response.body, hiding: request.secrets) }

    /// The error of a reply of the API.
    ///
    /// - Parameter needsUser: whether the endpoint asks for a JWT. Others answer a bad JWT as they answer
    ///   nobody, so that a 401 from them means a good JWT of a suspended account (reference, section 10, 11).
    /// - Returns: the error, also for a status that should not have come here.
    func api(needsUser: Bool) -> INaturalistError {
        if let error = common { return error }
        switch response.status {
        case 401:
            if needsUser || message == "JWT is missing or invalid" { return .jwtNotHonoured }
            return request.identity == .jwt ? .accountSuspended : other
        case 403 where response.isHTML: return .addressBlocked(host: request.host)
        case 403: return .forbidden(message: message ?? "no reason given")
        case 404 where response.isHTML: return .unknownRoute(host: request.host)
        case 404: return .notFound(message: message.flatMap { $0 == "Not Found" ? nil : $0 })
        case 410: return .deleted
        case 422:
            return message == "Too many IDs"
                ? .tooManyIDs : .notAccepted(message: message ?? "no reason given")
        default: return other
        }
    }

    /// The error of a page of the site that wants a token: `/users/api_token.json`, `/users/edit.json`.
    var site: INaturalistError {
        if 300..<400 ~= response.status, response.header("location")?.contains("/login") == true {
            return .notSignedIn
        }
        if let error = common { return error }
        switch response.status {
        case 401:
            guard let challenge = response.header("www-authenticate")?.lowercased() else {
                return .notSignedIn
            }
            if challenge.contains("revoked") { return .tokenNotHonoured(.revoked) }
            return .tokenNotHonoured(challenge.contains("expired") ? .expired : .invalid)
        case 403 where response.isHTML: return .addressBlocked(host: request.host)
        case 403:
            return response.body.isEmpty
                ? .tokenLacksScope : .forbidden(message: message ?? "no reason given")
        case 404: return .unknownRoute(host: request.host)
        default: return other
        }
    }

    /// What a token was asked for with.
    enum Grant: Sendable {
        case password
        case code
    }

    /// The error of a token endpoint. It goes by `error` and the status, because the description is
    /// translated; the request asks for English all the same, to tell the refusals under `invalid_grant`
    /// apart.
    ///
    /// - Parameter grant: what was sent; nil when nothing was asked for, but ended.
    func token(of grant: Grant?) -> INaturalistError {
        if let error = common { return error }
        if response.status == 403, response.isHTML { return .addressBlocked(host: request.host) }
        guard let json = JSONValue(parsing: response.body), let code = json["error"]?.words else {
            return response.status == 404 ? .unknownRoute(host: request.host) : other
        }
        switch code {
        case "invalid_grant": return refusedGrant(json, grant)
        case "invalid_client": return .unknownApplication
        case "unsupported_grant_type" where grant != .code: return .grantTypeNotSupported
        case "invalid_request": return .incompleteTokenRequest
        case "invalid_scope": return .scopeNotAllowed
        case "unauthorized_client":
            return response.status == 403 ? .revocationNotAllowed : .unknownApplication
        default: return .signInRefused(message: message ?? code)
        }
    }

    private func refusedGrant(_ json: JSONValue, _ grant: Grant?) -> INaturalistError {
        // The key is there for suspensions alone; its null says that no end was set.
        if let until = json["suspended_until"] { return .suspended(until: until.words) }
        let text = message?.lowercased() ?? ""
        if text.contains("suspended") { return .suspended(until: nil) }
        if text.contains("parent") { return .parentsNotAsked }
        if text.contains("authorization grant") { return .grantNotAccepted }
        if grant == .code, text.isEmpty { return .grantNotAccepted }
        if text.isEmpty || text.contains("password") { return .wrongPassword }
        return .signInRefused(message: message ?? "no reason given")
    }

    /// What means the same everywhere.
    private var common: INaturalistError? {
        switch response.status {
        case 429:
            // The body is never read: it comes from a layer in front of the servers, and is no JSON
            // (reference 7.1).
            let wait = RetryAfter.wait(in: response, now: now)
            return .throttled(retryAfter: wait.map { $0 / .seconds(1) })
        case 503:
            let wait = RetryAfter.wait(in: response, now: now)
            return .maintenance(until: wait.map { now.addingTimeInterval($0 / .seconds(1)) })
        case 300..<400:
            return .redirected(host: request.host, to: response.header("location").flatMap(Self.host))
        default:
            return message?.contains("Result window is too large") == true ? .windowTooLarge : nil
        }
    }

    private var other: INaturalistError {
        if response.status >= 500 {
            return .serverFault(status: response.status, message: response.isHTML ? nil : message)
        }
        if response.isHTML { return .pageInsteadOfData(host: request.host) }
        return .unexpectedStatus(response.status, message: message)
    }

    /// The host of a redirect's target: the rest of the address could hold anything.
    private static func host(of location: String) -> String? {
        guard let scheme = location.firstRange(of: "://") else { return nil }
        let authority = location[scheme.upperBound...].prefix { !"/?#".contains($0) }
        let host = authority.split(separator: "@").last ?? authority
        return ServerMessage.shown(String(host), hiding: [])
    }
}
