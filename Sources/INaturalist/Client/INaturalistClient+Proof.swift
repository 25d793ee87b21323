extension INaturalistClient {
    /// Asks the servers whom a token speaks for. Nothing else proves it: searches answer 200 to anybody.
    ///
    /// A JWT is shown to `/v1/users/me`, which has to name the account that the JWT itself names. An OAuth token is shown there too, because only the API can say that
    /// it ignores it, and then to `/users/edit.json`, where the site says whose it is.
    ///
    /// - Throws: ``INaturalistError`` when no server gave a verdict: no connection, too many requests,
    ///   maintenance.
    @concurrent
    package func prove(_ authorization: Authorization) async throws(INaturalistError) -> Proof {
        switch authorization {
        case .anonymous: .anonymous
        case .jwt(let token): try await proof(of: token)
        case .oauth(let token): try await proof(of: token)
        }
    }

    private func proof(of token: JWT) async throws(INaturalistError) -> Proof {
        do {
            let account = try await accountOfAPI(.jwt(token))
            // A reply about somebody else, as from a cache on the way, proves nothing.
            guard account.id == token.userID else { return .refused(reason: Self.otherUser(token, account)) }
            return .proved(account)
        } catch .jwtNotHonoured {
            if token.isExpired(at: serverNow) {
                return .refused(reason: INaturalistError.tokenNotHonoured(.expired).description)
            }
            let isSuspended = try await isRefusedInPublic(.jwt(token))
            let reason: INaturalistError = isSuspended ? .accountSuspended : .jwtNotHonoured
            return .refused(reason: reason.description)
        } catch .accountSuspended {
            return .refused(reason: INaturalistError.accountSuspended.description)
        }
    }

    private static func otherUser(_ token: JWT, _ account: Account) -> String {
        let named = token.userID.map { "is for user \($0)" } ?? "names no user"
        return """
            This JWT \(named), but iNaturalist answered it with the account \(account.login) (user \(account.id)), so \
            it is not used. Get a new one from the token page.
            """
    }

    private func proof(of token: OAuthToken) async throws(INaturalistError) -> Proof {
        do {
            return .proved(try await accountOfAPI(.oauth(token)))
        } catch .jwtNotHonoured {
            // Expected: the API takes JWTs alone.
        } catch .accountSuspended {
            return .refused(reason: INaturalistError.accountSuspended.description)
        }
        do {
            return .ignoredByAPI(try await accountOfSite(.oauth(token)))
        } catch let error where error.concerns == .token {
            return .refused(reason: error.description)
        }
    }

    func accountOfAPI(_ authorization: Authorization) async throws(INaturalistError) -> Account {
        let request = HTTPRequest.get(
            .api,
            "/v1/users/me",
            query: [("v", Self.nonce)],
            as: authorization,
            at: addresses
        )
        let response = try await reply(to: request)
        guard response.status == 200 else { throw error(in: response, to: request).api(needsUser: true) }
        let json = try json(of: response, to: request)
        guard let account = json["results"]?.elements.first.flatMap(Account.init(json:)) else {
            throw .unreadableReply(what: "/v1/users/me names no account")
        }
        return account
    }

    /// The account of a token as the site sees it. The reply holds a birthday, addresses and more; only the
    /// id, the login and the name are taken out of it (reference, section 6).
    private func accountOfSite(_ authorization: Authorization) async throws(INaturalistError) -> Account {
        let request = HTTPRequest.get(.site, "/users/edit.json", as: authorization, at: addresses)
        let response = try await reply(to: request)
        guard response.status == 200 else { throw error(in: response, to: request).site }
        guard let account = Account(json: try json(of: response, to: request)) else {
            throw .unreadableReply(what: "/users/edit.json names no account")
        }
        return account
    }

    /// Whether even a public search is refused, which happens to valid JWTs of suspended accounts alone.
    private func isRefusedInPublic(_ authorization: Authorization) async throws(INaturalistError) -> Bool {
        let request = HTTPRequest.get(
            .api,
            "/v1/observations",
            query: [("per_page", "0"), ("id_below", "1"), ("v", Self.nonce)],
            as: authorization,
            at: addresses
        )
        let response = try await reply(to: request)
        switch response.status {
        case 200: return false
        case 401: return true
        default: throw error(in: response, to: request).api(needsUser: false)
        }
    }
}
